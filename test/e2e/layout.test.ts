import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenedApp, serveApp, type ServedApp, takeScreenshot, WHERE } from './support/app.ts'
import { cells, heatmap, openDemo, scrollsSideways, SYNC_MS, topBlocks, waitForSync } from './support/pages.ts'

const SIZES = [
  { name: '1280x800', viewport: { width: 1280, height: 800 } },
  { name: '1920x1080', viewport: { width: 1920, height: 1080 } },
  // 1280 x 800 at 200%: the page has half of the room, at twice the pixels.
  { name: '1280x800 at 200%', viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 },
  // 1280 x 1024 at 400%.
  { name: '320x256', viewport: { width: 320, height: 256 } },
] as const
const SCREENS = ['Coverage', 'Plans', 'Agents', 'Settings', 'Log', 'About']

let app: ServedApp

beforeAll(async () => {
  app = await serveApp({ demo: true })
  const { page, close } = await app.open()
  await openDemo(page)
  await close()
})
afterAll(async () => app.close())

async function openAt(size: (typeof SIZES)[number], colorScheme: 'light' | 'dark' = 'light'): Promise<OpenedApp> {
  const { name: _, ...options } = size
  const opened = await app.open({ ...options, colorScheme })
  await waitForSync(opened.page)
  return opened
}

/** In the page: what the coverage screen would open with. */
async function keptView(): Promise<unknown> {
  const input = { workspaceId: /^#\/w\/([^/]+)/.exec(location.hash)?.[1], screen: 'coverage' }
  const answer = await fetch(`/trpc/viewState.get?input=${encodeURIComponent(JSON.stringify(input))}`)
  return ((await answer.json()) as { readonly result: { readonly data: unknown } }).result.data
}

describe.each(SIZES)(`at $name, ${WHERE}`, (size) => {
  it('no screen scrolls sideways', async () => {
    const { page, close } = await openAt(size)
    const scrolling: string[] = []
    for (const screen of SCREENS) {
      await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: screen }).click()
      await page.getByRole('heading', { level: 1, name: new RegExp(screen) }).waitFor()
      if (await scrollsSideways(page)) scrolling.push(screen)
    }
    expect(scrolling).toEqual([])
    await close()
  })

  it('every cell is large enough to hit, and its number stays inside', async () => {
    const { page, close } = await openAt(size, 'dark')
    const boxes = await cells(page).evaluateAll((all) =>
      all.map((cell) => {
        const { width, height } = cell.getBoundingClientRect()
        const tile = cell.firstElementChild?.getBoundingClientRect()
        return { width, height, tileWidth: tile?.width ?? 0, tileHeight: tile?.height ?? 0 }
      }),
    )
    expect(Math.min(...boxes.map((box) => box.width))).toBeGreaterThanOrEqual(24)
    expect(Math.min(...boxes.map((box) => box.height))).toBeGreaterThanOrEqual(24)
    expect(boxes.filter((box) => box.tileWidth > box.width + 1 || box.tileHeight > box.height + 1)).toEqual([])
    await takeScreenshot(page, `coverage-dark-${size.name.replaceAll(' ', '-')}`)
    await close()
  })
})

it(`fits the whole of the coverage screen into 1280 x 800, to the edge of its last panel, ${WHERE}`, async () => {
  const { page, close } = await openAt(SIZES[0])
  await topBlocks(page).first().waitFor({ timeout: SYNC_MS })
  const bottom = await page
    .locator('.coverage-panel')
    .last()
    .evaluate((panel) => panel.getBoundingClientRect().bottom)
  expect(bottom).toBeLessThan(800)
  await close()
})

it(`has all figures of the card in one row at 1280 x 800, ${WHERE}`, async () => {
  const { page, close } = await openAt(SIZES[0])
  const middles = await page
    .locator('.card-rate, .card-count')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ top, bottom }) => (top + bottom) / 2))
  expect(middles).toHaveLength(5)
  expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(12)
  await close()
})

it(`keeps the numbers of a busy year apart, and says them in full, ${WHERE}`, async () => {
  const { page, close } = await app.open({ viewport: SIZES[0].viewport })
  await waitForSync(page)
  await page.goto(`${page.url().split('?')[0]}?range=everything`)
  await page.locator('.heatmap-tile', { hasText: 'k' }).first().waitFor()
  const rows = await page
    .locator('.heatmap-grid .week-grid-row')
    .evaluateAll((all) =>
      all.map((row) =>
        [...row.querySelectorAll('.heatmap-tile')]
          .map((tile) => tile.getBoundingClientRect())
          .map(({ left, right }) => ({ left, right })),
      ),
    )
  const gaps = rows.flatMap((row) => row.slice(1).map((tile, index) => tile.left - row[index]!.right))
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1)
  const name = await page.locator('[data-place]', { hasText: 'k' }).first().getAttribute('aria-label')
  expect(name).toMatch(/ \d,\d{3} missed,/)
  await close()
})

it(`keeps the labels of an axis whole, ${WHERE}`, async () => {
  const { page, close } = await app.open({ viewport: SIZES[0].viewport })
  await waitForSync(page)
  await page.goto(`${page.url().split('?')[0]}?days=90&tab=day`)
  const chart = page.getByRole('img', { name: /on each day of the week/ })
  await chart.getByText('10k', { exact: true }).waitFor()
  const box = (await chart.boundingBox())!
  const labels = await chart
    .locator('text')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ left, right }) => ({ left, right })))
  expect(Math.min(...labels.map((label) => label.left))).toBeGreaterThanOrEqual(box.x)
  expect(Math.max(...labels.map((label) => label.right))).toBeLessThanOrEqual(box.x + box.width)
  // What is looked at is kept for the next test that opens the app.
  await page.goto(`${page.url().split('?')[0]}?days=30`)
  await heatmap(page).waitFor()
  await expect.poll(() => page.evaluate(keptView)).toEqual({ days: '30' })
  await close()
})

it(`fits the filters of a small window into one row, and hints at the hours out of sight, ${WHERE}`, async () => {
  const { page, close } = await openAt(SIZES[2])
  const tops = await page
    .locator('.header-tools .button')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top))
  expect(new Set(tops).size).toBe(1)
  await expect.poll(() => page.getByText('for all 24 hours').isVisible()).toBe(true)
  await close()
})

it(`uses the width of a large screen for the chart, ${WHERE}`, async () => {
  const { page, close } = await openAt(SIZES[1])
  const { width } = (await heatmap(page).boundingBox())!
  expect(width).toBeGreaterThan(1500)
  await takeScreenshot(page, 'coverage-1920')
  await close()
})

it(`the colours of data stay where the system forces its own, ${WHERE}`, async () => {
  const { page, close } = await openAt(SIZES[0])
  await page.emulateMedia({ forcedColors: 'active' })
  const coloured = [
    '.heatmap-tile',
    '.legend-swatch',
    '.legend-scale > span',
    '.heatmap-column-bar',
    '.heatmap-bar-missed',
  ]
  const backgrounds = await page.evaluate(
    (selectors) => selectors.map((one) => getComputedStyle(document.querySelector(one)!).backgroundColor),
    coloured,
  )
  const canvas = await page.evaluate(
    () => getComputedStyle(document.querySelector('.heatmap-row-sum')!).backgroundColor,
  )
  expect(backgrounds.filter((one) => one === canvas || /^rgb\((?:255, 255, 255|0, 0, 0)\)$/u.test(one))).toEqual([])
  await close()
})

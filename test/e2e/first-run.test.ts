import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenedApp, serveApp, type ServedApp, takeScreenshot, WHERE } from './support/app.ts'
import { cells, coverageCard, heatmap, openDemo, readCell, SYNC_MS, topBlocks, waitForSync } from './support/pages.ts'

let app: ServedApp
let opened: OpenedApp

beforeAll(async () => {
  app = await serveApp()
  opened = await app.open()
})
afterAll(async () => app.close())

describe(`a first run with the mouse, ${WHERE}`, () => {
  it('offers two ways in, and one click leads to the figures of the demo', async () => {
    const { page } = opened
    await page.getByRole('heading', { name: 'Connect your Postgres database' }).waitFor()
    await page.getByRole('button', { name: 'Open demo' }).click()
    await page.getByRole('progressbar').first().waitFor()
    await waitForSync(page)
    await expect.poll(() => coverageCard(page).innerText()).toMatch(/Coverage\s+\d+%/)
    await topBlocks(page).first().waitFor({ timeout: SYNC_MS })
    await takeScreenshot(page, 'coverage')
  })

  it('says in words where most visitors are lost: the hours that are told first of what to change', async () => {
    const { page } = opened
    const told = await topBlocks(page).locator('strong').allInnerTexts()
    const headline = async (): Promise<string> =>
      (await coverageCard(page).locator('.card-headline-text').innerText()).replaceAll('\u2060', '').toLowerCase()
    await expect.poll(headline).toMatch(/^(?:most|many) are missed .*12:00–13:00/u)
    expect(await headline()).toContain(`are missed ${told[0]!.toLowerCase()}`)
    await coverageCard(page)
      .getByRole('button', { name: /^Add shifts for this: .*12:00–13:00$/u })
      .waitFor()
  })

  it('shows in the heatmap the same visitors as on the card', async () => {
    const { page } = opened
    const names = await cells(page).evaluateAll((all) => all.map((cell) => cell.getAttribute('aria-label') ?? ''))
    expect(names).toHaveLength(168)
    const counted = names.filter((name) => name.includes(' missed,')).map(readCell)
    const text = await coverageCard(page).innerText()
    const figure = (label: string): number =>
      Number(new RegExp(String.raw`${label}\s+([\d,]+)`).exec(text)?.[1]?.replaceAll(',', ''))
    expect(counted.reduce((sum, cell) => sum + cell.visitors, 0)).toBe(figure('visitors'))
    expect(counted.reduce((sum, cell) => sum + cell.missed, 0)).toBe(figure('missed'))
  })

  it('opens what lies behind a cell: each date, adding up to the cell', async () => {
    const { page } = opened
    const cell = heatmap(page).getByRole('gridcell', { name: /^Saturday 12:00/ })
    const { visitors, missed } = readCell((await cell.getAttribute('aria-label')) ?? '')
    await cell.click()
    const panel = page.getByRole('region', { name: 'Saturday 12:00–13:00' })
    await panel.locator('tbody tr').first().waitFor()
    const rows = await panel
      .locator('tbody tr')
      .evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td')].map((each) => each.textContent ?? '')))
    const sum = (column: number): number =>
      rows.reduce((total, row) => total + Number(row[column]!.replaceAll(',', '')), 0)
    expect([sum(1), sum(2)]).toEqual([visitors, missed])
    await takeScreenshot(page, 'behind-a-cell')
    await panel.getByRole('button', { name: 'Close' }).click()
    await panel.waitFor({ state: 'detached' })
  })

  it('tells a cell in a sentence under the pointer', async () => {
    const { page } = opened
    await heatmap(page)
      .getByRole('gridcell', { name: /^Monday 10:00/ })
      .hover()
    const sentence = await page.locator('.tooltip-floating').innerText()
    expect(sentence.replaceAll('\u00a0', ' ')).toMatch(
      /^Monday 10:00–11:00: [\d,]+ visitors, .* missed \(\d+% covered\), [\d.]+ agents on average\.\nFrom \d dates\.$/,
    )
  })

  it('does not leave that sentence over other figures', async () => {
    const { page } = opened
    await heatmap(page)
      .getByRole('gridcell', { name: /^Monday 11:00/ })
      .hover()
    await page.locator('.tooltip-floating').waitFor()
    // The pointer rests; the range is changed from the address.
    await page.evaluate(() => location.assign(location.href.replace('days=30', 'days=7')))
    await page.getByRole('button', { name: 'Dates: Last 7 days' }).waitFor()
    await expect.poll(() => page.locator('.tooltip-floating').count()).toBe(0)
    await page.goBack()
    await page.getByRole('button', { name: 'Dates: Last 30 days' }).waitFor()
  })

  it('goes to the worst hour from the card', async () => {
    const { page } = opened
    const names = await cells(page).evaluateAll((all) => all.map((cell) => cell.getAttribute('aria-label') ?? ''))
    const most = Math.max(...names.filter((name) => name.includes(' missed,')).map((name) => readCell(name).missed))
    await page.getByRole('button', { name: 'See the worst hour' }).click()
    const open = (await heatmap(page).locator('[aria-selected=true]').getAttribute('aria-label')) ?? ''
    expect(readCell(open).missed).toBe(most)
    await page.keyboard.press('Escape')
  })

  it('left the console without a complaint', () => {
    expect(opened.complaints).toEqual([])
  })
})

describe(`a second visit, ${WHERE}`, () => {
  it('goes straight to the figures, and finds one demo only', async () => {
    const again = await app.open()
    await waitForSync(again.page)
    await again.page.getByRole('button', { name: /^Workspace:/ }).click()
    await expect
      .poll(() => again.page.getByRole('menuitem').allInnerTexts())
      .toEqual(['Demo\ndemo data', 'Connect another database', 'Organizations', 'Manage workspaces'])
    await again.close()
  })

  it('shows twelve hours and weeks from Sunday to an American', async () => {
    const american = await app.open({ locale: 'en-US' })
    await waitForSync(american.page)
    await expect.poll(() => cells(american.page).first().getAttribute('aria-label')).toMatch(/^Sunday 12 AM, /)
    await american.close()
  })
})

it(`opens the demo from a fresh start in any order of clicks, ${WHERE}`, async () => {
  const other = await serveApp()
  try {
    const { page } = await other.open()
    await page.getByRole('button', { name: 'Connect database' }).click()
    await page.getByRole('heading', { name: 'Connect your Postgres database' }).waitFor()
    await page.getByRole('button', { name: 'Back' }).click()
    await openDemo(page)
    expect(page.url()).toMatch(/#\/w\/.+\/coverage\?days=30$/)
  } finally {
    await other.close()
  }
})

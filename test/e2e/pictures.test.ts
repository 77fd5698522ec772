import { readFileSync } from 'node:fs'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HOST, type OpenedApp, serveApp, type ServedApp, WHERE } from './support/app.ts'
import { keepFile } from './support/keep-file.ts'
import { openDemo } from './support/pages.ts'
import { agentsOf, createPlan, openPlan, planWith, shiftWith } from './support/plan-page.ts'

let app: ServedApp
let opened: OpenedApp
let page: Page
let name: string

const NASTY = '</text><script>alert(1)</script>&\u0001'

beforeAll(async () => {
  app = await serveApp({ demo: true, months: 4 })
  opened = await app.open({ viewport: { width: 1280, height: 800 }, locale: 'en-US', colorScheme: 'dark' })
  page = opened.page
  // A window may copy after a click; a browser that nobody sees asks first.
  if (HOST === 'browser') await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await openDemo(page)
}, 180_000)
afterAll(async () => app.close())

const openMenu = async (button: string | RegExp): Promise<void> =>
  page.getByRole('button', { name: button, exact: true }).click()
const entry = (name: string) => page.getByRole('menuitem', { name, exact: true })
const saved = async (button: string, action: string): Promise<{ readonly name: string; readonly bytes: Buffer }> => {
  await openMenu(button)
  const file = await opened.save(() => entry(action).click())
  keepFile(file)
  return { name: file.name, bytes: readFileSync(file.path) }
}
/** What the page hands to the clipboard from now on; it still goes there. */
const watchClipboard = () =>
  page.evaluate(() => {
    const kept: unknown[] = []
    Object.assign(globalThis, { copied: kept })
    const { clipboard } = navigator
    const [write, writeText] = [clipboard.write.bind(clipboard), clipboard.writeText.bind(clipboard)]
    clipboard.write = async (items) => {
      kept.push({ types: items[0]!.types, size: (await items[0]!.getType('image/png')).size })
      return write(items)
    }
    clipboard.writeText = async (text) => {
      kept.push(text)
      return writeText(text)
    }
  })
const copied = <T>() =>
  page.evaluate(() => (globalThis as unknown as { copied: unknown[] }).copied.at(-1)) as Promise<T>
/** What a saved drawing holds. Its style is left out: the page's own policy would complain of it. */
const partsOf = (svg: string) =>
  page.evaluate((text) => {
    const bare = text.replace(/<style>[^<]*<\/style>/u, '')
    const parsed = new DOMParser().parseFromString(bare, 'image/svg+xml')
    const root = parsed.documentElement
    return {
      broken: parsed.querySelector('parsererror') !== null,
      foreign: root.querySelectorAll('foreignObject, script, image').length,
      linked: [...root.querySelectorAll('*')].filter((one) => /https?:/u.test(one.getAttribute('href') ?? '')).length,
      texts: [...root.querySelectorAll('text')].map((one) => one.textContent),
      ground: root.querySelector(':scope > rect')?.getAttribute('fill'),
      fonts: (text.match(/@font-face/gu) ?? []).length,
    }
  }, svg)

describe(`pictures of figures, ${WHERE}`, () => {
  it('saves the heatmap as vectors: light whatever the theme, with its title, its dates and where it comes from', async () => {
    const { name: fileName, bytes } = await saved('Picture of the heatmap', 'Save as SVG')
    expect(fileName).toBe('Coverage by day and hour.svg')
    const { texts, ...rest } = await partsOf(bytes.toString('utf8'))
    expect(rest).toEqual({ broken: false, foreign: 0, linked: 0, ground: '#ffffff', fonts: 2 })
    expect(texts).toContain('Coverage by day and hour')
    expect(texts.some((text) => text.includes('time · '))).toBe(true)
    expect(texts.some((text) => / · Data up to .+ · Covercast$/u.test(text))).toBe(true)
    expect(texts).toContain('Mon')
    expect(texts.join(' ')).not.toContain('Scroll sideways')
  })

  it('saves and copies a chart as dots, twice as many as on the screen', async () => {
    const { name: fileName, bytes } = await saved('Picture of the trend', 'Save as PNG')
    expect(fileName).toBe('Visitors by day.png')
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    expect(bytes.readUInt32BE(16)).toBe(2080)
    await watchClipboard()
    await openMenu('Picture of the trend')
    await entry('Copy picture').click()
    await page.getByText('Picture copied.').waitFor()
    const { types, size } = await copied<{ readonly types: readonly string[]; readonly size: number }>()
    expect(types).toEqual(['image/png'])
    expect(size).toBeGreaterThan(10_000)
    await expect.poll(() => page.locator('.picture').count()).toBe(0)
  })

  it('copies any table for a spreadsheet', async () => {
    await page.getByRole('button', { name: 'Show the heatmap as a table' }).click()
    await page.getByRole('button', { name: /^Copy table: / }).click()
    await page.getByText('Table copied.').waitFor()
    const rows = (await copied<string>()).trimEnd().split('\n')
    expect(rows).toHaveLength(25)
    expect(new Set(rows.map((row) => row.split('\t').length)).size).toBe(1)
    await page.getByRole('button', { name: 'Show the heatmap as a table' }).click()
  })

  it('saves the roster of a week, by keyboard alone, whatever a note holds', async () => {
    const [ana] = await agentsOf(page)
    name = ana!.name
    const planId = await createPlan(
      page,
      planWith([shiftWith('mon', { agentId: ana!.id, note: NASTY })], { name: 'December' }),
    )
    await openPlan(page, planId)
    await page.getByRole('button', { name: 'Export December' }).focus()
    await page.keyboard.press('Enter')
    await entry('Picture of the roster').focus()
    await page.keyboard.press('ArrowRight')
    await entry('Save as SVG').focus()
    const file = await opened.save(() => page.keyboard.press('Enter'))
    keepFile(file)
    const { texts, ...rest } = await partsOf(readFileSync(file.path, 'utf8'))
    expect(rest).toMatchObject({ broken: false, foreign: 0, linked: 0, ground: '#ffffff' })
    expect(texts).toContain(name)
    expect(texts).toContain('9a–5p')
    expect(texts.join(' ')).toContain('alert(1)')
    expect(opened.complaints).toEqual([])
  })
})

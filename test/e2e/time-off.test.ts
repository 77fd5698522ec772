import { readFileSync } from 'node:fs'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenedApp, serveApp, type ServedApp, takeScreenshot, WHERE } from './support/app.ts'
import { faults } from './support/axe.ts'
import { dropFile } from './support/drop-file.ts'
import { openDemo } from './support/pages.ts'

/** Learning from the past weeks takes a moment on a slow machine. */
const PREDICTION_MS = 60_000
const AGENT = 'Diego Ramirez'

let app: ServedApp
let opened: OpenedApp
let page: Page

beforeAll(async () => {
  app = await serveApp({ demo: true, months: 4 })
  opened = await app.open()
  page = opened.page
  await openDemo(page)
})
afterAll(async () => app.close())

const row = () => page.getByRole('row').filter({ hasText: AGENT })
const dialog = () => page.getByRole('dialog')

/** Types a date into a field of day, month and year, whatever their order. */
async function fillDate(label: string, date: string): Promise<void> {
  const [year = '', month = '', day = ''] = date.split('-')
  const group = dialog().getByRole('group', { name: label })
  for (const [part, value] of [
    ['month', month],
    ['day', day],
    ['year', year],
  ] as const) {
    await group.getByRole('spinbutton', { name: new RegExp(`^${part}`, 'iu') }).focus()
    await page.keyboard.type(value)
  }
}

describe(`time off, ${WHERE}`, () => {
  it('is entered in the year view, by the keyboard alone, and counted', async () => {
    await page.getByRole('link', { name: 'Agents' }).click()
    await page.getByRole('button', { name: 'Time off', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Time off' }).waitFor()
    await row()
      .getByRole('button', { name: `Add time off for ${AGENT}` })
      .press('Enter')
    await fillDate('First day', '2026-07-06')
    await fillDate('Last day', '2026-07-10')
    await dialog().getByRole('textbox', { name: 'Note' }).fill('beach')
    expect(await faults(page, 'time off form')).toEqual([])
    await page.keyboard.press('Enter')
    await dialog().waitFor({ state: 'detached' })
    const year = Number(await page.locator('.time-off-choice output').textContent())
    for (let shown = year; shown < 2026; shown++) await page.getByRole('button', { name: 'Next year' }).click()
    for (let shown = year; shown > 2026; shown--) await page.getByRole('button', { name: 'Previous year' }).click()
    await row()
      .getByRole('button', { name: /^Vacation, .*: beach$/u })
      .waitFor()
    await expect.poll(() => row().getByRole('cell').nth(1).textContent()).toBe('5.0')
    await takeScreenshot(page, 'time-off-year')
    expect(await faults(page, 'time off')).toEqual([])
  })

  it('has the public holidays of an agent as days off by a switch, which cannot be edited', async () => {
    const off = page.getByRole('switch', { name: 'Public holidays are days off' })
    await page.getByText('Public holidays are days off').click()
    await expect.poll(() => off.isChecked()).toBe(true)
    await page.getByRole('button', { name: 'All agents' }).click()
    await row().click()
    await page.getByRole('button', { name: /^Public holidays of/u }).click()
    await page.getByRole('searchbox', { name: 'Search', exact: true }).fill('Germany')
    await page.getByRole('option', { name: 'Germany' }).click()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Saved.', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Time off', exact: true }).click()
    for (let shown = Number(await page.locator('.time-off-choice output').textContent()); shown < 2026; shown++)
      await page.getByRole('button', { name: 'Next year' }).click()
    await row()
      .getByTitle(/^Holiday, .*: Christmas Day$/u)
      .waitFor({ timeout: PREDICTION_MS })
    await expect
      .poll(() =>
        row()
          .getByRole('button', { name: /^Holiday/u })
          .count(),
      )
      .toBe(0)
    await takeScreenshot(page, 'time-off-public-holidays')
    expect(await faults(page, 'time off with public holidays')).toEqual([])
    await page.getByText('Public holidays are days off').click()
    await row()
      .getByTitle(/^Holiday/u)
      .first()
      .waitFor({ state: 'detached' })
  })

  it('is exported as a file, deleted, and taken back from the file', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export CSV' }).click(),
    ])
    const text = readFileSync(await download.path(), 'utf8')
    expect(text).toContain(`${AGENT},vacation,2026-07-06,2026-07-10,,,beach`)
    await row()
      .getByRole('button', { name: /^Vacation/u })
      .click()
    await dialog().getByRole('button', { name: 'Delete' }).click()
    await dialog().waitFor({ state: 'detached' })
    await row()
      .getByRole('button', { name: /^Vacation/u })
      .waitFor({ state: 'detached' })
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Import time off or availability' }).click(),
    ])
    await chooser.setFiles({ name: 'time-off.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
    await dialog().getByText('1 row · 1 new entry').waitFor()
    await dialog().getByRole('button', { name: 'Import 1 entry' }).click()
    await page.getByText('1 entry added, 0 known already.').waitFor()
    await row()
      .getByRole('button', { name: /^Vacation, .*: beach$/u })
      .waitFor()
  })

  it('is dropped on the window as a table in German, and shown before it is stored', async () => {
    const rows = `${AGENT};krank gemeldet;13.07.2026;14.07.2026\nMaya Chan;Urlaub;15.07.2026;\nZoe;Urlaub;16.07.2026;\n`
    await dropFile(page, 'Urlaub.csv', `Mitarbeiter;Art;Von;Bis\n${rows}`)
    await dialog().getByText('3 rows · 2 new entries').waitFor()
    await takeScreenshot(page, 'time-off-import')
    expect(await faults(page, 'import of time off')).toEqual([])
    await dialog().getByRole('tab', { name: 'Names (3)' }).click()
    await dialog().getByRole('row').filter({ hasText: 'Zoe' }).getByText('Not an agent; left out').waitFor()
    await dialog().getByRole('row').filter({ hasText: 'Maya Chan' }).getByText('Similar name').waitFor()
    await dialog().getByRole('tab', { name: 'Not understood (1)' }).click()
    await dialog().getByText('Row 4, column 1').waitFor()
    await dialog().getByRole('button', { name: 'Import 2 entries' }).click()
    await page.getByText('2 entries added, 0 known already. 1 row was left out.').waitFor()
    await expect
      .poll(() =>
        row()
          .getByRole('button', { name: /^Ill, /u })
          .count(),
      )
      .toBe(1)
  })

  it('comes by the same door as availability, which replaces what is there', async () => {
    await page.getByRole('button', { name: 'All agents' }).click()
    await dropFile(page, 'Availability.csv', `Agent,Day,Start,End\n${AGENT},Mon-Wed,09:00,17:00\n`)
    await dialog().getByText('1 row · availability of 1 agent').waitFor()
    const shown = dialog().getByRole('row').filter({ hasText: AGENT })
    await shown.getByText('Any time').waitFor()
    await shown.getByText(/^Mon–Wed 0?9/u).waitFor()
    await takeScreenshot(page, 'availability-import')
    await dialog().getByRole('button', { name: 'Import 1 agent' }).click()
    await page.getByText('Availability of 1 agent imported.').waitFor()
    await expect.poll(() => row().innerText()).toContain('Mon–Wed')
  })

  it('is hollow on the board, entered there, and broken by a shift on it', async () => {
    await page.getByRole('link', { name: 'Plans' }).click()
    await page.getByRole('button', { name: 'New plan' }).click()
    await page.getByRole('button', { name: 'Create plan' }).click()
    await page.locator('.plan-editor').waitFor({ timeout: PREDICTION_MS })
    const shift = page.locator('.board-row').filter({ hasText: AGENT }).locator('[data-shift]').first()
    await shift.focus()
    const panel = page.getByRole('complementary', { name: 'This plan' })
    await panel.getByRole('button', { name: `Add time off for ${AGENT}` }).click()
    await dialog().getByRole('button', { name: 'Save' }).click()
    await dialog().waitFor({ state: 'detached' })
    await panel
      .getByText(/of the shift during vacation/iu)
      .first()
      .waitFor()
    const away = page.locator('.board-row').filter({ hasText: AGENT }).locator('.board-away')
    await away.waitFor()
    await expect.poll(() => away.textContent()).toBe('Vacation')
    await takeScreenshot(page, 'plan-time-off')
    expect(await faults(page, 'board with time off')).toEqual([])
    await panel.getByRole('button', { name: /^Vacation, /u }).click()
    await dialog().getByRole('button', { name: 'Delete' }).click()
    await away.waitFor({ state: 'detached' })
  })

  it('left the console without a complaint', () => {
    expect(opened.complaints).toEqual([])
  })
})

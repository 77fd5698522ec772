import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GRID_SAMPLES } from '../support/rosters/grid-samples.ts'
import { type OpenedApp, serveApp, type ServedApp, takeScreenshot, WHERE } from './support/app.ts'
import { faults } from './support/axe.ts'
import { dropFile } from './support/drop-file.ts'
import { openDemo } from './support/pages.ts'

/** Learning from the past weeks takes a moment on a slow machine. */
const LEARN_MS = 60_000
/** What the preview shows comes at once. */
const SHOWN_MS = 15_000
const KNOWN = 'Diego Ramirez'
const CSV = `Employee,Date,Start,End,Break,Team
"Ramirez, Diego",02/03/2026,09:00,17:00,30,Chat
Diego Ramires,03/03/2026,09:07,17:00,30,Chat
New Person,04/03/2026,9-ish,17:00,,Chat
New Person,05/03/2026,Vacation,,,
,06/03/2026,22:00,06:00,,Chat
`

let app: ServedApp
let opened: OpenedApp
let page: Page

beforeAll(async () => {
  app = await serveApp({ demo: true, months: 4 })
  opened = await app.open()
  page = opened.page
  page.setDefaultTimeout(SHOWN_MS)
  await openDemo(page)
  await toPlans()
})
afterAll(async () => app.close())

const dialog = () => page.getByRole('dialog', { name: 'Import a roster' })
const done = () => page.getByRole('dialog', { name: 'Imported' })
const tab = (name: RegExp) => dialog().getByRole('tab', { name })
const row = (text: string) => dialog().getByRole('row').filter({ hasText: text })

async function toPlans(): Promise<void> {
  await page.getByRole('link', { name: 'Plans' }).click()
  await page.getByRole('heading', { level: 1, name: 'Plans' }).waitFor()
}

async function choose(name: string, content: string | Uint8Array): Promise<void> {
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  const chooser = page.waitForEvent('filechooser')
  await dialog().getByRole('button', { name: 'Choose a file' }).click()
  await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) })
}

/** Pastes a text where no text is typed. */
async function paste(text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const transfer = new DataTransfer()
    transfer.setData('text/plain', pasted)
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: transfer }),
    )
  }, text)
}

describe(`a roster that is imported, ${WHERE}`, () => {
  it('is shown before anything is stored: shifts, names, what was not understood, absences', async () => {
    await choose('March.csv', CSV)
    await dialog()
      .getByText(
        /^A shift a row · 5 rows · 3 shifts · 1 unassigned · 2 agents · 2.{1,3}6 Mar 2026 · America\/New York$/u,
      )
      .waitFor()
    await row(KNOWN).first().getByText('09:00–17:00').waitFor()
    await row(KNOWN).first().getByText('12:45–13:15').waitFor()
    await row('Unassigned').getByText('22:00–06:00').waitFor()
    expect(await faults(page, 'import')).toEqual([])
    await takeScreenshot(page, 'import-shifts')
    await tab(/^Not understood \(1\)$/u).click()
    await row('9-ish').getByText('Not a time').waitFor()
    await row('9-ish').getByText('Row 4, column 3').waitFor()
    await tab(/^Changed \(1\)$/u).click()
    await row('09:07-17:00').getByText('Rounded to the quarter-hour').waitFor()
    await tab(/^Absences \(1\)$/u).click()
    await row('New Person').getByText('Vacation').waitFor()
    await tab(/^Names \(3\)$/u).click()
    await row('Ramirez, Diego').getByText('Last name first').waitFor()
    await row('New Person').getByText('New, in this plan only').waitFor()
    expect(await faults(page, 'names of an import')).toEqual([])
    await takeScreenshot(page, 'import-names')
  })

  it('has its names, its order of dates and its time zone changed by hand', async () => {
    await row('Diego Ramires').getByRole('button').click()
    await page.getByRole('searchbox', { name: 'Search an agent' }).fill('diego')
    await page.getByRole('option', { name: KNOWN }).click()
    await row('Diego Ramires').getByText('Chosen').waitFor()
    await dialog()
      .getByRole('button', { name: /Dates such as/u })
      .click()
    await page.getByRole('option', { name: 'Month first' }).click()
    await dialog()
      .getByText(/ · 3 Feb.* 3 Jun 2026 · /u)
      .waitFor()
    await dialog()
      .getByRole('button', { name: /Dates such as/u })
      .click()
    await page.getByRole('option', { name: 'Day first' }).click()
    await dialog()
      .getByText(/ · 1 agent · 2.{1,3}6 Mar 2026 · /u)
      .waitFor()
    await expect.poll(() => tab(/^Names/u).getAttribute('aria-selected')).toBe('true')
  })

  it('becomes a plan, with its absences as time off', async () => {
    await dialog().getByRole('switch', { name: 'Enter 1 absence as time off' }).press('Space')
    await dialog().getByRole('button', { name: 'Import 3 shifts' }).click()
    await done().getByText('March is in the list.').waitFor()
    await done().getByText('1 absence entered as time off.').waitFor()
    await done().getByRole('button', { name: 'Open the plan' }).click()
    await page.getByRole('textbox', { name: 'Name of the plan' }).waitFor({ timeout: LEARN_MS })
    await expect.poll(() => page.getByRole('textbox', { name: 'Name of the plan' }).inputValue()).toBe('March')
    await toPlans()
  })

  it('that is dropped on the window goes into a plan, and changes nothing the second time', async () => {
    await dropFile(page, 'March.csv', CSV)
    await dialog()
      .getByRole('button', { name: /Save as/u })
      .click()
    await page.getByRole('option', { name: 'Replace weeks of March' }).click()
    await dialog()
      .getByText(/^Replaces 2.{1,3}8 Mar 2026\./u)
      .waitFor()
    // What was chosen for the name is remembered.
    await tab(/^Names/u).click()
    await row('Diego Ramires').getByText('Chosen before').waitFor()
    await dialog().getByRole('button', { name: 'Import 3 shifts' }).click()
    await done().getByText('March has these shifts already. Nothing was changed.').waitFor()
    await done().getByRole('button', { name: 'Not now' }).click()
    await expect.poll(() => page.getByRole('button', { name: 'March', exact: true }).count()).toBe(1)
  })

  it('that is pasted is read like a file', async () => {
    await paste('Name\tMon\tTue\nNew Person\t9-17\t9-12, 13-17\n')
    await dialog()
      .getByText(/^Agents down, days across · \d+ rows? · 2 shifts · 1 agent · every week · /u)
      .waitFor()
    await dialog().getByRole('textbox', { name: 'Name of the new plan' }).fill('Pasted')
    await dialog().getByRole('button', { name: 'Import 2 shifts' }).click()
    await done().getByText('Pasted is in the list.').waitFor()
    await done().getByRole('button', { name: 'Not now' }).click()
    await page.getByRole('button', { name: 'Pasted', exact: true }).waitFor()
    await expect.poll(() => dialog().count()).toBe(0)
  })

  it('is a workbook with a legend, whole in the dark and in a small window', async () => {
    const sample = GRID_SAMPLES.find(({ name }) => name === 'legend.xlsx')!
    await choose(sample.name, sample.bytes())
    await dialog().getByText(`${sample.shifts.length} shifts`, { exact: false }).first().waitFor()
    await page.setViewportSize({ width: 640, height: 600 })
    expect(await dialog().evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true)
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
  })

  it('that cannot be read is refused in words, and another can be chosen', async () => {
    await choose('report.pdf', '%PDF-1.7')
    await dialog().getByText('The file is a PDF, which Covercast does not read.').waitFor()
    expect(await faults(page, 'import that failed')).toEqual([])
    const chooser = page.waitForEvent('filechooser')
    await dialog().getByRole('button', { name: 'Choose another file' }).click()
    await (await chooser).setFiles({ name: 'again.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV) })
    await dialog().getByRole('button', { name: 'Import 3 shifts' }).waitFor()
    await dialog().getByRole('button', { name: 'Cancel' }).click()
    expect(opened.complaints.filter((text) => !text.includes('400'))).toEqual([])
  })
})

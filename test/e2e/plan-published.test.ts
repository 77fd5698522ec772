import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenedApp, serveApp, type ServedApp, WHERE } from './support/app.ts'
import { closeDialog, openDemo } from './support/pages.ts'
import {
  agentsOf,
  board,
  createPlan,
  goToPlans,
  LEARN_MS,
  openPlan,
  panel,
  planWith,
  shiftBar,
  shiftWith,
  storedShift,
  waitUntilSaved,
} from './support/plan-page.ts'

let app: ServedApp
let opened: OpenedApp
let page: Page
let planId: string

beforeAll(async () => {
  app = await serveApp({ demo: true })
  opened = await app.open({ viewport: { width: 1280, height: 800 }, locale: 'en-US' })
  page = opened.page
  await openDemo(page)
  const [ana] = await agentsOf(page)
  planId = await createPlan(
    page,
    planWith(
      [shiftWith('mon', { agentId: ana!.id }), shiftWith('tue', { agentId: ana!.id, day: 2, startMinute: 510 })],
      { name: 'December' },
    ),
  )
  await openPlan(page, planId)
}, 180_000)
afterAll(async () => app.close())

const state = () => page.getByRole('button', { name: /^(?:Published|Live)/u })

describe(`a plan that is published, ${WHERE}`, () => {
  it('says so on its board, and that it was edited since', async () => {
    await page.getByText('Draft', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByRole('button', { name: 'Done' }).click()
    await state().waitFor()
    await expect.poll(() => state().textContent()).toMatch(/^Published from [A-Z][a-z]+ \d+$/u)
    await shiftBar(page, 'mon').focus()
    await page.keyboard.press('ArrowRight')
    await waitUntilSaved(page)
    await page.getByRole('button', { name: /, edited since$/u }).waitFor()
  })

  it('can be withdrawn before it begins, by keyboard, and is a draft again', async () => {
    await state().focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Publication history' })
    await dialog.getByRole('button', { name: 'Withdraw' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Keep')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await dialog.getByText(/^Withdrawn\. No plan is published from .*\.$/u).waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Done')
    await page.keyboard.press('Enter')
    await page.getByText('Draft', { exact: true }).waitFor()
  })
})

describe(`the editor of a plan, ${WHERE}`, () => {
  it('redoes with Control and Y what was undone, and leaves the plan alone while a dialog stands before it', async () => {
    const start = async () => (await storedShift(page, planId, 'mon')).startMinute
    expect(await start()).toBe(555)
    await shiftBar(page, 'mon').focus()
    await page.keyboard.press('Control+z')
    expect(await start()).toBe(540)
    await page.keyboard.press('Control+y')
    expect(await start()).toBe(555)
    await page.getByRole('button', { name: 'Rules', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).focus()
    await page.keyboard.press('Control+z')
    await closeDialog(page)
    expect(await start()).toBe(555)
    await shiftBar(page, 'mon').focus()
    await page.keyboard.press('Control+z')
    expect(await start()).toBe(540)
  })

  it('writes the hours of every shift of a day, also where it shows the whole week', async () => {
    const texts = await board(page).locator('[data-shift]').allTextContents()
    expect(texts.map((text) => text.replace(/\s/u, ' '))).toEqual(['9a–5p', '8:30a–5p'])
  })

  it('is compared with how it started, and its hours on request with those of the typical week', async () => {
    await panel(page).getByText('No change').waitFor()
    await expect.poll(() => panel(page).innerText()).toMatch(/vs\. its starting point/u)
    await panel(page)
      .getByRole('button', { name: /Compare with/u })
      .click()
    await page.getByRole('option', { name: 'Typical week' }).click()
    await expect.poll(async () => panel(page).innerText()).toMatch(/Agent-hours\s+16\.5 \(−\d+(?:\.\d)?\)/u)
  })

  it('says of a week before the history that nothing is known, and leads to the first that is', async () => {
    await page.evaluate(() => void (location.hash = `${location.hash.replace(/&week=[^&]*/u, '')}&week=2020-01-05`))
    await page.getByText('Visitors and coverage of this week can’t be predicted.').waitFor({ timeout: LEARN_MS })
    const words = await panel(page).innerText()
    expect(words).toContain('No prediction for this week: there are no data before')
    expect(words).not.toMatch(/Expected visitors|covered|vs\./u)
    await page.getByRole('button', { name: /^Show the week of/u }).click()
    await panel(page).getByText('Expected visitors').waitFor({ timeout: LEARN_MS })
    expect(opened.complaints).toEqual([])
  })
})

it(`a plan file whose people are not known is taken, and says so, ${WHERE}`, async () => {
  await goToPlans(page)
  const file = {
    name: 'Elsewhere',
    timeZone: 'America/New_York',
    poolId: null,
    kind: 'weekly',
    shifts: [{ agentId: 'somebody-else', dayOfWeek: 1, start: '09:00', end: '17:00', breaks: [], note: '' }],
  }
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a file' }).click()
  await (
    await chooser
  ).setFiles({ name: 'plan.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) })
  await page.getByRole('button', { name: 'Import the plan' }).click()
  const dialog = page.getByRole('dialog', { name: 'Imported' })
  await dialog.getByText('One agent of the plan is not known to this workspace: somebody-else.').waitFor()
  await dialog.getByRole('button', { name: 'Open the plan' }).click()
  await page.getByRole('textbox', { name: 'Name of the plan' }).waitFor({ timeout: LEARN_MS })
  await expect.poll(() => page.getByRole('textbox', { name: 'Name of the plan' }).inputValue()).toBe('Elsewhere')
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenedApp, serveApp, type ServedApp, takeScreenshot, WHERE } from './support/app.ts'
import { closeDialog, heatmap, waitForSync } from './support/pages.ts'
import {
  goToPlans,
  panel,
  shiftBar,
  storedPlans,
  storedPlan,
  waitForEditor,
  waitUntilSaved,
} from './support/plan-page.ts'

let app: ServedApp
let opened: OpenedApp

beforeAll(async () => {
  app = await serveApp({ demo: 'not-synced' })
  opened = await app.open()
})
afterAll(async () => app.close())

const coverageOf = async (): Promise<number> =>
  Number(/(\d+)\s?%/u.exec((await panel(opened.page).locator('.panel-coverage').textContent()) ?? '')?.[1])

describe(`a workspace that was never synced, ${WHERE}`, () => {
  it('lets a plan be made, says what is missing, and opens the plan when the sync is done', async () => {
    const { page } = opened
    await page.getByRole('link', { name: 'Plans' }).click()
    await page.getByRole('button', { name: 'New plan' }).click()
    await page.getByText('After the first sync you can start from how your agents work.').waitFor()
    await page.getByRole('button', { name: 'Create plan' }).click()
    await page.getByRole('heading', { name: 'Not enough data yet' }).waitFor()
    await page.getByRole('button', { name: 'Sync now' }).click()
    await waitForEditor(page)
    await expect.poll(() => page.locator('.shift').count()).toBe(0)
    await page.getByRole('button', { name: 'Plans', exact: true }).click()
    await page.getByRole('button', { name: /^Archive / }).click()
    await page.getByRole('button', { name: 'Show 1 archived' }).click()
    await page.getByRole('button', { name: /^Delete .* permanently$/ }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete permanently' }).click()
    await page.getByRole('heading', { name: 'No plan yet' }).waitFor()
    // The heading is there already while archived plans are all there is.
    await expect.poll(() => storedPlans(page)).toEqual([])
    await page.getByRole('link', { name: 'Coverage' }).click()
  })
})

describe(`from the first screen to a published plan, ${WHERE}`, () => {
  it('leads from the hour in which most are missed to a plan with a shift in it', async () => {
    const { page } = opened
    await waitForSync(page)
    await heatmap(page)
      .getByRole('gridcell', { name: /^Saturday 12:00/ })
      .click()
    await page.getByRole('button', { name: 'Add a shift for this' }).click()
    await page.getByText('Create a plan for a shift on Saturday from 12:00').waitFor()
    await page.getByRole('button', { name: 'New plan' }).first().click()
    await page.getByRole('dialog', { name: 'New plan' }).getByRole('button', { name: 'Create plan' }).click()
    await waitForEditor(page)
    await waitUntilSaved(page)
    const [plan] = await storedPlans(page)
    const open = (await storedPlan(page, plan!.id)).plan.shifts.filter(({ agentId }) => agentId === null)
    expect(open).toMatchObject([{ day: 6, startMinute: 720, endMinute: 960 }])
    await expect
      .poll(() => shiftBar(page, open[0]!.id).getAttribute('aria-label'))
      .toMatch(/^Unassigned, Saturday, .*, 12:00 to 16:00\. 4 hours of work\.$/u)
    // Loading it again plans nothing again.
    await page.reload()
    await waitForEditor(page)
    expect((await storedPlan(page, plan!.id)).plan.shifts.filter(({ agentId }) => agentId === null)).toHaveLength(1)
  })

  it('says what is worth adding, and adding it covers more', async () => {
    const { page } = opened
    const before = await coverageOf()
    const worth = panel(page).getByRole('region', { name: 'Suggested shifts' })
    for (let added = 0; added < 3; added++) {
      await worth
        .getByRole('button', { name: /^Add an unassigned shift/ })
        .first()
        .click()
      await waitForEditor(page)
      // The advice follows the plan a moment later.
      await worth.and(page.locator('[aria-busy="false"]')).waitFor()
    }
    expect(await coverageOf()).toBeGreaterThan(before)
    await takeScreenshot(page, 'plan-editor')
  })

  it('assigns an unassigned shift to an agent', async () => {
    const { page } = opened
    const { plan } = await storedPlan(page, (await storedPlans(page))[0]!.id)
    const [open] = plan.shifts.filter(({ agentId }) => agentId === null)
    await shiftBar(page, open!.id).click()
    await panel(page)
      .getByRole('button', { name: /Assign to/ })
      .click()
    await page.getByRole('option').nth(2).click()
    await waitUntilSaved(page)
    const given = (await storedPlan(page, (await storedPlans(page))[0]!.id)).plan.shifts.find(
      ({ id }) => id === open!.id,
    )
    expect(given?.agentId).not.toBeNull()
  })

  it('copies the week of one agent to another', async () => {
    const { page } = opened
    const stored = await storedPlan(page, (await storedPlans(page))[0]!.id)
    const agentId = stored.plan.shifts.find((shift) => shift.agentId !== null)!.agentId!
    const own = stored.plan.shifts.filter((shift) => shift.agentId === agentId)
    await shiftBar(page, own[0]!.id).click()
    await panel(page).getByRole('button', { name: 'Copy to other agents…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Copy to other agents' })
    const other = dialog.getByRole('checkbox').first()
    await other.press('Space')
    await dialog.getByRole('button', { name: 'Copy', exact: true }).click()
    await waitUntilSaved(page)
    expect((await storedPlan(page, stored.id)).plan.shifts.length).not.toBe(stored.plan.shifts.length)
    await page.keyboard.press('Control+z')
    await waitUntilSaved(page)
    expect((await storedPlan(page, stored.id)).plan).toEqual(stored.plan)
  })

  it('shows the week by hour as a table', async () => {
    const { page } = opened
    await panel(page).getByRole('button', { name: 'Hourly table' }).click()
    const dialog = page.getByRole('dialog', { name: 'Hourly table' })
    await expect.poll(() => dialog.locator('tbody tr').count()).toBe(24)
    await expect.poll(() => dialog.locator('tbody td').first().textContent()).toMatch(/^(?:\d+%|–)$/u)
    await dialog.getByText('Required', { exact: true }).click()
    await dialog.getByText(/^Agents required for \d+%.* time$/u).waitFor()
    await closeDialog(page)
  })

  it('holds the plan against rules, and shows what is broken on the shift and in a list', async () => {
    const { page } = opened
    await page.getByRole('button', { name: 'Rules', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Rules of this plan' })
    await dialog.getByRole('textbox', { name: /Shift length.*most/iu }).fill('6')
    await dialog.getByRole('textbox', { name: 'Hourly cost' }).fill('20')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.waitFor({ state: 'detached' })
    await expect
      .poll(() => panel(page).locator('summary', { hasText: 'violation' }).textContent())
      .toMatch(/^\d+ rule violations?$/u)
    await panel(page).locator('.violation').first().click()
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? ''))
      .toMatch(/hours of work\. .* longer than allowed$/u)
    await expect.poll(() => panel(page).locator('.panel-list').innerText()).toMatch(/Cost\s+[\d,]+/u)
  })

  it('publishes it, and says so in the list', async () => {
    const { page } = opened
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Publish this plan' })
    await expect
      .poll(() => dialog.innerText())
      .toMatch(/Predicted for the week of .*: \d+% coverage \(80% range \d+% to \d+%\)/u)
    await expect
      .poll(() => dialog.innerText())
      .toMatch(/\d+ unassigned shifts? and \d+ rule violations\. Publish anyway\?/u)
    await dialog.getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByRole('dialog', { name: 'Published' }).getByRole('button', { name: 'Done' }).click()
    await page.getByRole('button', { name: 'Plans', exact: true }).click()
    await page.locator('.plan-state').filter({ hasText: 'Published from' }).waitFor()
  })

  it('asks before a published plan is archived, and says what becomes of its weeks', async () => {
    const { page } = opened
    const archive = page.getByRole('button', { name: /^Archive / })
    await archive.click()
    const question = page.getByRole('alertdialog', { name: /^Archive / })
    await expect.poll(() => question.innerText()).toMatch(/its weeks stay live until another plan is published/u)
    await question.getByRole('button', { name: 'Cancel' }).click()
    expect((await storedPlans(page)).filter(({ archived }) => archived)).toEqual([])
    await archive.click()
    await question.getByRole('button', { name: 'Archive', exact: true }).click()
    await page.getByRole('button', { name: 'Show 1 archived' }).click()
    await page.locator('.plan-state').filter({ hasText: 'Archived, some weeks still live' }).waitFor()
    await page.locator('.toast').getByRole('button', { name: 'Undo' }).click()
    await archive.waitFor()
  })

  it('shows plans side by side, in a table and a chart', async () => {
    const { page } = opened
    await page
      .getByRole('button', { name: /^Duplicate / })
      .first()
      .click()
    await expect.poll(() => page.locator('.plan-row').count()).toBe(2)
    await page.getByRole('button', { name: 'Compare scenarios' }).click()
    const table = page.getByRole('table', { name: 'Predicted for each plan' })
    await expect.poll(() => table.locator('tbody tr').count(), { timeout: 60_000 }).toBe(3)
    await expect.poll(() => table.innerText(), { timeout: 60_000 }).not.toContain('…')
    await expect.poll(() => page.locator('.scenario-chart .chart svg path').count()).toBeGreaterThan(3)
    await page.getByRole('checkbox').first().press('Space')
    await expect.poll(() => table.locator('tbody tr').count()).toBe(2)
    await takeScreenshot(page, 'plans-side-by-side')
  })

  it('makes a plan of real weeks from it', async () => {
    const { page } = opened
    await goToPlans(page)
    await page.getByRole('button', { name: 'New plan' }).click()
    const dialog = page.getByRole('dialog', { name: 'New plan' })
    await dialog.getByText('Another plan').click()
    await dialog.getByText('Specific weeks').click()
    await dialog.getByRole('textbox', { name: 'Number of weeks' }).fill('2')
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Two weeks')
    await dialog.getByRole('button', { name: 'Create plan' }).click()
    await waitForEditor(page)
    const plans = await storedPlans(page)
    const [made, source] = [
      plans.find(({ name }) => name === 'Two weeks')!,
      plans.find(({ name }) => name !== 'Two weeks')!,
    ]
    expect(made).toMatchObject({ kind: 'dated', shifts: 2 * source.shifts })
    await page.getByRole('button', { name: 'Next week' }).click()
    await waitForEditor(page)
    await expect.poll(() => page.locator('[data-shift]').count()).toBeGreaterThan(0)
  })

  it('complains about nothing', () => {
    expect(opened.complaints).toEqual([])
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenedApp, type ServedApp, WHERE } from './support/app.ts'
import { faultsInBothThemes, OVER_THE_PAGE } from './support/axe.ts'
import { closeDialog } from './support/pages.ts'
import {
  createPlan,
  openDemoAgents,
  openPlan,
  panel,
  planWith,
  shiftBar,
  shiftWith,
  storedPlan,
  waitUntilSaved,
} from './support/plan-page.ts'

let app: ServedApp
let opened: OpenedApp
let planId: string

beforeAll(async () => {
  const demo = await openDemoAgents({ width: 1280, height: 800 })
  ;({ app, opened } = demo)
  const [ana, ben] = demo.agents.map(({ id }) => id) as [string, string]
  planId = await createPlan(
    opened.page,
    planWith(
      [1, 2, 3, 4, 5].flatMap((day) => [
        shiftWith(`ana-${day}`, { agentId: ana, day }),
        shiftWith(`ben-${day}`, { agentId: ben, day, startMinute: 600 }),
      ]),
    ),
  )
  await openPlan(opened.page, planId)
}, 240_000)
afterAll(async () => app.close())

describe(`assumptions of a plan, ${WHERE}`, () => {
  it('are added by keyboard, change the figures at once, are drawn, undone and removed', async () => {
    const { page } = opened
    const figures = (): Promise<string> => panel(page).locator('.panel-figures').innerText()
    const chips = page.getByRole('list', { name: 'Assumptions' })
    const before = await figures()
    const add = page.getByRole('button', { name: 'Assume…' })
    await add.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Change in percent').fill('40')
    expect(await faultsInBothThemes(page, 'form', { exempt: OVER_THE_PAGE, picture: 'assumption-form' })).toEqual([])
    await page.keyboard.press('Enter')
    await chips.getByRole('button', { name: 'Edit: +40% visitors' }).waitFor()
    expect(await figures()).not.toBe(before)

    await add.click()
    await dialog.getByRole('button', { name: /What changes/u }).click()
    await page.getByRole('option', { name: 'Somebody is absent' }).click()
    await dialog.getByRole('button', { name: 'Save' }).click()
    await chips.getByRole('button', { name: /^Edit: .* absent/u }).waitFor()
    const hollow = page.locator('.shift-absent')
    await hollow.first().waitFor()
    await expect.poll(() => hollow.first().getAttribute('aria-label')).toContain('is assumed to be absent')
    await waitUntilSaved(page)
    expect((await storedPlan(page, planId)).plan.assumptions).toHaveLength(2)
    expect((await storedPlan(page, planId)).plan.shifts).toHaveLength(10)
    await page.waitForFunction(() => !(document.querySelector('.panel-coverage')?.textContent ?? '…').includes('…'))
    expect(await faultsInBothThemes(page, 'chips', { picture: 'assumptions' })).toEqual([])

    await page.getByRole('button', { name: 'Sensitivity…' }).click()
    const table = dialog.getByRole('table', { name: /^Coverage of the week/u })
    await table.waitFor()
    await expect.poll(() => table.getByRole('row').count()).toBe(7)
    await dialog
      .getByText(/^With .*, coverage of the (?:day|week) falls under \d+%\.$/u)
      .first()
      .waitFor()
    expect(await faultsInBothThemes(page, 'sensitivity', { exempt: OVER_THE_PAGE, picture: 'sensitivity' })).toEqual([])
    await closeDialog(page)

    await shiftBar(page, 'ben-5').focus()
    await page.keyboard.press('Control+z')
    await hollow.first().waitFor({ state: 'detached' })
    await chips.getByRole('button', { name: 'Remove: +40% visitors' }).click()
    await chips.waitFor({ state: 'detached' })
    await expect.poll(figures).toBe(before)
    await waitUntilSaved(page)
    expect((await storedPlan(page, planId)).plan).not.toHaveProperty('assumptions')
  }, 120_000)
})

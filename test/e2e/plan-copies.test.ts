import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Shift } from '../../shared/plan/plan.ts'
import { addDays, parseLocalDate } from '../../shared/time/local.ts'
import { type OpenedApp, type ServedApp, takeScreenshot, WHERE } from './support/app.ts'
import { closeDialog } from './support/pages.ts'
import {
  board,
  createPlan,
  LEARN_MS,
  openDemoAgents,
  openPlan,
  panel,
  planWith,
  shiftBar,
  shiftWith,
  storedPlan,
  waitUntilSaved,
} from './support/plan-page.ts'

/** A Monday, on which weeks begin here. */
const WEEK = '2026-12-07'
const FIRST_DAY = parseLocalDate(WEEK)

let app: ServedApp
let opened: OpenedApp
let ana: string
let ben: string
let planId: string

beforeAll(async () => {
  const demo = await openDemoAgents({ width: 1280, height: 800 })
  ;({ app, opened } = demo)
  ;[ana, ben] = demo.agents.map(({ id }) => id) as [string, string]
}, 180_000)
afterAll(async () => app.close())

beforeEach(async () => {
  const { page } = opened
  planId = await createPlan(
    page,
    planWith(
      [
        shiftWith('one', { agentId: ana, day: FIRST_DAY }),
        shiftWith('two', { agentId: ben, day: FIRST_DAY + 2, startMinute: 600 }),
      ],
      { kind: 'dated' },
    ),
  )
  await openPlan(page, planId, WEEK)
}, 120_000)

const toast = (): ReturnType<OpenedApp['page']['locator']> => opened.page.locator('.toast')
const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await opened.page.keyboard.press(key)
}
const shifts = async (): Promise<readonly string[]> => {
  await waitUntilSaved(opened.page)
  const name = ({ agentId }: Shift): string => (agentId === ana ? 'ana' : agentId === ben ? 'ben' : 'open')
  return (await storedPlan(opened.page, planId)).plan.shifts
    .map((shift) => `${name(shift)} ${shift.day - FIRST_DAY}`)
    .toSorted()
}
const showWeek = async (week: string): Promise<void> => {
  const { page } = opened
  await page.evaluate((date) => void (location.hash = location.hash.replace(/week=[^&]*/u, `week=${date}`)), week)
  await page.locator('.plan-editor[aria-busy="false"]').waitFor({ timeout: LEARN_MS })
}

describe(`copies of several agents, ${WHERE}`, () => {
  it('come to the same agents in another week, whoever is pasted to, and are undone from the toast', async () => {
    await shiftBar(opened.page, 'one').focus()
    await press('Control+a', 'Control+c')
    await showWeek(addDays(WEEK, 7))
    await board(opened.page).locator('[data-row=""] [data-column="1"]').focus()
    await press('Control+v')
    expect(await shifts()).toEqual(['ana 0', 'ana 8', 'ben 10', 'ben 2'])
    await expect.poll(() => toast().innerText()).toMatch(/^2 shifts pasted from Tue 15 Dec: .+ \(1\) and .+ \(1\)\./u)
    await expect.poll(() => toast().getByRole('alert').innerText()).toContain('2 shifts pasted')
    await expect.poll(() => toast().innerText()).toContain('The plan now ends Thu 17 Dec.')
    await takeScreenshot(opened.page, 'plan-pasted')
    await toast().getByRole('button', { name: 'Undo' }).click()
    expect(await shifts()).toEqual(['ana 0', 'ben 2'])
    await toast().waitFor({ state: 'detached' })
  })

  it('go with the row that is pasted to where they are of one agent', async () => {
    await shiftBar(opened.page, 'one').focus()
    await press('Control+c')
    await board(opened.page).locator(`[data-row="${ben}"] [data-column="4"]`).focus()
    await press('Control+v')
    expect(await shifts()).toEqual(['ana 0', 'ben 2', 'ben 4'])
  })
})

describe(`copies of weeks, ${WHERE}`, () => {
  it('fill the shown week from the one before, by a button, and say when the plan then ends', async () => {
    const { page } = opened
    await showWeek(addDays(WEEK, 7))
    await page.getByRole('button', { name: 'Copy last week', exact: true }).click()
    expect(await shifts()).toEqual(['ana 0', 'ana 7', 'ben 2', 'ben 9'])
    await expect
      .poll(() => toast().innerText())
      .toMatch(/2 shifts of 2 agents copied to the week of 14 Dec\. The plan now ends Wed 16 Dec\./u)
    await page.getByRole('button', { name: 'Copy last week', exact: true }).click()
    await page.getByRole('dialog', { name: 'Copy the week of 7 Dec' }).waitFor()
    await closeDialog(page)
  })

  it('go to several weeks at once', async () => {
    const { page } = opened
    await page.getByRole('button', { name: 'Copy week to…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Copy the week of 7 Dec' })
    await dialog.getByRole('textbox', { name: 'Weeks' }).fill('3')
    await dialog.getByRole('button', { name: 'Copy', exact: true }).click()
    expect((await shifts()).filter((shift) => shift.startsWith('ben'))).toEqual(['ben 16', 'ben 2', 'ben 23', 'ben 9'])
    await page.getByRole('button', { name: 'Undo: Copy week to 3 weeks' }).click()
    expect(await shifts()).toEqual(['ana 0', 'ben 2'])
  })
})

describe(`the week after the end of a plan, ${WHERE}`, () => {
  it('says where the plan ends, without figures of a week that nobody planned, and is filled or begun', async () => {
    const { page } = opened
    await showWeek(addDays(WEEK, 14))
    const end = page.getByRole('region', { name: 'End of the plan' })
    await end.getByText('This plan ends Wed 9 Dec.').waitFor()
    expect(await panel(page).locator('.panel-figures').innerText()).not.toMatch(/covered|visitors/u)
    await takeScreenshot(page, 'plan-end')
    await end.getByRole('button', { name: 'Copy last week here' }).click()
    expect(await shifts()).toEqual(['ana 0', 'ana 14', 'ben 16', 'ben 2'])
    await end.waitFor({ state: 'detached' })
    await showWeek(addDays(WEEK, 21))
    await end.getByRole('button', { name: 'Extend with an empty week' }).click()
    await end.waitFor({ state: 'detached' })
    await panel(page).getByText('Expected visitors').waitFor()
  })
})

it(`two weeks and a month are looked over, and a day leads to its week, ${WHERE}`, async () => {
  const { page } = opened
  await page.getByRole('radio', { name: 'Month' }).press('Space')
  const overview = page.getByRole('table', { name: 'Shifts by agent and day, over several weeks' })
  await expect.poll(() => overview.locator('thead button').count()).toBe(35)
  await expect.poll(() => overview.locator('.weeks-overview-shift').count()).toBe(2)
  await takeScreenshot(page, 'plan-month')
  await page.getByRole('radio', { name: '2 weeks' }).press('Space')
  await expect.poll(() => overview.locator('thead button').count()).toBe(14)
  await takeScreenshot(page, 'plan-two-weeks')
  await overview.getByRole('button', { name: /^Show the week of Tuesday,? 15 December/u }).press('Enter')
  await board(page).locator('[data-row]').first().waitFor()
  await page.getByRole('region', { name: 'End of the plan' }).waitFor({ timeout: LEARN_MS })
})

it(`a plan that nobody changed is exactly what it started as, ${WHERE}`, async () => {
  const { page } = opened
  const figures = panel(page).locator('.panel-figures')
  await figures.getByText('No change').waitFor()
  await expect.poll(() => figures.innerText()).toMatch(/vs\. its starting point/u)
  await figures.getByText('Typical week:').click()
  await figures.getByText(/even a plan without changes can differ/u).waitFor()
  await shiftBar(page, 'two').focus()
  await press('Delete')
  await figures.getByText(/^−\d.* points?, −[\d,]+ visitors a week/u).waitFor()
  await press('Control+z')
  await figures.getByText('No change').waitFor()
  expect(opened.complaints).toEqual([])
})

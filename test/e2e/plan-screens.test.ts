import { DateTime } from 'luxon'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenedApp, serveApp, type ServedApp, WHERE } from './support/app.ts'
import { faultsInBothThemes, OVER_THE_PAGE } from './support/axe.ts'
import { closeDialog, openDemo, scrollsSideways, waitForSync } from './support/pages.ts'
import {
  agentsOf,
  board,
  createPlan,
  goToPlans,
  openPlan,
  panel,
  planWith,
  saveAgent,
  shiftBar,
  shiftWith,
  waitForEditor,
} from './support/plan-page.ts'

let app: ServedApp
let opened: OpenedApp
let ana: string
let planId: string

beforeAll(async () => {
  app = await serveApp({ demo: true, months: 4 })
  opened = await app.open()
  await openDemo(opened.page)
  ana = (await agentsOf(opened.page))[0]!.id
  planId = await createPlan(
    opened.page,
    planWith([
      shiftWith('mon', { agentId: ana }),
      shiftWith('open', { day: 3 }),
      shiftWith('gone', { agentId: 'nobody-knows', day: 2 }),
    ]),
    {
      rules: { limits: { maxShiftHours: 6 }, owedBreak: null, hourlyCost: 20 },
    },
  )
}, 180_000)
afterAll(async () => app.close())

describe(`the screens of plans, ${WHERE}`, () => {
  it('are accessible in both themes', async () => {
    const { page, close } = await app.open()
    await waitForSync(page)
    await goToPlans(page)
    await page.locator('.plan-row').first().waitFor()
    expect(await faultsInBothThemes(page, 'list')).toEqual([])
    await page.getByRole('button', { name: 'New plan' }).click()
    await page.getByText('Specific weeks').click()
    expect(await faultsInBothThemes(page, 'new plan', { exempt: OVER_THE_PAGE })).toEqual([])
    await closeDialog(page)
    await openPlan(page, planId)
    expect(await faultsInBothThemes(page, 'editor')).toEqual([])
    await shiftBar(page, 'mon').click()
    expect(await faultsInBothThemes(page, 'selection')).toEqual([])
    for (const [button, dialog] of [
      ['Edit', 'Shift'],
      ['Copy to other agents…', 'Copy to other agents'],
      ['Rules', 'Rules of this plan'],
      ['Publish', 'Publish this plan'],
      ['Hourly table', 'Hourly table'],
    ] as const) {
      await page.getByRole('button', { name: button, exact: true }).click()
      await page.getByRole('dialog', { name: dialog }).waitFor()
      expect(await faultsInBothThemes(page, dialog, { exempt: OVER_THE_PAGE })).toEqual([])
      await closeDialog(page)
    }
    await page.getByRole('button', { name: 'Plans', exact: true }).click()
    await page.getByRole('button', { name: 'Compare scenarios' }).click()
    await page.locator('.scenario-chart .chart svg').waitFor({ timeout: 60_000 })
    expect(await faultsInBothThemes(page, 'side by side')).toEqual([])
    await close()
  })

  it('fit a small window and a page at twice its size', async () => {
    for (const [width, height, deviceScaleFactor] of [
      [1280, 800, 1],
      [800, 900, 1],
      [640, 400, 2],
    ] as const) {
      const { page, close } = await app.open({ viewport: { width, height }, deviceScaleFactor })
      await waitForSync(page)
      await openPlan(page, planId)
      expect(await scrollsSideways(page)).toBe(false)
      await panel(page).getByText('How this is calculated').scrollIntoViewIfNeeded()
      await expect.poll(() => panel(page).getByText('How this is calculated').isVisible()).toBe(true)
      await close()
    }
  })

  it('name who is not in the source, and keep their shifts', async () => {
    const { page } = opened
    await openPlan(page, planId)
    await expect
      .poll(() => shiftBar(page, 'gone').getAttribute('aria-label'))
      .toMatch(/^nobody-k \(not in the data source\), Tuesday/u)
  })

  it('tell both times of an agent who lives in another zone', async () => {
    const { page } = opened
    const ben = (await agentsOf(page))[1]!
    await saveAgent(page, { agentId: ben.id, name: null, rules: { timeZone: 'Europe/Berlin' } })
    const id = await createPlan(
      page,
      planWith([shiftWith('far', { agentId: ben.id, startMinute: 1140, endMinute: 1320 })]),
    )
    await page.reload()
    await openPlan(page, id)
    await expect
      .poll(() => shiftBar(page, 'far').getAttribute('aria-label'))
      .toMatch(/19:00 to 22:00\. 3 hours of work\. For .*: 0\d:00 to 0\d:00 Berlin time on Tue \d+ \w+\.$/u)
    await expect.poll(() => board(page).locator(`[data-row="${ben.id}"]`).innerText()).toContain('3 h · Berlin time')
    await shiftBar(page, 'far').focus()
    await page.keyboard.press('Enter')
    await page
      .getByRole('dialog', { name: 'Shift' })
      .getByText(/^For .*: 0\d:00 to 0\d:00 Berlin time/u)
      .waitFor()
    await page.keyboard.press('Escape')
    await saveAgent(page, { agentId: ben.id, name: null, rules: {} })
  })
})

/** The weeks, beginning on a Monday, in which a zone's clock is set, within a year. */
function changes(timeZone: string, now: number): readonly { readonly week: string; readonly minutes: number }[] {
  const days = Array.from({ length: 366 }, (_, day) =>
    DateTime.fromMillis(now, { zone: timeZone })
      .startOf('day')
      .plus({ days: day - 40 }),
  )
  return days
    .map((day) => ({ day, minutes: day.plus({ days: 1 }).diff(day, 'minutes').minutes - 1440 }))
    .filter(({ minutes }) => minutes !== 0)
    .slice(0, 2)
    .map(({ day, minutes }) => ({ week: day.startOf('week').toISODate()!, minutes }))
}

describe(`a plan over the nights when the clock is set, ${WHERE}`, () => {
  const zones = ['America/New_York', 'Australia/Lord_Howe']
  it.each(zones.flatMap((timeZone) => changes(timeZone, Date.now()).map((change) => ({ timeZone, ...change }))))(
    'in $timeZone in the week of $week: hours and cost are right to the minute',
    async ({ timeZone, week, minutes }) => {
      const { page } = opened
      // Saturday 22:00 to Sunday 06:00, with a break that ends before the change.
      const night = shiftWith('night', {
        agentId: ana,
        day: 6,
        startMinute: 1320,
        endMinute: 1800,
        breaks: [{ startMinute: 1365, endMinute: 1380 }],
      })
      const id = await createPlan(page, planWith([night], { timeZone, name: `Night ${week}` }), {
        rules: { limits: {}, owedBreak: null, hourlyCost: 24 },
      })
      await openPlan(page, id, week)
      const worked = 480 - 15 + minutes
      const text = (await panel(page).locator('.panel-list').innerText()).replaceAll(/\s+/gu, ' ')
      expect(text).toContain(`Agent-hours ${worked / 60} `)
      expect(text).toMatch(new RegExp(String.raw`Cost ${(worked / 60) * 24}(?: \(|$)`, 'u'))
      await expect.poll(() => board(page).locator(`[data-row="${ana}"]`).innerText()).toContain(`${worked / 60} h`)
      await expect
        .poll(() => panel(page).locator('.panel-note').innerText())
        .toMatch(
          new RegExp(
            String.raw`the clock goes ${minutes > 0 ? 'back' : 'forward'} .* is ${minutes > 0 ? 'longer' : 'shorter'}`,
            'u',
          ),
        )
      await expect.poll(() => page.locator('.board-day-note').textContent()).toBe(`${24 + minutes / 60} h`)
    },
    120_000,
  )

  it('says that the clock skips a whole shift', async () => {
    const { page } = opened
    const forward = changes('America/New_York', Date.now()).find(({ minutes }) => minutes < 0)!
    const id = await createPlan(
      page,
      planWith([shiftWith('skipped', { agentId: ana, day: 0, startMinute: 120, endMinute: 180 })], { name: 'Skipped' }),
    )
    await openPlan(page, id, forward.week)
    await panel(page)
      .getByText(/The clock skips the whole shift of/u)
      .waitFor()
    expect((await panel(page).locator('.panel-list').innerText()).replaceAll(/\s+/gu, ' ')).toMatch(/Agent-hours 0/u)
    await waitForEditor(page)
  })
})

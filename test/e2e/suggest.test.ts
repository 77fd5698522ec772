import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DEMO_PLAN } from '../../electron/sync/demo/published-plan.ts'
import { planFromFile } from '../../shared/contract/plan-file.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { DEEP } from '../support/deep.ts'
import { type OpenedApp, serveApp, type ServedApp, takeScreenshot, WHERE } from './support/app.ts'
import { faults } from './support/axe.ts'
import { openDemo } from './support/pages.ts'
import {
  board,
  createPlan,
  drag,
  LEARN_MS,
  openPlan,
  panel,
  planWith,
  pointAt,
  storedPlan,
  waitUntilSaved,
} from './support/plan-page.ts'

/** A search ends by itself after twenty seconds. */
const SEARCH_MS = 300_000
const USUAL_WEEK = planFromFile(DEMO_PLAN)

let app: ServedApp
let opened: OpenedApp
let page: Page
let planId: string

beforeAll(async () => {
  app = await serveApp({ demo: true, months: 4 })
  opened = await app.open()
  page = opened.page
  await openDemo(page)
}, 180_000)
afterAll(async () => app.close())

const suggestions = (): Locator => page.getByRole('complementary', { name: 'Suggest a better schedule' })
const openButton = (): Locator => page.getByRole('button', { name: 'Suggest', exact: true })
const inPanel = (name: string | RegExp): Locator => suggestions().getByRole('button', { name, exact: true })
const takeButton = (): Locator => suggestions().getByRole('button', { name: /^Take/u })
const moves = (): Locator =>
  suggestions()
    .getByRole('region', { name: /^Changes/u })
    .getByRole('listitem')
const boxes = (): Locator => moves().getByRole('checkbox')
const ghost = (): Locator => board(page).locator('.ghost-move')
const gain = async (): Promise<number> => {
  const text = await suggestions().locator('.suggest-gain').innerText()
  return Number(text.replace('±', '').replace('−', '-').replace(',', '').replace(/ .*$/u, ''))
}
const shiftsOf = async (): Promise<Plan['shifts']> => {
  await waitUntilSaved(page)
  return (await storedPlan(page, planId)).plan.shifts
}

async function withPlan(plan: Plan): Promise<void> {
  planId = await createPlan(page, plan)
  await openPlan(page, planId)
}

async function answered(): Promise<void> {
  await takeButton().waitFor({ timeout: SEARCH_MS })
}

describe(`suggestions by the mouse, ${WHERE}`, () => {
  beforeAll(() => withPlan(USUAL_WEEK), LEARN_MS)

  it('find better times for breaks, with what is possible at most', async () => {
    await openButton().click()
    await takeScreenshot(page, 'suggest-question')
    expect(await faults(page, 'question')).toEqual([])
    await inPanel('Start').click()
    await answered()
    await takeScreenshot(page, 'suggest-answer')
    expect(await faults(page, 'answer')).toEqual([])
    expect(await gain()).toBeGreaterThan(10)
    await suggestions()
      .getByText(/At most \d+ more visitors?|No schedule within these rules/u)
      .waitFor()
    await suggestions()
      .getByText(/^80% range: [+−±]\d+ to [+−±]\d+$/u)
      .waitFor()
    const hours = suggestions().locator('.panel-list > div', { hasText: 'Agent-hours' }).locator('dd')
    await expect.poll(() => hours.innerText()).toMatch(/^[\d.,]+$/u)
    await suggestions()
      .getByRole('figure', { name: /one more agent/u })
      .waitFor()
  })

  it('are drawn on the board under the pointer, and go with it', async () => {
    await moves().first().hover()
    await expect.poll(() => ghost().count()).toBe(1)
    await takeScreenshot(page, 'suggest-ghost')
    await suggestions().getByRole('heading', { level: 2 }).hover()
    await expect.poll(() => ghost().count()).toBe(0)
  })

  it('can be left out one by one, and figures follow at once', async () => {
    const all = await gain()
    const count = await boxes().count()
    await boxes().first().uncheck()
    expect(await gain()).toBeLessThan(all)
    await suggestions()
      .getByRole('button', { name: `Take ${count - 1} changes` })
      .waitFor()
    await suggestions().getByRole('checkbox', { name: 'All', exact: true }).click()
    expect(await gain()).toBe(all)
    await suggestions().getByRole('checkbox', { name: 'All', exact: true }).click()
    expect(await gain()).toBe(0)
    await expect.poll(() => takeButton().isDisabled()).toBe(true)
    await suggestions().getByRole('checkbox', { name: 'All', exact: true }).click()
    await boxes().first().uncheck()
  })

  it('become one step that can be undone', async () => {
    const before = await shiftsOf()
    expect(before).toEqual((await storedPlan(page, planId)).plan.shifts)
    const count = (await boxes().count()) - 1
    await takeButton().click()
    await suggestions().getByText(`The ${count} changes are in the plan.`).waitFor()
    const after = await shiftsOf()
    const known = new Map(before.map((shift) => [shift.id, JSON.stringify(shift)]))
    expect(after.filter((shift) => known.get(shift.id) !== JSON.stringify(shift))).toHaveLength(count)
    expect(await faults(page, 'taken')).toEqual([])
    await inPanel('Undo').click()
    await takeButton().waitFor()
    expect(await shiftsOf()).toEqual(before)
  })

  it('are out of date once the plan is edited', async () => {
    await drag(
      page,
      await pointAt(page, { agentId: USUAL_WEEK.shifts[0]!.agentId, column: 6, minute: 1200 }),
      await pointAt(page, { agentId: USUAL_WEEK.shifts[0]!.agentId, column: 6, minute: 1380 }),
    )
    await suggestions().getByText('The plan has changed since this search').waitFor()
    await expect.poll(() => takeButton().isDisabled()).toBe(true)
    await takeScreenshot(page, 'suggest-stale')
    await page.getByRole('button', { name: /^Undo: /u }).click()
    await expect.poll(() => takeButton().isEnabled()).toBe(true)
  })
})

describe(`suggestions within limits, ${WHERE}`, () => {
  beforeAll(() => withPlan(USUAL_WEEK), LEARN_MS)

  it('leave alone who is to be left alone', async () => {
    await openButton().click()
    await suggestions().getByText('Leave alone', { exact: true }).click()
    expect(await faults(page, 'leave alone')).toEqual([])
    await suggestions().getByRole('group', { name: 'Agents to leave alone' }).getByText('Tom Becker').click()
    await suggestions().getByText('Leave alone (1)').waitFor()
    await inPanel('Start').click()
    await answered()
    await expect.poll(() => moves().count()).toBeGreaterThan(0)
    await expect.poll(() => moves().filter({ hasText: 'Tom Becker' }).count()).toBe(0)
  })
})

describe(`suggestions by the keyboard, ${WHERE}`, () => {
  beforeAll(() => withPlan(USUAL_WEEK), LEARN_MS)
  const focused = (): Promise<string> =>
    page.evaluate(() => {
      const element = document.activeElement
      return element?.getAttribute('aria-label') ?? element?.textContent ?? ''
    })
  const tabTo = async (name: RegExp): Promise<void> => {
    for (let presses = 0; presses < 60; presses += 1) {
      if (name.test(await focused())) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`Tab does not lead to ${name}.`)
  }

  it('are opened, started and ended with what was found, without the focus getting lost', async () => {
    await openButton().press('Enter')
    await expect.poll(focused).toBe('Start')
    await suggestions()
      .getByRole('button', { name: /What may move/u })
      .press('Enter')
    await page.getByRole('option', { name: 'Everything, same hours in total' }).press('Enter')
    await inPanel('Start').press('Enter')
    await suggestions().getByText('At most possible').waitFor()
    await suggestions()
      .locator('.suggest-progress dd')
      .first()
      .filter({ hasText: /visitors covered/u })
      .waitFor({ timeout: SEARCH_MS })
    await takeScreenshot(page, 'suggest-progress')
    await expect.poll(focused).toBe('Cancel')
    await page.keyboard.press('Enter')
    await answered()
    await suggestions().getByText('Canceled. This is the best found until then.').waitFor()
    await expect.poll(focused).toBe('Search again')
  })

  it('are shown on the board by the focus, left out by Space, taken by Enter, and undone', async () => {
    const before = await shiftsOf()
    await tabTo(/visitors a week alone$/u)
    await expect.poll(() => ghost().count()).toBeGreaterThan(0)
    const all = await gain()
    await page.keyboard.press('Space')
    expect(await gain()).not.toBe(all)
    await takeButton().press('Enter')
    await inPanel('Undo').waitFor()
    expect(await shiftsOf()).not.toEqual(before)
    await inPanel('Undo').press('Enter')
    await takeButton().waitFor()
    expect(await shiftsOf()).toEqual(before)
  })
})

describe(`suggestions that cannot be made, ${WHERE}`, () => {
  beforeEach(async () => {
    if (await suggestions().isVisible()) await inPanel('Close suggestions').click()
  })

  it('say what an empty plan needs, and give it hours', async () => {
    await withPlan(planWith([]))
    await openButton().click()
    await suggestions().getByText('This plan has no shifts to move.').waitFor()
    await expect.poll(() => inPanel('Start').isDisabled()).toBe(true)
    await suggestions().getByText('Best use of more hours').click()
    await inPanel('Start').click()
    await answered()
    expect(await gain()).toBeGreaterThan(0)
    await expect.poll(() => suggestions().getByText('New shift').count()).toBeGreaterThan(0)
  }, 420_000)

  it.runIf(DEEP)(
    'say in words which target no schedule reaches',
    async () => {
      await openButton().click()
      await suggestions().getByText('Fewest hours for a target').click()
      await suggestions().getByRole('textbox', { name: 'Coverage' }).fill('100')
      await suggestions().getByText('In every hour').click()
      await expect.poll(() => suggestions().getByRole('textbox', { name: 'Coverage' }).inputValue()).toMatch(/^100/u)
      await expect.poll(() => suggestions().getByRole('radio', { name: 'In every hour' }).isChecked()).toBe(true)
      await inPanel('Start').click()
      await suggestions().getByText('No schedule does this').waitFor({ timeout: SEARCH_MS })
      await suggestions()
        .getByText(/coverage stays below 100/u)
        .waitFor()
      expect(await faults(page, 'infeasible')).toEqual([])
      await takeScreenshot(page, 'suggest-infeasible')
    },
    420_000,
  )

  it('are given up when the panel is closed', async () => {
    await openPlan(page, planId)
    await openButton().click()
    await suggestions().getByText('Best use of more hours').click()
    await inPanel('Start').click()
    await inPanel('Cancel').waitFor()
    const state = (): Promise<string | undefined> =>
      page.evaluate(async () => {
        const workspaceId = /^#\/w\/([^/]+)\//.exec(location.hash)![1]!
        const answer = await fetch(`/trpc/suggest.state?input=${encodeURIComponent(JSON.stringify({ workspaceId }))}`)
        const { result } = (await answer.json()) as { readonly result: { readonly data: { readonly state: string } } }
        return result.data.state
      })
    await expect.poll(state).toBe('running')
    await inPanel('Close suggestions').click()
    await panel(page).waitFor()
    await expect.poll(state, { timeout: 10_000 }).toBe('done')
  }, 420_000)
})

describe(`the first advice, ${WHERE}`, () => {
  it('is what costs no hour, and opens the suggestions of a plan, filled in', async () => {
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Staffing' }).click()
    const advice = page.getByRole('region', { name: 'Without added hours' })
    await advice.getByText(/without an added hour\.$/u).waitFor({ timeout: LEARN_MS })
    await takeScreenshot(page, 'free-moves-staffing')
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Coverage' }).click()
    await advice.getByText(/without an added hour\.$/u).waitFor({ timeout: LEARN_MS })
    await takeScreenshot(page, 'free-moves-coverage')
    await advice.getByRole('button', { name: 'Improve' }).click()
    await page.getByText('Choose the plan to improve.').waitFor()
    await page
      .getByRole('button', { name: /Standard week/u })
      .first()
      .click()
    await inPanel('Start').waitFor({ timeout: LEARN_MS })
    await expect.poll(() => suggestions().getByText('What may move').isVisible()).toBe(true)
    expect(page.url()).not.toContain('suggest=')
  }, 420_000)

  it('left the console without a complaint', () => {
    expect(opened.complaints).toEqual([])
  })
})

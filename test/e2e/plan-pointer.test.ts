import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type OpenedApp, type ServedApp, takeScreenshot, WHERE } from './support/app.ts'
import {
  board,
  createPlan,
  drag,
  openDemoAgents,
  openPlan,
  panel,
  planWith,
  pointAt,
  saveAgent,
  shiftBar,
  shiftWith,
  storedPlan,
  storedShift,
  waitUntilSaved,
} from './support/plan-page.ts'

const RULES = { rules: { limits: {}, owedBreak: { afterHours: 6, minutes: 30 }, hourlyCost: null } }
const LUNCH = [{ startMinute: 720, endMinute: 780 }]

let app: ServedApp
let opened: OpenedApp
let ana: string
let ben: string
let planId: string

beforeAll(async () => {
  const demo = await openDemoAgents({ width: 1920, height: 1080 })
  ;({ app, opened } = demo)
  ;[ana, ben] = demo.agents.map(({ id }) => id) as [string, string]
  const third = demo.agents[2]
  await saveAgent(opened.page, {
    agentId: third!.id,
    name: third!.name,
    rules: { availability: [1, 2, 3, 4, 5].map((dayOfWeek) => ({ dayOfWeek, startMinute: 960, endMinute: 1320 })) },
  })
}, 180_000)
afterAll(async () => app.close())

beforeEach(async () => {
  const { page } = opened
  planId = await createPlan(
    page,
    planWith([
      shiftWith('mon', { agentId: ana, breaks: LUNCH }),
      shiftWith('tue', { agentId: ana, day: 2 }),
      shiftWith('ben', { agentId: ben, day: 2, startMinute: 600, endMinute: 1080 }),
    ]),
    RULES,
  )
  await openPlan(page, planId)
}, 120_000)

const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await opened.page.keyboard.press(key)
}
const shifts = async (): Promise<readonly string[]> => {
  await waitUntilSaved(opened.page)
  return (await storedPlan(opened.page, planId)).plan.shifts
    .map(
      ({ agentId, day, startMinute }) =>
        `${agentId === ana ? 'ana' : agentId === ben ? 'ben' : 'open'} ${day} ${startMinute / 60}`,
    )
    .toSorted()
}
const selected = async (): Promise<readonly string[]> =>
  board(opened.page)
    .locator('[data-shift][aria-pressed="true"]')
    .evaluateAll((bars) => bars.map((bar) => bar.getAttribute('data-shift') ?? '').toSorted())

describe(`breaks on the bar, ${WHERE}`, () => {
  it('are moved, and made longer at their edges', async () => {
    const { page } = opened
    await page.getByRole('radio', { name: 'Day', exact: true }).press('Space')
    const at = (minute: number) => pointAt(page, { agentId: ana, column: 0, minute })
    await drag(page, await at(750), await at(810))
    expect((await storedShift(page, planId, 'mon')).breaks).toEqual([{ startMinute: 780, endMinute: 840 }])
    const edge = await at(840)
    await drag(page, { x: edge.x - 3, y: edge.y }, { x: (await at(870)).x - 3, y: edge.y })
    expect((await storedShift(page, planId, 'mon')).breaks).toEqual([{ startMinute: 780, endMinute: 870 }])
    expect(await storedShift(page, planId, 'mon')).toMatchObject({ startMinute: 540, endMinute: 1020 })
    await page.getByRole('radio', { name: 'Week', exact: true }).press('Space')
  })

  it('come with a new shift as the rules owe them, however it is made', async () => {
    const { page } = opened
    await board(page).locator(`[data-row="${ben}"] [data-column="3"]`).focus()
    await press('Enter')
    await drag(
      page,
      await pointAt(page, { agentId: ben, column: 4, minute: 480 }),
      await pointAt(page, { agentId: ben, column: 4, minute: 960 }),
    )
    await waitUntilSaved(page)
    const made = (await storedPlan(page, planId)).plan.shifts.filter(({ day }) => day > 2)
    expect(made.map(({ day, breaks }) => [day, breaks.length])).toEqual([
      [4, 1],
      [5, 1],
    ])
    expect(await panel(page).innerText()).not.toMatch(/breaks on (?:Thu|Fri)/u)
  })
})

describe(`several shifts, ${WHERE}`, () => {
  it('are changed in one form: start, agent and breaks of all', async () => {
    const { page } = opened
    await shiftBar(page, 'mon').focus()
    await press('Control+a')
    await panel(page).getByRole('button', { name: 'Edit', exact: true }).click()
    const form = page.getByRole('dialog', { name: 'Edit 3 shifts' })
    await form.getByRole('switch', { name: 'Change start' }).press('Space')
    await form.getByRole('group', { name: 'Start' }).getByRole('spinbutton', { name: /hour/ }).focus()
    await page.keyboard.type('08')
    await form.getByRole('button', { name: /^Unchanged Breaks|Breaks/u }).click()
    await page.getByRole('option', { name: 'As the rules require' }).click()
    await takeScreenshot(page, 'plan-several')
    await form.getByRole('button', { name: 'Save' }).click()
    expect(await shifts()).toEqual(['ana 1 8', 'ana 2 8', 'ben 2 8'])
    for (const id of ['mon', 'tue', 'ben']) expect((await storedShift(page, planId, id)).breaks).toHaveLength(1)
    await press('Control+z')
    expect(await shifts()).toEqual(['ana 1 9', 'ana 2 9', 'ben 2 10'])
  })

  it('have their breaks moved together, by a drag and by keys', async () => {
    const { page } = opened
    planId = await createPlan(
      page,
      planWith([
        shiftWith('mon', { agentId: ana, breaks: LUNCH }),
        shiftWith('tue', { agentId: ben, day: 2, breaks: LUNCH }),
      ]),
      RULES,
    )
    await openPlan(page, planId)
    const lunches = async () =>
      Promise.all(['mon', 'tue'].map(async (id) => (await storedShift(page, planId, id)).breaks[0]?.startMinute))
    await shiftBar(page, 'mon').focus()
    await press('Control+a')
    await page.getByRole('radio', { name: 'Day', exact: true }).press('Space')
    const at = (minute: number) => pointAt(page, { agentId: ana, column: 0, minute })
    await drag(page, await at(750), await at(780))
    expect(await lunches()).toEqual([750, 750])
    await shiftBar(page, 'mon').focus()
    await press('Alt+ArrowRight', 'Alt+ArrowRight')
    expect(await lunches()).toEqual([780, 780])
    await press('Control+z', 'Control+z', 'Control+z')
    expect(await lunches()).toEqual([720, 720])
    await page.getByRole('radio', { name: 'Week', exact: true }).press('Space')
  })

  it('are given to who can take them, found by keyboard', async () => {
    const { page } = opened
    await shiftBar(page, 'mon').focus()
    await press('w')
    const dialog = page.getByRole('dialog', { name: 'Who can take this shift?' })
    await dialog.getByText(/agents can take it without breaking a rule/u).waitFor()
    const first = dialog.getByRole('option').first()
    await expect.poll(async () => first.innerText()).toMatch(/h this week$/u)
    await takeScreenshot(page, 'plan-who-can')
    await press('ArrowDown', 'Enter')
    await dialog.waitFor({ state: 'detached' })
    expect((await storedShift(page, planId, 'mon')).agentId).not.toBe(ana)
    await press('Control+z')
    expect(await shifts()).toContain('ana 1 9')
  })

  it('are selected by a rectangle, by a range and one by one', async () => {
    const { page } = opened
    const from = await pointAt(page, { agentId: ana, column: 1, minute: 60 })
    const to = await pointAt(page, { agentId: ben, column: 1, minute: 1400 })
    await page.keyboard.down('Shift')
    await drag(page, from, to)
    await page.keyboard.up('Shift')
    expect(await selected()).toEqual(['ben', 'tue'])
    expect(await shifts()).toHaveLength(3)
    await shiftBar(page, 'mon').click()
    await shiftBar(page, 'ben').click({ modifiers: ['Shift'] })
    expect(await selected()).toEqual(['ben', 'mon', 'tue'])
    // It begins where it began, not where it ended.
    await shiftBar(page, 'tue').click({ modifiers: ['Shift'] })
    expect(await selected()).toEqual(['mon', 'tue'])
    await shiftBar(page, 'ben').click({ modifiers: ['Shift'] })
    await shiftBar(page, 'tue').click({ modifiers: ['ControlOrMeta'] })
    expect(await selected()).toEqual(['ben', 'mon'])
  })

  it('are copied by a drag with Alt held', async () => {
    const { page } = opened
    await page.keyboard.down('Alt')
    await drag(
      page,
      await pointAt(page, { agentId: ana, column: 0, minute: 640 }),
      await pointAt(page, { agentId: ana, column: 3, minute: 640 }),
    )
    await page.keyboard.up('Alt')
    expect(await shifts()).toEqual(['ana 1 9', 'ana 2 9', 'ana 4 9', 'ben 2 10'])
  })
})

describe(`a drag to another row, ${WHERE}`, () => {
  it('keeps the hours in spite of a wobble, and says which rows should not have the shift', async () => {
    const { page } = opened
    const from = await pointAt(page, { agentId: ana, column: 1, minute: 640 })
    const to = await pointAt(page, { agentId: ben, column: 1, minute: 640 })
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(from.x + 9, to.y, { steps: 4 })
    const rowOf = (agentId: string) => board(page).locator(`[data-row="${agentId}"]`)
    const reason = (): Promise<string> =>
      rowOf(ben)
        .locator('.board-name')
        .evaluate((name) => getComputedStyle(name, '::after').content)
    await expect.poll(reason).toBe('"Already working"')
    await expect.poll(() => rowOf('').getAttribute('data-fit')).toBe('yes')
    const unavailable = board(page).locator('[data-why="Not available"]')
    await expect.poll(() => unavailable.count()).toBe(1)
    await takeScreenshot(page, 'plan-lit')
    await page.mouse.up()
    expect(await storedShift(page, planId, 'tue')).toMatchObject({ agentId: ben, day: 2, startMinute: 540 })
    await expect.poll(() => board(page).locator('[data-fit]').count()).toBe(0)
  })
})

describe(`menus of the board, ${WHERE}`, () => {
  const choose = async (name: string): Promise<void> => {
    const { page } = opened
    await page.getByRole('menu', { name: 'Actions' }).getByRole('menuitem', { name }).click()
  }

  it('open on a shift, a day of an agent, an agent and a day', async () => {
    const { page } = opened
    await shiftBar(page, 'mon').click({ button: 'right' })
    await choose('Copy to the next day')
    expect(await shifts()).toContain('ana 2 9')
    await board(page).locator(`[data-row="${ben}"] [data-column="4"]`).click({ button: 'right' })
    await choose('Add a shift')
    expect(await shifts()).toContain('ben 5 9')
    await board(page).locator(`[data-row="${ben}"] .board-name`).click({ button: 'right' })
    await choose('Select shifts')
    expect(await selected()).toHaveLength(2)
    await page.locator('.board-day').nth(1).click({ button: 'right' })
    await choose('Delete')
    expect(await shifts()).toEqual(['ana 1 9', 'ben 5 9'])
  })

  it('open by the keyboard, and close at Escape with the focus where it was', async () => {
    const { page } = opened
    await shiftBar(page, 'tue').focus()
    await press('Shift+F10')
    await page.getByRole('menu', { name: 'Actions' }).waitFor()
    await press('Escape')
    await page.getByRole('menu', { name: 'Actions' }).waitFor({ state: 'detached' })
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-shift') ?? null)).toBe('tue')
  })
})

describe(`the zoom, ${WHERE}`, () => {
  it('is turned with Control and the wheel, about the pointer', async () => {
    const { page } = opened
    await page.getByRole('radio', { name: 'Week', exact: true }).press('Space')
    const bar = shiftBar(page, 'ben')
    const before = (await bar.boundingBox())!
    const x = before.x + before.width / 2
    await page.mouse.move(x, before.y + 10)
    await page.keyboard.down('Control')
    await page.mouse.wheel(0, -300)
    await page.keyboard.up('Control')
    await expect.poll(async () => (await bar.boundingBox())!.width).toBeGreaterThan(1.8 * before.width)
    const after = (await bar.boundingBox())!
    expect(Math.abs(after.x + after.width / 2 - x)).toBeLessThan(4)
    expect(await page.evaluate(() => devicePixelRatio)).toBe(1)
  })

  it('keeps what is read off the strips inside the board on the last day', async () => {
    const { page } = opened
    await page.getByRole('radio', { name: 'Week', exact: true }).press('Space')
    const canvas = (await page.locator('.strip-canvas').boundingBox())!
    await page.mouse.move(canvas.x + canvas.width - 4, canvas.y + 10)
    const reading = (await page.locator('.strip-reading').boundingBox())!
    const box = (await page.locator('.board').boundingBox())!
    expect(reading.x).toBeGreaterThanOrEqual(box.x)
    expect(reading.x + reading.width).toBeLessThanOrEqual(box.x + box.width)
    expect(opened.complaints).toEqual([])
  })
})

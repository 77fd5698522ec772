import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPlanPredictor } from '../../shared/predict/plan-prediction/plan-predictor.ts'
import { plannedIntervals } from '../../shared/plan/planned-intervals.ts'
import type { PredictionInputs } from '../../shared/predict/types.ts'
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
  predictionInputs,
  said,
  shiftBar,
  shiftWith,
  storedPlan,
  storedShift,
  waitUntilSaved,
} from './support/plan-page.ts'

const ZONE = 'America/New_York'

let app: ServedApp
let opened: OpenedApp
/** The first two agents of the board. */
let ana: string
let ben: string
let planId: string

beforeAll(async () => {
  // A quarter of an hour is wider than a pixel here.
  const demo = await openDemoAgents({ width: 1920, height: 1080 })
  ;({ app, opened } = demo)
  ;[ana, ben] = demo.agents.map(({ id }) => id) as [string, string]
}, 180_000)
afterAll(async () => app.close())

beforeEach(async () => {
  const { page } = opened
  planId = await createPlan(
    page,
    planWith([
      shiftWith('mon', { agentId: ana }),
      shiftWith('tue', { agentId: ana, day: 2 }),
      shiftWith('ben', {
        agentId: ben,
        day: 3,
        startMinute: 600,
        endMinute: 840,
        breaks: [{ startMinute: 690, endMinute: 720 }],
      }),
    ]),
  )
  await openPlan(page, planId)
}, 120_000)

const focused = async (): Promise<string> =>
  opened.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await opened.page.keyboard.press(key)
}

describe(`the board with the mouse, ${WHERE}`, () => {
  it('draws a shift on empty space', async () => {
    const { page } = opened
    await drag(
      page,
      await pointAt(page, { agentId: ana, column: 3, minute: 608 }),
      await pointAt(page, { agentId: ana, column: 3, minute: 840 }),
    )
    await waitUntilSaved(page)
    expect((await storedPlan(page, planId)).plan.shifts.find(({ day }) => day === 4)).toMatchObject({
      agentId: ana,
      startMinute: 600,
      endMinute: 840,
    })
  })

  it('moves a shift to another time, agent and day, and says what that does', async () => {
    const { page } = opened
    const from = await pointAt(page, { agentId: ana, column: 0, minute: 780 })
    const to = await pointAt(page, { agentId: ben, column: 1, minute: 840 })
    await drag(page, from, to)
    expect(await storedShift(page, planId, 'mon')).toMatchObject({
      agentId: ben,
      day: 2,
      startMinute: 600,
      endMinute: 1080,
    })
    await expect
      .poll(() => said(page).textContent())
      .toMatch(/^Tuesday, .* 10:00 to 18:00\. Coverage \d+%, (?:no change|(?:up|down) \d+ points?)\.$/u)
  })

  it('changes either end of a shift', async () => {
    const { page } = opened
    const at = async (id: string, minute: number) => ({
      from: await pointAt(page, { agentId: ana, column: 0, minute }),
      id,
    })
    const start = await at('mon', 540)
    await drag(
      page,
      { x: start.from.x + 2, y: start.from.y },
      { x: (await pointAt(page, { agentId: ana, column: 0, minute: 480 })).x + 2, y: start.from.y },
    )
    expect(await storedShift(page, planId, 'mon')).toMatchObject({ startMinute: 480, endMinute: 1020 })
    const end = await at('mon', 1020)
    await drag(
      page,
      { x: end.from.x - 2, y: end.from.y },
      { x: (await pointAt(page, { agentId: ana, column: 0, minute: 1110 })).x - 2, y: end.from.y },
    )
    expect(await storedShift(page, planId, 'mon')).toMatchObject({ startMinute: 480, endMinute: 1110 })
  })

  it('moves what is selected together, and takes it back and does it again', async () => {
    const { page } = opened
    await shiftBar(page, 'mon').click()
    await shiftBar(page, 'tue').click({ modifiers: ['ControlOrMeta'] })
    await panel(page).getByRole('heading', { name: '2 shifts selected' }).waitFor()
    await drag(
      page,
      await pointAt(page, { agentId: ana, column: 0, minute: 780 }),
      await pointAt(page, { agentId: ana, column: 0, minute: 900 }),
    )
    expect([await storedShift(page, planId, 'mon'), await storedShift(page, planId, 'tue')]).toMatchObject([
      { startMinute: 660 },
      { startMinute: 660 },
    ])
    await page.getByRole('button', { name: 'Undo: Move 2 shifts' }).click()
    expect(await storedShift(page, planId, 'tue')).toMatchObject({ startMinute: 540 })
    await page.getByRole('button', { name: 'Redo: Move 2 shifts' }).click()
    expect(await storedShift(page, planId, 'tue')).toMatchObject({ startMinute: 660 })
  })

  it('gives up a drag at Escape', async () => {
    const { page } = opened
    const before = await panel(page).locator('.panel-figures').innerText()
    const from = await pointAt(page, { agentId: ana, column: 0, minute: 780 })
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(from.x + 400, from.y, { steps: 4 })
    await page.keyboard.press('Escape')
    await page.mouse.up()
    await expect.poll(() => panel(page).locator('.panel-figures').innerText()).toBe(before)
    expect((await storedPlan(page, planId)).revision).toBe(1)
  })

  it('shows in the frame of a move the coverage of the shift under the pointer', async () => {
    const { page } = opened
    const week = await page.evaluate(() => new URLSearchParams(location.hash.split('?')[1]).get('week'))
    expect(week).toBeNull()
    const { inputs } = await predictionInputs(page, await firstDateShown(), ZONE)
    const { plan } = await storedPlan(page, planId)
    const predictor = createPlanPredictor(inputs as PredictionInputs)
    const missedWith = (startMinute: number): number => {
      const shifts = plan.shifts.map((shift) =>
        shift.id === 'mon' ? { ...shift, startMinute, endMinute: startMinute + 480 } : shift,
      )
      const { visitors, covered } = predictor.predict(
        plannedIntervals({ ...plan, shifts }, { firstDate: inputs.firstDate }),
      ).totals
      return Math.round(visitors - covered)
    }
    const from = await pointAt(page, { agentId: ana, column: 0, minute: 780 })
    const column = (await board(page).locator('[data-column="0"]').first().boundingBox())!.width
    await page.evaluate(recordFrames)
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    for (let step = 1; step <= 24; step++) await page.mouse.move(from.x + Math.round(60 * Math.sin(step / 4)), from.y)
    await page.keyboard.press('Escape')
    await page.mouse.up()
    const frames = (await page.evaluate(() => (globalThis as unknown as { frames: readonly Frame[] }).frames)).filter(
      ({ label }) => label !== '',
    )
    expect(frames.length).toBeGreaterThan(10)
    const expected = frames.map(({ x }) => missedWith(540 + 15 * Math.round(((x - from.x) / column) * 96)))
    expect(frames.map(({ missed }) => Number(missed.replaceAll(',', '')))).toEqual(expected)
    expect(new Set(expected).size).toBeGreaterThan(4)
  })
})

describe(`the board with the keyboard, ${WHERE}`, () => {
  it('leads from cell to cell and from shift to shift', async () => {
    const { page } = opened
    await board(page).locator('[tabindex="0"]').focus()
    await expect.poll(focused).toMatch(/^Unassigned, Monday, .*: no shifts$/u)
    await press('ArrowDown')
    await expect.poll(focused).toMatch(/, Monday, .*: 1 shift$/u)
    await press('ArrowRight', 'ArrowRight', 'ArrowDown')
    await expect.poll(focused).toMatch(/, Wednesday, .*: 1 shift$/u)
    await press('Enter')
    await expect
      .poll(focused)
      .toMatch(/, Wednesday, .*, 10:00 to 14:00\. 3\.5 hours of work\. Break 11:30 to 12:00\.$/u)
    await press('Control+ArrowUp')
    await expect.poll(focused).toMatch(/, Wednesday, .*: no shifts$/u)
    await expect.poll(() => board(page).locator('[tabindex="0"]').count()).toBe(1)
  })

  it('moves, gives away and resizes a shift, and keeps the focus on it', async () => {
    const { page } = opened
    await shiftBar(page, 'mon').focus()
    await press('ArrowRight', 'ArrowRight')
    expect(await storedShift(page, planId, 'mon')).toMatchObject({ startMinute: 570, endMinute: 1050 })
    await press('PageDown', 'ArrowDown')
    expect(await storedShift(page, planId, 'mon')).toMatchObject({ agentId: ben, day: 2 })
    await press('Shift+ArrowRight', 'Shift+ArrowUp')
    expect(await storedShift(page, planId, 'mon')).toMatchObject({ startMinute: 555, endMinute: 1065 })
    await expect.poll(focused).toMatch(/, Tuesday, .*, 09:15 to 17:45\. 8\.5 hours of work\.$/u)
    await expect.poll(() => said(page).textContent()).toMatch(/^Tuesday, .* 09:15 to 17:45\. Coverage \d+%, /u)
    await press('Control+z', 'Control+z', 'Control+z', 'Control+z', 'Control+z', 'Control+z')
    expect((await storedShift(page, planId, 'mon')).startMinute).toBe(540)
    await press('Control+Shift+z')
    expect((await storedShift(page, planId, 'mon')).startMinute).toBe(555)
  })

  it('adds, duplicates, copies, cuts, pastes and deletes', async () => {
    const { page } = opened
    const shifts = async () => {
      await waitUntilSaved(page)
      return (await storedPlan(page, planId)).plan.shifts
        .map(
          ({ agentId, day, startMinute }) =>
            `${agentId === ana ? 'ana' : agentId === ben ? 'ben' : 'open'} ${day} ${startMinute / 60}`,
        )
        .toSorted()
    }
    await board(page).locator(`[data-row="${ana}"] [data-column="4"]`).focus()
    await press('Enter')
    expect(await shifts()).toContain('ana 5 9')
    await press('Control+d')
    expect(await shifts()).toContain('ana 6 9')
    await press('Delete')
    expect(await shifts()).not.toContain('ana 6 9')
    await shiftBar(page, 'ben').focus()
    await press('Control+c', 'Escape', 'ArrowRight', 'ArrowUp', 'Control+v')
    expect(await shifts()).toContain('ana 4 10')
    await shiftBar(page, 'ben').focus()
    await press('Control+x')
    expect(await shifts()).not.toContain('ben 3 10')
    await shiftBar(page, 'mon').focus()
    await press('Control+a', 'ArrowDown')
    expect((await shifts()).filter((shift) => shift.startsWith('ana'))).toEqual([])
  })

  it('selects several shifts and moves them together', async () => {
    const { page } = opened
    await shiftBar(page, 'mon').focus()
    await press('Space', 'Control+ArrowRight', 'Space')
    await panel(page).getByRole('heading', { name: '2 shifts selected' }).waitFor()
    await press('ArrowRight', 'Shift+ArrowLeft')
    expect([await storedShift(page, planId, 'mon'), await storedShift(page, planId, 'tue')]).toMatchObject([
      { startMinute: 555, endMinute: 1020 },
      { startMinute: 555, endMinute: 1020 },
    ])
    await press('Control+z', 'Control+z')
    expect(await storedShift(page, planId, 'mon')).toMatchObject({ startMinute: 540 })
  })

  it('keeps hours that are used often, and gives them to other shifts', async () => {
    const { page } = opened
    await shiftBar(page, 'ben').focus()
    await press('Space')
    await panel(page).getByRole('button', { name: 'Save as shift template' }).press('Enter')
    await panel(page).getByRole('button', { name: 'Delete shift template' }).waitFor()
    await shiftBar(page, 'mon').focus()
    await press('Escape', 'Enter', 'Space')
    await panel(page)
      .getByRole('button', { name: /Shift template/ })
      .press('Enter')
    await page.getByRole('option', { name: '10:00–14:00' }).press('Enter')
    expect(await storedShift(page, planId, 'mon')).toMatchObject({
      startMinute: 600,
      endMinute: 840,
      breaks: [{ startMinute: 690, endMinute: 720 }],
    })
    await panel(page).getByRole('button', { name: 'Delete shift template' }).press('Enter')
    await panel(page).getByRole('button', { name: 'Save as shift template' }).waitFor()
  })

  it('edits a shift in its form, with breaks, a note and an end after midnight', async () => {
    const { page } = opened
    await shiftBar(page, 'tue').focus()
    await press('Enter')
    const form = page.getByRole('dialog', { name: 'Shift' })
    await form.getByRole('group', { name: 'Start' }).getByRole('spinbutton', { name: /hour/ }).focus()
    await page.keyboard.type('22')
    await form.getByRole('group', { name: 'End' }).getByRole('spinbutton', { name: /hour/ }).focus()
    await page.keyboard.type('06')
    await form.getByRole('button', { name: 'Add a break' }).click()
    await form.getByRole('textbox', { name: 'Note' }).fill('Late desk')
    await form.getByRole('button', { name: 'Save' }).click()
    expect(await storedShift(page, planId, 'tue')).toMatchObject({
      startMinute: 1320,
      endMinute: 1800,
      note: 'Late desk',
      breaks: [{ startMinute: 1545, endMinute: 1575 }],
    })
    await expect
      .poll(focused)
      .toMatch(/22:00 to 06:00 on the next day\. 7\.5 hours of work\. Break 01:45 to 02:15\. Late desk$/u)
  })

  it('shows the keys at "?"', async () => {
    const { page } = opened
    await shiftBar(page, 'mon').focus()
    await press('?')
    const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await expect.poll(() => list.innerText()).toContain('Assign the shift to another agent')
    await press('Escape')
    await list.waitFor({ state: 'detached' })
  })
})

describe(`the board with a finger, ${WHERE}`, () => {
  it('scrolls where nothing is selected, and drags what is', async () => {
    const { page } = opened
    const devTools = await page.context().newCDPSession(page)
    await devTools.send('Emulation.setTouchEmulationEnabled', { enabled: true })
    const touch = async (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: readonly Point[]) =>
      devTools.send('Input.dispatchTouchEvent', { type, touchPoints: [...touchPoints] })
    const stroke = async (from: Point, to: Point): Promise<void> => {
      const began = touch('touchStart', from)
      // It rests at the end, so that nothing goes on rolling.
      for (let step = 1; step <= 16; step++) {
        const done = Math.min(1, step / 8)
        const moved = touch('touchMove', { x: from.x + (to.x - from.x) * done, y: from.y + (to.y - from.y) * done })
        // At once, however busy the machine is: a finger that stays where it is for half a second asks for a menu.
        if (step === 1) await began
        await moved
      }
      await touch('touchEnd')
    }
    const tap = async (at: Point): Promise<void> => {
      await Promise.all([touch('touchStart', at), touch('touchEnd')])
    }
    await page.getByRole('radio', { name: '3 days', exact: true }).press('Space')
    const from = await pointAt(page, { agentId: ana, column: 0, minute: 780 })
    const left = async (): Promise<number> => page.locator('.board').evaluate((element) => element.scrollLeft)
    await stroke({ x: from.x, y: from.y }, { x: from.x - 200, y: from.y })
    await expect.poll(left).toBeGreaterThan(100)
    expect((await storedPlan(page, planId)).revision).toBe(1)
    await page.locator('.board').evaluate(scrollToStart)
    const touched = await pointAt(page, { agentId: ana, column: 0, minute: 780 })
    await tap(touched)
    await panel(page).getByRole('button', { name: 'Edit' }).waitFor()
    await stroke(touched, await pointAt(page, { agentId: ana, column: 0, minute: 840 }))
    expect(await storedShift(page, planId, 'mon')).toMatchObject({ startMinute: 600, endMinute: 1080 })
    // Looking for a place may bring the last pixel of a day into sight; a drag would scroll by far more.
    expect(await left()).toBeLessThanOrEqual(1)
    await page.getByRole('radio', { name: 'Week', exact: true }).press('Space')
    await devTools.send('Emulation.setTouchEmulationEnabled', { enabled: false })
    await devTools.detach()
    await takeScreenshot(page, 'plan-board')
  })
})

/** In the page: scrolls back, again until nothing of the finger's roll is left to come. */
async function scrollToStart(board: Element): Promise<void> {
  let framesAtRest = 0
  while (framesAtRest < 10) {
    framesAtRest = board.scrollLeft === 0 ? framesAtRest + 1 : 0
    board.scrollTo(0, 0)
    await new Promise((resolve) => requestAnimationFrame(resolve))
  }
}

/** The date on which the week of the board begins. */
async function firstDateShown(): Promise<string> {
  const name = (await board(opened.page).getByRole('columnheader').nth(1).textContent()) ?? ''
  return new Date(`${name.replace(/^\w+, /u, '')} UTC`).toISOString().slice(0, 10)
}

interface Point {
  readonly x: number
  readonly y: number
}

interface Frame {
  readonly x: number
  readonly label: string
  readonly missed: string
}

/** In the page: notes what stands on the screen at the end of each frame in which the pointer moved. */
function recordFrames(): void {
  const frames: Frame[] = []
  Object.assign(globalThis, { frames })
  addEventListener('pointermove', ({ clientX }) => {
    requestAnimationFrame(() => {
      const missed = [...document.querySelectorAll('.panel-list > div')].find(
        (row) => row.querySelector('dt')?.textContent === 'Missed visitors',
      )
      frames.push({
        x: clientX,
        label: document.querySelector('.ghost-label')?.textContent ?? '',
        missed: missed?.querySelector('dd')?.textContent ?? '',
      })
    })
  })
}

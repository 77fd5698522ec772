import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CDPSession, Page } from 'playwright'
import { planToText } from '../../shared/contract/plan-file.ts'
import { ALWAYS, type Assumption } from '../../shared/plan/assumptions/assumption.ts'
import type { Plan, Shift } from '../../shared/plan/plan.ts'
import { BUILT } from '../support/built.ts'
import { launchBrowser } from '../support/chromium.ts'
import { addressOf } from './served-address.ts'
import { atMostMs, ms, type BenchTable } from './table.ts'
import { longestTasks, quantile, sharesPerMove, workPerEvent, type TraceEvent, type Work } from './trace-events.ts'

interface Size {
  readonly name: string
  readonly agents: number
  readonly shifts: number
  /** Whether it assumes something of visitors, absences, off-phone time and hires. */
  readonly isAssuming?: boolean
  /** Milliseconds: of the 95th percentile of moves of a drag, of the worst, and of the longest task while it opens. */
  readonly goals: { readonly move: number; readonly worst: number; readonly task: number }
}

/** A small team, a large one, and a company. */
const SIZES: readonly Size[] = [
  { name: 'Small', agents: 14, shifts: 72, goals: { move: 8, worst: 16, task: 200 } },
  { name: 'Large', agents: 60, shifts: 300, goals: { move: 8, worst: 16, task: 200 } },
  { name: 'Assuming', agents: 60, shifts: 300, isAssuming: true, goals: { move: 8, worst: 16, task: 200 } },
  { name: 'Company', agents: 300, shifts: 1521, goals: { move: 12, worst: 24, task: 1500 } },
]
const DRAG_MS = 2000
const KEY_GOAL_MS = 12
const ZOOM_GOAL_MS = 60
const PRESSES = 20
/** Between two presses, so that what follows from one is not taken for the next one's: less than what advice waits for. */
const PRESS_MS = 150
const SYNC_MS = 120_000
const PARTS = [
  'FunctionCall',
  'EventDispatch',
  'UpdateLayoutTree',
  'Layout',
  'HitTest',
  'PrePaint',
  'Paint',
  'Layerize',
  'Commit',
]

/** The what-if editor in a real browser: a drag over a large plan, and its opening. In the built app. */
export async function benchEditor(): Promise<readonly BenchTable[]> {
  const folder = mkdtempSync(join(tmpdir(), 'covercast-bench-'))
  const server = spawn(process.execPath, [BUILT.commandLine, 'serve', '--no-open', '--json', '--data-dir', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: 'en-GB',
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    await page.goto(await addressOf(server))
    await page.getByRole('button', { name: 'Open demo' }).click()
    await page.getByRole('button', { name: 'Sync', exact: true }).waitFor({ timeout: SYNC_MS })
    await page.getByRole('link', { name: 'Plans' }).click()
    const devTools = await context.newCDPSession(page)
    const tables: BenchTable[] = []
    for (const size of SIZES) {
      await importPlan(page, size)
      const opening = await traced(devTools, async () => openPlan(page, size))
      const drag = await traced(devTools, async () => dragAbout(page))
      const keys = await traced(devTools, async () => pressArrows(page))
      const zoom = await traced(devTools, async () => zoomAbout(page))
      const assuming = size.isAssuming === true ? await tracedChanges(page, devTools) : null
      tables.push(editorTable(size, { opening, drag, keys, zoom, assuming }))
      await showList(page)
    }
    return [...tables, await capacityTable(page)]
  } finally {
    await browser.close()
    server.kill('SIGTERM')
    await once(server, 'exit')
    rmSync(folder, { recursive: true, force: true })
  }
}

const CAPACITY_GOAL_MS = 2000

/** What the page waits for the months to come of the demo: the first time, and with another question once all of it is at hand. */
async function capacityTable(page: Page): Promise<BenchTable> {
  const asked = async (growth: number): Promise<number> => page.evaluate(askCapacity, growth)
  const first = await asked(0)
  const again = [await asked(1), await asked(2), await asked(3)].toSorted((one, other) => one - other)[1]!
  return {
    title: 'The next 12 months of the demo, as the page waits for them',
    rows: [
      { what: 'the first time', value: ms(first), goal: atMostMs(CAPACITY_GOAL_MS, first) },
      { what: 'with other growth and hires', value: ms(again), goal: atMostMs(CAPACITY_GOAL_MS, again) },
    ],
  }
}

/** In the page. */
async function askCapacity(growth: number): Promise<number> {
  const workspaceId = /^#\/w\/([^/]+)/.exec(location.hash)![1]!
  const hours = { startMinute: 540, endMinute: 1020 }
  const from = `${new Date().getUTCFullYear() + 1}-02-01`
  const hires = [{ id: 'hires', kind: 'hires', count: 2, from, days: [1, 2, 3, 4, 5], hours, ramp: [50, 75, 90, 100] }]
  const input = encodeURIComponent(
    JSON.stringify({ workspaceId, months: 12, growth, hires: growth === 0 ? [] : hires }),
  )
  const started = performance.now()
  const answer = await fetch(`/trpc/capacity.months?input=${input}`)
  if (!answer.ok) throw new Error(await answer.text())
  await answer.json()
  return performance.now() - started
}

async function importPlan(page: Page, size: Size): Promise<void> {
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose a file' }).click(),
  ])
  await chooser.setFiles({
    name: 'plan.json',
    mimeType: 'application/json',
    buffer: Buffer.from(planToText(planOf(size))),
  })
  await page.getByRole('button', { name: 'Import the plan' }).click()
  // It says first that its people are not those of the demo.
  await page.getByRole('button', { name: 'Open the plan' }).click()
  // Once opened, what it needs of the past is learned.
  await page.locator('.plan-editor').waitFor({ timeout: SYNC_MS })
  await showList(page)
}

async function showList(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Plans', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Plans' }).waitFor()
  await page.waitForTimeout(1000)
}

async function openPlan(page: Page, { name }: Size): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  await page.locator('.plan-editor').waitFor()
  // Bands and advice come a moment later.
  await page.waitForTimeout(2500)
}

async function dragAbout(page: Page): Promise<void> {
  const { x, y } = await page.locator('.board').evaluate(shiftInSight)
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 20, y, { steps: 4 })
  if (!(await page.locator('.ghost').first().isVisible())) throw new Error('No shift is being dragged.')
  const started = performance.now()
  for (let move = 1; performance.now() - started < DRAG_MS; move++)
    await page.mouse.move(x + 120 * Math.sin(move / 9), y + 70 * (1 - Math.cos(move / 23)))
  await page.keyboard.press('Escape')
  await page.mouse.up()
}

async function pressArrows(page: Page): Promise<void> {
  const { x, y } = await page.locator('.board').evaluate(shiftInSight)
  await page.mouse.click(x, y)
  for (let press = 0; press < PRESSES; press++) {
    await page.keyboard.press(press % 2 === 0 ? 'ArrowRight' : 'ArrowLeft')
    await page.waitForTimeout(PRESS_MS)
  }
}

/** An assumption is changed once, and the change is undone and done again by keys: each time it is another world. */
async function tracedChanges(page: Page, devTools: CDPSession): Promise<readonly TraceEvent[]> {
  await page.getByRole('button', { name: 'Edit: +20% visitors' }).click()
  await page.getByRole('dialog').getByLabel('Change in percent').fill('35')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Edit: +35% visitors' }).waitFor()
  const events = await traced(devTools, async () => {
    for (let press = 0; press < PRESSES; press++) {
      // Not by the page's keyboard, whose Control and Shift are keys of their own.
      const key = {
        modifiers: CONTROL + (press % 2 === 0 ? 0 : SHIFT),
        key: 'z',
        code: 'KeyZ',
        windowsVirtualKeyCode: 90,
      }
      await devTools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key })
      await devTools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
      await page.getByRole('button', { name: `Edit: +${press % 2 === 0 ? 20 : 35}% visitors` }).waitFor()
      await page.waitForTimeout(PRESS_MS)
    }
  })
  return events
}

const CONTROL = 2
const SHIFT = 8

async function zoomAbout(page: Page): Promise<void> {
  const { x, y } = await page.locator('.board').evaluate(shiftInSight)
  await page.mouse.move(x, y)
  await page.keyboard.down('Control')
  for (let turn = 0; turn < PRESSES; turn++) {
    await page.mouse.wheel(0, turn % 2 === 0 ? -100 : 100)
    await page.waitForTimeout(PRESS_MS)
  }
  await page.keyboard.up('Control')
}

/** In the page: a point of a shift in the middle of the board, to the left of its break. */
function shiftInSight(board: Element): { readonly x: number; readonly y: number } {
  const sight = board.getBoundingClientRect()
  const middle = sight.left + sight.width / 2
  const boxes = [...board.querySelectorAll('[data-shift]')]
    .map((bar) => bar.getBoundingClientRect())
    .filter(({ top, bottom }) => top > sight.top + 280 && bottom < sight.bottom - 100)
  const nearest = boxes.toSorted((one, other) => Math.abs(one.left - middle) - Math.abs(other.left - middle))[0]
  if (nearest === undefined) throw new Error('No shift is in sight.')
  return { x: nearest.left + nearest.width / 4, y: nearest.top + nearest.height / 2 }
}

async function traced(devTools: CDPSession, run: () => Promise<void>): Promise<readonly TraceEvent[]> {
  const events: TraceEvent[] = []
  const collect = ({ value }: { readonly value: readonly unknown[] }): void =>
    void events.push(...(value as readonly TraceEvent[]))
  devTools.on('Tracing.dataCollected', collect)
  const complete = new Promise((resolve) => devTools.once('Tracing.tracingComplete', resolve))
  await devTools.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'] },
  })
  await run()
  await devTools.send('Tracing.end')
  await complete
  devTools.off('Tracing.dataCollected', collect)
  return events
}

interface Traces {
  readonly opening: readonly TraceEvent[]
  readonly drag: readonly TraceEvent[]
  readonly keys: readonly TraceEvent[]
  readonly zoom: readonly TraceEvent[]
  /** null: it assumes nothing. */
  readonly assuming: readonly TraceEvent[] | null
}

function editorTable(
  { agents, shifts, goals, isAssuming = false }: Size,
  { opening, drag, keys, zoom, assuming }: Traces,
): BenchTable {
  const work = workPerEvent(drag, 'pointermove')
  const median = (what: string, events: readonly Work[], goal: number): BenchTable['rows'][number] => {
    const [walls, processors] = [events.map(({ wall }) => wall), events.map((one) => one.processor)]
    const value = quantile(walls, 0.5)
    return {
      what: `${what} (${events.length}), median`,
      value: `${ms(value)} (processor alone ${ms(quantile(processors, 0.5))})`,
      goal: atMostMs(goal, value),
    }
  }
  const wall = work.map((one) => one.wall)
  const processor = work.map((one) => one.processor)
  const both = (share: number): string =>
    `${ms(quantile(wall, share))} (processor alone ${ms(quantile(processor, share))})`
  const longest = longestTasks(opening)[0] ?? { wall: 0, processor: 0 }
  const parts = [...sharesPerMove(drag, PARTS)]
    .filter(([, value]) => value >= 0.01)
    .map(([name, value]) => `${name} ${value.toFixed(2)}`)
  return {
    title: `A plan of ${agents} agents and ${shifts} shifts${isAssuming ? ' with five assumptions' : ''} in the editor: the page's main thread`,
    rows: [
      { what: `per pointer move of a drag (${work.length} in ${DRAG_MS / 1000} s), median`, value: both(0.5) },
      {
        what: 'per pointer move, 95th percentile',
        value: both(0.95),
        goal: atMostMs(goals.move, quantile(wall, 0.95)),
      },
      { what: 'per pointer move, most', value: both(1), goal: atMostMs(goals.worst, quantile(wall, 1)) },
      median('per arrow key that moves a shift', workPerEvent(keys, 'keydown'), KEY_GOAL_MS),
      median('per step of zoom', workPerEvent(zoom, 'wheel'), ZOOM_GOAL_MS),
      ...(assuming === null
        ? []
        : [median('per change of an assumption', workPerEvent(assuming, 'keydown'), goals.worst)]),
      {
        what: 'longest task while it opens',
        value: `${ms(longest.wall)} (processor alone ${ms(longest.processor)})`,
        goal: atMostMs(goals.task, longest.wall),
      },
    ],
    notes: [`Of a move on average: ${parts.join(', ')} ms.`],
  }
}

/** As many shifts each, of five hours with a break, at hours that differ. */
function planOf({ name, agents, shifts: count, isAssuming = false }: Size): Plan {
  const each = Math.ceil(count / agents)
  const shifts = Array.from({ length: count }, (_, index): Shift => {
    const agent = Math.floor(index / each)
    const turn = index % each
    const startMinute = (turn < 7 ? 360 : 780) + 15 * ((agent * 5 + turn * 3) % 20)
    return {
      id: `shift-${index}`,
      agentId: `agent-${String(agent).padStart(3, '0')}`,
      day: turn < 7 ? turn : (agent + 2 * turn) % 7,
      startMinute,
      endMinute: startMinute + 300,
      breaks: [{ startMinute: startMinute + 120, endMinute: startMinute + 150 }],
      note: '',
    }
  })
  const plan: Plan = { name, timeZone: 'America/New_York', poolId: null, kind: 'weekly', shifts }
  return isAssuming ? { ...plan, assumptions: ASSUMED } : plan
}

const TUESDAYS = { ...ALWAYS, days: [2], hours: { startMinute: 600, endMinute: 660 } }
const ASSUMED: readonly Assumption[] = [
  { id: 'more', kind: 'demand', percent: 20, poolId: null, time: ALWAYS },
  { id: 'away', kind: 'absence', agentId: 'agent-003', time: { ...ALWAYS, days: [1, 2, 3] } },
  { id: 'meeting', kind: 'shrinkage', agentIds: null, time: TUESDAYS },
  { id: 'slower', kind: 'handling', percent: 10 },
  {
    id: 'hires',
    kind: 'hires',
    count: 3,
    from: '2026-01-05',
    days: [1, 2, 3, 4, 5],
    hours: { startMinute: 540, endMinute: 1020 },
    ramp: [50, 100],
  },
]

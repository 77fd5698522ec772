import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { CDPSession, Page } from 'playwright'
import { planToText } from '../../shared/contract/plan-file.ts'
import type { Plan, Shift } from '../../shared/plan/plan.ts'
import { BUILT } from '../support/built.ts'
import { launchBrowser } from '../support/chromium.ts'
import { atMostMs, ms, type BenchTable } from './table.ts'
import { longestTasks, quantile, sharesPerMove, workPerPointerMove, type TraceEvent } from './trace-events.ts'

const AGENTS = 60
const SHIFTS_EACH = 10
const DRAG_MS = 2000
const SYNC_MS = 120_000
const PARTS = ['FunctionCall', 'EventDispatch', 'UpdateLayoutTree', 'Layout', 'HitTest', 'PrePaint', 'Paint', 'Layerize', 'Commit']

/** The what-if editor in a real browser: a drag over a large plan, and its opening. In the built app. */
export async function benchEditor(): Promise<readonly BenchTable[]> {
  const folder = mkdtempSync(join(tmpdir(), 'covercast-bench-'))
  const server = spawn(process.execPath, [BUILT.commandLine, 'serve', '--no-open', '--json', '--data-dir', folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB', reducedMotion: 'reduce' })
    const page = await context.newPage()
    await page.goto(await addressOf(server))
    await importLargePlan(page)
    const devTools = await context.newCDPSession(page)
    const opening = await traced(devTools, async () => openPlan(page))
    const drag = await traced(devTools, async () => dragAbout(page))
    return [editorTable(opening, drag)]
  } finally {
    await browser.close()
    server.kill('SIGTERM')
    await once(server, 'exit')
    rmSync(folder, { recursive: true, force: true })
  }
}

async function addressOf(server: ChildProcess): Promise<string> {
  let text = ''
  for await (const line of createInterface({ input: server.stdout! })) {
    text += line
    const url = /"url":\s*"([^"]+)"/.exec(text)?.[1]
    if (url !== undefined) return url
  }
  throw new Error(`The app did not start: ${text}`)
}

async function importLargePlan(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the demo' }).click()
  await page.getByRole('button', { name: 'Sync', exact: true }).waitFor({ timeout: SYNC_MS })
  await page.getByRole('link', { name: 'Plans' }).click()
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Open a plan file' }).click()])
  await chooser.setFiles({ name: 'large.json', mimeType: 'application/json', buffer: Buffer.from(planToText(largePlan())) })
  // It says first that its people are not those of the demo.
  await page.getByRole('button', { name: 'Open the plan' }).click()
  // Once opened, what it needs of the past is learned.
  await page.locator('.plan-editor').waitFor({ timeout: SYNC_MS })
  await page.getByRole('button', { name: 'Plans', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Plans' }).waitFor()
  await page.waitForTimeout(1000)
}

async function openPlan(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Large', exact: true }).click()
  await page.locator('.plan-editor').waitFor()
  // Bands and advice come a moment later.
  await page.waitForTimeout(2500)
}

async function dragAbout(page: Page): Promise<void> {
  const shift = (await page.locator('[data-shift]').nth(8).boundingBox())!
  const [x, y] = [shift.x + shift.width / 2, shift.y + shift.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  const started = performance.now()
  for (let move = 1; performance.now() - started < DRAG_MS; move++) await page.mouse.move(x + 260 * Math.sin(move / 9), y + 90 * (1 - Math.cos(move / 23)))
  await page.keyboard.press('Escape')
  await page.mouse.up()
}

async function traced(devTools: CDPSession, run: () => Promise<void>): Promise<readonly TraceEvent[]> {
  const events: TraceEvent[] = []
  const collect = ({ value }: { readonly value: readonly unknown[] }): void => void events.push(...(value as readonly TraceEvent[]))
  devTools.on('Tracing.dataCollected', collect)
  const complete = new Promise((resolve) => devTools.once('Tracing.tracingComplete', resolve))
  await devTools.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'] } })
  await run()
  await devTools.send('Tracing.end')
  await complete
  devTools.off('Tracing.dataCollected', collect)
  return events
}

function editorTable(opening: readonly TraceEvent[], drag: readonly TraceEvent[]): BenchTable {
  const work = workPerPointerMove(drag)
  const wall = work.map((one) => one.wall)
  const processor = work.map((one) => one.processor)
  const both = (share: number): string => `${ms(quantile(wall, share))} (processor alone ${ms(quantile(processor, share))})`
  const longest = longestTasks(opening)[0] ?? { wall: 0, processor: 0 }
  const parts = [...sharesPerMove(drag, PARTS)].filter(([, value]) => value >= 0.01).map(([name, value]) => `${name} ${value.toFixed(2)}`)
  return {
    title: `A plan of ${AGENTS} agents and ${AGENTS * SHIFTS_EACH} shifts in the editor: the page's main thread`,
    rows: [
      { what: `per pointer move of a drag (${work.length} in ${DRAG_MS / 1000} s), median`, value: both(0.5) },
      { what: 'per pointer move, 95th percentile', value: both(0.95), goal: atMostMs(8, quantile(wall, 0.95)) },
      { what: 'per pointer move, most', value: both(1), goal: atMostMs(33, quantile(wall, 1)) },
      { what: 'longest task while it opens', value: `${ms(longest.wall)} (processor alone ${ms(longest.processor)})`, goal: atMostMs(200, longest.wall) },
    ],
    notes: [`Of a move on average: ${parts.join(', ')} ms.`],
  }
}

/** Ten shifts each, of five hours with a break, at hours that differ. */
function largePlan(): Plan {
  const shifts = Array.from({ length: AGENTS * SHIFTS_EACH }, (_, index): Shift => {
    const agent = Math.floor(index / SHIFTS_EACH)
    const turn = index % SHIFTS_EACH
    const startMinute = (turn < 7 ? 360 : 780) + 15 * ((agent * 5 + turn * 3) % 20)
    return {
      id: `shift-${index}`,
      agentId: `agent-${String(agent).padStart(2, '0')}`,
      day: turn < 7 ? turn : (agent + 2 * turn) % 7,
      startMinute,
      endMinute: startMinute + 300,
      breaks: [{ startMinute: startMinute + 120, endMinute: startMinute + 150 }],
      note: '',
    }
  })
  return { name: 'Large', timeZone: 'America/New_York', poolId: null, kind: 'weekly', shifts }
}

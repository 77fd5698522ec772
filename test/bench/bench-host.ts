import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import type { Browser } from 'playwright'
import { BUILT } from '../support/built.ts'
import { launchBrowser } from '../support/chromium.ts'
import { firstSync, type BenchFolder, type BenchSubject } from './first-sync.ts'
import type { LoopDelays } from './host-process.ts'
import { BENCH_NOW } from './make-data.ts'
import { median } from './measure.ts'
import { atMostMs, ms, type BenchTable } from './table.ts'

const ROUNDS = 5

/** The process that owns windows: how late its loop is while threads work, and how soon after its start there are figures. */
export async function benchHost({ database, size }: BenchSubject): Promise<readonly BenchTable[]> {
  const { folder } = await firstSync(database.url, size)
  try {
    return [await startTable(folder), await loopTable(folder)]
  } finally {
    folder.remove()
  }
}

async function loopTable({ dataDir, paths }: BenchFolder): Promise<BenchTable> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    join(import.meta.dirname, 'host-process.ts'),
    dataDir,
    paths.id,
  ])
  const rounds = JSON.parse(stdout) as readonly LoopDelays[]
  const idle = median(rounds.map((round) => round.idle.p99))
  const busy = median(rounds.map((round) => round.busy.p99))
  const most = median(rounds.map((round) => round.busy.most))
  const reports = rounds.reduce((sum, round) => sum + round.reports, 0)
  return {
    title: 'Event loop of the process that owns windows',
    rows: [
      { what: 'late when idle, 99th percentile', value: ms(idle) },
      { what: 'late when idle, at most', value: ms(median(rounds.map((round) => round.idle.most))) },
      {
        what: 'late under a sync of everything and reports, 99th percentile',
        value: ms(busy),
        ratio: `${ms(busy - idle)} above idle`,
        goal: { text: '<= 10 ms above idle', limit: 10, actual: busy - idle },
      },
      { what: 'late under the same, at most', value: ms(most), goal: atMostMs(50, most) },
    ],
    notes: [`${reports} reports, one after another, during ${rounds.length} syncs of everything.`],
  }
}

async function startTable(folder: BenchFolder): Promise<BenchTable> {
  const browser = await launchBrowser()
  const answers: number[] = []
  const figures: number[] = []
  try {
    // The first start fills the system's file cache, as an installation does.
    for (let round = 0; round <= ROUNDS; round++) {
      const { answer, shown } = await startOnce(browser, folder)
      if (round === 0) continue
      answers.push(answer)
      figures.push(shown)
    }
  } finally {
    await browser.close()
  }
  return {
    title: 'From starting the app to figures',
    rows: [
      { what: 'the process serves the page', value: ms(median(answers)) },
      { what: 'the figures are on the screen', value: ms(median(figures)) },
    ],
  }
}

async function startOnce(
  browser: Browser,
  { dataDir }: BenchFolder,
): Promise<{ readonly answer: number; readonly shown: number }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' })
  const page = await context.newPage()
  // The page shows the last 30 days; it does not know that the data is of another year.
  await page.clock.setFixedTime(BENCH_NOW)
  const started = performance.now()
  const server = spawn(process.execPath, [BUILT.commandLine, 'serve', '--no-open', '--json', '--data-dir', dataDir], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  try {
    let text = ''
    for await (const line of createInterface({ input: server.stdout })) {
      text += line
      if (text.includes('"port"')) break
    }
    const answer = performance.now() - started
    await page.goto(/"url":\s*"([^"]+)"/.exec(text)![1]!)
    await page.getByText(/\d%/).first().waitFor()
    return { answer, shown: performance.now() - started }
  } finally {
    await context.close()
    server.kill('SIGTERM')
    await once(server, 'exit')
  }
}

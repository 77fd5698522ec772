import { createCoverageCalculator } from '../../electron/backend/coverage/compute.ts'
import type { CoverageQuery } from '../../electron/backend/coverage/queries.ts'
import { openDataAccess } from '../../electron/backend/threads/open-data-access.ts'
import { openTrafficReader } from '../../electron/store/traffic-reader.ts'
import { addDays } from '../../shared/time/local.ts'
import { BUILT } from '../support/built.ts'
import type { TestDatabase } from '../support/source-database.ts'
import { firstSync, type BenchFolder, type BenchSubject } from './first-sync.ts'
import { openDuckDb } from './duckdb.ts'
import { assertSameFigures } from './hour-sums.ts'
import { BENCH_NOW } from './make-data.ts'
import { measure, median } from './measure.ts'
import {
  duckDbOpponent,
  originalOpponent,
  postgresOpponent,
  rawEvents,
  type Opponent,
  type ReportQuestion,
} from './report-opponents.ts'
import { atLeastTimes, atMostMs, ms, times, type BenchRow, type BenchTable, type Goal } from './table.ts'

const TIME_ZONE = 'America/New_York'
const LAST_DATE = '2026-06-29'
const BLOCKED = 'AA'
const ROUNDS = 7
const ORIGINAL_ROUNDS = 5
const RANGES = [7, 30, 90, 180] as const
/** The original algorithm takes minutes where the others take milliseconds. */
const PATIENCE_MS = 5_000

/** Reports from the cache against the original algorithm, DuckDB over the same cells, and Postgres asked directly; all must agree first. */
export async function benchReport({ database, size }: BenchSubject): Promise<readonly BenchTable[]> {
  const { folder } = await firstSync(database.url, size)
  const duck = await openDuckDb()
  const reader = openTrafficReader(folder.paths.cacheFile)
  try {
    const snapshot = reader.snapshot()
    const opponents: Readonly<Record<string, Opponent>> = {
      ...(typeof duck === 'string' ? {} : { 'DuckDB over the same cells': await duckDbOpponent(duck, snapshot) }),
      'Postgres asked directly': postgresOpponent(database.client),
    }
    const rows: BenchRow[] = []
    for (const days of RANGES) {
      const query = queryOf(folder, days, { countryFilter: { mode: 'blocklist', countries: [BLOCKED] } })
      const own = (): unknown => createCoverageCalculator().coverage(snapshot, query)
      rows.push(
        ...(await compare({
          days,
          own,
          question: { ...query, withoutCountry: BLOCKED },
          opponents,
          database,
          isFull: size.isFull,
          expected: createCoverageCalculator().coverage(snapshot, query).figures,
        })),
      )
    }
    const warm = createCoverageCalculator()
    warm.coverage(snapshot, queryOf(folder, 90))
    let turn = 0
    const changed = await measure(3 * ROUNDS, {
      range: () => void warm.coverage(snapshot, queryOf(folder, 60 + (turn++ % 30))),
      zone: () =>
        void warm.coverage(
          snapshot,
          queryOf(folder, 90, { timeZone: turn++ % 2 === 0 ? 'Asia/Kathmandu' : 'Europe/Berlin' }),
        ),
    })
    const start = await firstReports(folder)
    rows.push(
      { what: 'only the range changed', value: ms(changed.range), goal: atMostMs(2, changed.range) },
      { what: 'only the zone changed, 90 days', value: ms(changed.zone), goal: atMostMs(2, changed.zone) },
      {
        what: 'first report after start, 90 days: thread, file and figures',
        value: ms(start),
        goal: atMostMs(250, start),
      },
    )
    const notes = typeof duck === 'string' ? [`Without DuckDB, which could not be installed: ${duck}`] : []
    return [{ title: 'Reports: all figures, with a filter that is new, zone and sessions', rows, notes }]
  } finally {
    reader.close()
    if (typeof duck !== 'string') duck.closeSync()
    folder.remove()
  }
}

interface Comparison {
  readonly days: number
  readonly own: () => unknown
  readonly question: ReportQuestion
  readonly expected: unknown
  readonly opponents: Readonly<Record<string, Opponent>>
  readonly database: TestDatabase
  readonly isFull: boolean
}

async function compare({
  days,
  own,
  question,
  expected,
  opponents,
  database,
  isFull,
}: Comparison): Promise<readonly BenchRow[]> {
  for (const [name, ask] of Object.entries(opponents)) assertSameFigures(name, await ask(question), expected)
  const plain = originalOpponent(await rawEvents(database.client, question))
  const started = performance.now()
  assertSameFigures('The original algorithm', plain(question), expected)
  const once = performance.now() - started
  // Warmed up by what came before as the others are by their first answer.
  own()
  const medians = await measure(ROUNDS, {
    own: () => void own(),
    ...Object.fromEntries(
      Object.entries(opponents).map(([name, ask]) => [name, async () => void (await ask(question))]),
    ),
  } as Record<string, () => Promise<void> | void>)
  const original =
    once > PATIENCE_MS ? once : (await measure(ORIGINAL_ROUNDS, { original: () => void plain(question) })).original
  const ownMs = medians['own']!
  // Small data leaves the others little to do: the goals are those of the full data.
  const atLeast = (limit: number, ratio: number): { readonly goal?: Goal } =>
    days === 90 && isFull ? { goal: atLeastTimes(limit, ratio) } : {}
  const limit = { 90: 15, 180: 25 }[days]
  return [
    {
      what: `Covercast, ${days} days`,
      value: ms(ownMs),
      ratio: '1x',
      ...(limit === undefined ? {} : { goal: atMostMs(limit, ownMs) }),
    },
    ...Object.keys(opponents).map((name) => ({
      what: `${name}, ${days} days`,
      value: ms(medians[name]!),
      ratio: times(medians[name]! / ownMs),
      ...atLeast(name.startsWith('DuckDB') ? 3 : 50, medians[name]! / ownMs),
    })),
    {
      what: `the original algorithm, ${days} days${once > PATIENCE_MS ? ' (one round)' : ''}`,
      value: ms(original),
      ratio: times(original / ownMs),
      ...atLeast(1000, original / ownMs),
    },
  ]
}

function queryOf(folder: BenchFolder, days: number, changes: Partial<CoverageQuery> = {}): CoverageQuery {
  return {
    workspaceId: folder.paths.id,
    from: addDays(LAST_DATE, 1 - days),
    to: LAST_DATE,
    timeZone: TIME_ZONE,
    poolId: undefined,
    organizationId: null,
    countryFilter: null,
    clock: BENCH_NOW,
    countAway: true,
    ...changes,
  }
}

/** With the reader's thread started anew each time, as the app does. */
async function firstReports(folder: BenchFolder): Promise<number> {
  const durations: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now()
    const data = openDataAccess({ dataDir: folder.dataDir, workerEntry: BUILT.workerEntry })
    await data.reader().coverage(queryOf(folder, 90))
    durations.push(performance.now() - started)
    await data.close()
  }
  return median(durations)
}

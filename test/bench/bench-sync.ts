import { MINUTE_MS } from '../../shared/foundation/minutes.ts'
import { utcDayOf } from '../../shared/time/slots.ts'
import { startPostgresProxy } from '../support/postgres-proxy.ts'
import type { TestDatabase } from '../support/source-database.ts'
import { prepareAggregate } from './aggregate-alone.ts'
import { firstSync, timedSync, visitsOf, type BenchSubject, type TimedSync } from './first-sync.ts'
import { BENCH_NOW, BENCH_ORGANIZATION, type BenchSize } from './make-data.ts'
import { median, measure } from './measure.ts'
import { peakMemoryOf } from './peak-memory.ts'
import { copyRawRows } from './raw-rows.ts'
import { startSlowLine } from './slow-line.ts'
import {
  atLeastTimes,
  atMostMs,
  atMostTimes,
  count,
  mb,
  ms,
  share,
  times,
  type BenchTable,
  type Goal,
} from './table.ts'

const ROUND_TRIP_MS = 40
const ROUNDS = 5

/** A first sync against the same counting alone and against raw rows, near and far; then an incremental one. Needs nothing of other parts. */
export async function benchSync({ database, size }: BenchSubject): Promise<readonly BenchTable[]> {
  const aggregate = await prepareAggregate(database.url, size.days)
  const slow = await startSlowLine(database.url, ROUND_TRIP_MS / 2)
  const expected = await visitsOf(database)
  const writing: number[] = []
  const sync = async (url: string, connections?: number): Promise<number> => {
    const { folder, timed } = await firstSync(url, size, connections === undefined ? {} : { connections })
    folder.remove()
    if (timed.outcome.visitors !== expected)
      throw new Error(`The sync counted ${timed.outcome.visitors} visits of ${expected}.`)
    if (connections === undefined && url === database.url) writing.push(timed.writingMs / timed.durationMs)
    return timed.durationMs
  }
  try {
    const wire = await wireAndCache(database, size)
    const medians = await measure(ROUNDS, {
      aggregate: () => aggregate.run(1),
      both: () => aggregate.run(2),
      plain: () => aggregate.withoutAgents(),
      sync: () => sync(database.url),
      one: () => sync(database.url, 1),
      slow: () => sync(slow.url),
      raw: async () => {
        const copied = await copyRawRows(database.url, size.days)
        if (copied !== expected) throw new Error(`Of ${expected} visits ${copied} were copied.`)
      },
    })
    const memory = await peakMemoryOf(
      'sync',
      '--source',
      database.url,
      '--org',
      BENCH_ORGANIZATION,
      '--now',
      new Date(BENCH_NOW).toISOString(),
    )
    const { aggregate: floor } = medians
    // The goals for bytes are those of the full data.
    const ofFull = (goal: Goal): { readonly goal?: Goal } => (size.isFull ? { goal } : {})
    const first: BenchTable = {
      title: `First sync of ${count(expected)} visits, ${size.days} days`,
      rows: [
        { what: 'the same counting alone, day by day, one connection', value: ms(floor), ratio: '1x' },
        { what: 'the same on two connections', value: ms(medians.both), ratio: times(medians.both / floor) },
        {
          what: 'counting without agents online, one connection',
          value: ms(medians.plain),
          ratio: times(medians.plain / floor),
        },
        {
          what: 'first sync, whole',
          value: ms(medians.sync),
          ratio: times(medians.sync / floor),
          goal: atMostTimes(1.1, medians.sync / floor),
        },
        {
          what: 'first sync, kept to one connection',
          value: ms(medians.one),
          ratio: times(medians.one / floor),
          goal: atMostTimes(1.5, medians.one / floor),
        },
        {
          what: `first sync over a line of ${ROUND_TRIP_MS} ms`,
          value: ms(medians.slow),
          ratio: `${times(medians.slow / medians.one)} of one connection`,
          goal: atMostTimes(1.2, medians.slow / medians.one),
        },
        {
          what: 'raw rows whole into SQLite',
          value: ms(medians.raw),
          ratio: `${times(medians.raw / medians.sync)} of the sync`,
          goal: atLeastTimes(6, medians.raw / medians.sync),
        },
        {
          what: 'share of writing',
          value: share(median(writing)),
          goal: { text: '<= 5%', limit: 0.05, actual: median(writing) },
        },
        {
          what: 'over the wire',
          value: mb(wire.bytes),
          ...ofFull({ text: '<= 45 MB', limit: 45e6, actual: wire.bytes }),
        },
        {
          what: 'the cache',
          value: mb(wire.cacheBytes),
          ...ofFull({ text: '<= 37.5 MB', limit: 37.5e6, actual: wire.cacheBytes }),
        },
        {
          what: 'most memory of the process',
          value: mb(memory),
          goal: { text: '<= 200 MB', limit: 200e6, actual: memory },
        },
      ],
    }
    return [first, await benchIncremental(database, size)]
  } finally {
    await aggregate.close()
    await slow.close()
  }
}

async function wireAndCache(
  database: TestDatabase,
  size: BenchSize,
): Promise<{ readonly bytes: number; readonly cacheBytes: number }> {
  const proxy = await startPostgresProxy(database.url)
  try {
    const { folder } = await firstSync(proxy.url, size)
    const cacheBytes = folder.cacheBytes()
    folder.remove()
    return { bytes: proxy.count().bytes, cacheBytes }
  } finally {
    await proxy.close()
  }
}

async function benchIncremental(database: TestDatabase, size: BenchSize): Promise<BenchTable> {
  let turns = 0
  let turnsBeforeWindow = 0
  let transactions = 0
  let last: 'client' | 'server' = 'server'
  const proxy = await startPostgresProxy(database.url, {
    // So slow that what is sent together arrives before the first answer to it comes.
    delayMs: ROUND_TRIP_MS / 2,
    onData: (from) => {
      if (from === 'client' && last === 'server') turns += 1
      last = from
    },
    onStatement: (text) => {
      if (!text.startsWith('begin')) return
      transactions += 1
      // After looking up tables and organizations, and what there is of this one, comes the window.
      if (transactions === 3) turnsBeforeWindow = turns - 1
    },
  })
  const { folder } = await firstSync(database.url, size)
  const fromDay = utcDayOf(BENCH_NOW) - size.days
  try {
    const again = (url: string, round: number): Promise<TimedSync> =>
      timedSync({ url, organizationId: BENCH_ORGANIZATION, folder, fromDay, now: BENCH_NOW + round * MINUTE_MS })
    // What the first of them does once (the next comparison with the source) is no part of it.
    await again(database.url, 0)
    const durations: number[] = []
    for (let round = 1; round <= 3 * ROUNDS; round++) durations.push((await again(database.url, round)).durationMs)
    await again(proxy.url, 100)
    // The last one says goodbye.
    const ofWindow = turns - turnsBeforeWindow - 1
    const duration = median(durations)
    return {
      title: 'Incremental sync of two hours',
      rows: [
        { what: 'connecting included', value: ms(duration), goal: atMostMs(50, duration) },
        {
          what: 'round trips for the two hours',
          value: count(ofWindow),
          goal: { text: '<= 3', limit: 3, actual: ofWindow },
        },
        { what: 'round trips before, to connect and to look up what there is', value: count(turnsBeforeWindow) },
      ],
    }
  } finally {
    folder.remove()
    await proxy.close()
  }
}

import { cpSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { createPostgresSource } from '../../electron/sync/postgres/postgres-source.ts'
import { startPostgresProxy } from '../support/postgres-proxy.ts'
import { makeDataFolder, openServices, syncRequest, unwatched } from '../support/services.ts'
import type { TestDatabase } from '../support/source-database.ts'
import { connectionTo } from '../support/test-connection.ts'
import { mb, measure, ms, printRows, times } from './measure.ts'
import { BENCH_NOW, BENCH_ORGANIZATION, type BenchSize } from './make-data.ts'

const DAY = 86_400_000
const ROUND_TRIP_MS = 40

/** The first sync against the same aggregate alone, against raw rows, over a slow line; then an incremental one. Returns a synced data folder. */
export async function benchSync(database: TestDatabase, size: BenchSize): Promise<{ readonly path: string; remove(): void }> {
  const kept = makeDataFolder()
  const proxy = await startPostgresProxy(database.url)
  const slow = await startPostgresProxy(database.url, { delayMs: ROUND_TRIP_MS / 2 })
  const firstSync = async (url: string): Promise<{ readonly durationMs: number; readonly folder: ReturnType<typeof makeDataFolder> }> => {
    const folder = makeDataFolder()
    const services = openServices(folder.path)
    // Connecting to the source included; starting threads and testing a new connection are not the sync's own time.
    const { durationMs } = await services.sync(syncRequest({ sourceUrl: url, organizationId: BENCH_ORGANIZATION, now: BENCH_NOW }), unwatched())
    await services.close()
    return { durationMs, folder }
  }

  proxy.reset()
  const counted = await firstSync(proxy.url)
  const wire = proxy.count()
  cpSync(counted.folder.path, kept.path, { recursive: true })
  const cacheBytes = sizeOfCache(counted.folder.path)
  counted.folder.remove()

  const result = await measure(3, {
    aggregate: () => aggregateAlone(database, size),
    sync: async () => removed(await firstSync(database.url)),
    slow: async () => removed(await firstSync(slow.url)),
    raw: () => rawRows(database),
  })
  const services = openServices(kept.path)
  proxy.reset()
  await services.sync(syncRequest({ now: BENCH_NOW }), unwatched())
  const durations: number[] = []
  for (let round = 0; round < 5; round++) {
    const output = await services.sync(syncRequest({ now: BENCH_NOW }), unwatched())
    durations.push(output.durationMs)
  }
  await services.close()
  await proxy.close()
  await slow.close()

  printRows(`First sync of ${(size.visits * 0.8).toLocaleString('en')} visits, ${size.days} days`, [
    { what: 'the same windows of a day alone, one connection', value: ms(result.aggregate), ratio: '1x' },
    { what: 'first sync, whole', value: ms(result.sync), ratio: times(result.sync / result.aggregate), goal: '<= 1.5x (1.1x on two connections)' },
    { what: `first sync with ${ROUND_TRIP_MS} ms of round trip`, value: ms(result.slow), ratio: times(result.slow / result.aggregate), goal: '<= 1.2x the one-connection time' },
    { what: 'raw rows whole into SQLite', value: ms(result.raw), ratio: times(result.raw / result.sync), goal: '>= 6x the first sync' },
    { what: 'wire', value: mb(wire.bytes), goal: '<= 45 MB at 7.9 M visits' },
    { what: 'cache', value: mb(cacheBytes), goal: '<= 37 MB at 7.9 M visits' },
    { what: 'incremental, two hours', value: ms(durations.toSorted((a, b) => a - b)[2]!), goal: '<= 50 ms' },
  ])
  return kept
}

function removed({ durationMs, folder }: { readonly durationMs: number; readonly folder: { remove(): void } }): number {
  folder.remove()
  return durationMs
}

function sizeOfCache(dataDir: string): number {
  const workspaces = join(dataDir, 'workspaces')
  const files = readdirSync(workspaces, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('cache.sqlite'))
  return files.reduce((sum, name) => sum + statSync(join(workspaces, name)).size, 0)
}

async function aggregateAlone(database: TestDatabase, size: BenchSize): Promise<number> {
  const source = createPostgresSource({ connection: connectionTo(database.url) })
  const signal = new AbortController().signal
  try {
    await source.describe(signal)
    const started = performance.now()
    for (let day = 0; day <= size.days; day++) {
      const to = BENCH_NOW - day * DAY
      await source.window(
        { organizationId: BENCH_ORGANIZATION, from: to - DAY, to, now: BENCH_NOW, membership: new Map(), alsoSessions: [] },
        signal,
      )
    }
    return performance.now() - started
  } finally {
    await source.close()
  }
}

async function rawRows(database: TestDatabase): Promise<number> {
  const folder = makeDataFolder()
  const db = new Database(join(folder.path, 'raw.sqlite'))
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = NORMAL')
  db.exec('create table visits (id text, organization_id text, pool_id text, visitor_id text, page_url text, agent_id text, country text, created_at text)')
  const insert = db.prepare('insert into visits values (?, ?, ?, ?, ?, ?, ?, ?)')
  const started = performance.now()
  for (let offset = 0; ; offset += 1) {
    const from = BENCH_NOW - (offset + 1) * 7 * DAY
    const { rows } = await database.client.query<(string | null)[]>({
      text: `select id::text, organization_id::text, pool_id::text, visitor_id, page_url, agent_id::text, visitor_country_code, created_at::text
             from widget_pageviews where organization_id = $1 and created_at >= to_timestamp($2) and created_at < to_timestamp($3)`,
      values: [BENCH_ORGANIZATION, from / 1000, (from + 7 * DAY) / 1000],
      rowMode: 'array',
    })
    if (rows.length === 0) break
    db.transaction(() => {
      for (const row of rows) insert.run(...row)
    })()
  }
  const spent = performance.now() - started
  db.close()
  folder.remove()
  return spent
}

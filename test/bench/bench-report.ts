import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createCoverageCalculator } from '../../electron/backend/roles/coverage-query.ts'
import type { CoverageQuery } from '../../electron/backend/roles/roles.ts'
import { openTrafficReader } from '../../electron/store/traffic-reader.ts'
import { agentTimePerSlot, mergedAgentTimePerSlot } from '../../shared/coverage/index.ts'
import type { TestDatabase } from '../support/source-database.ts'
import { BENCH_NOW, BENCH_ORGANIZATION, type BenchSize } from './make-data.ts'
import { measure, ms, printRows, times } from './measure.ts'
import { originalHourly } from './original-algorithm.ts'

const DAY = 86_400_000
const TIME_ZONE = 'America/New_York'

/** Reports from the cache against the original algorithm over raw rows and Postgres asked directly; all must agree first. */
export async function benchReport(database: TestDatabase, dataDir: string, size: BenchSize): Promise<void> {
  const [id] = readdirSync(join(dataDir, 'workspaces')).filter((name) => !name.startsWith('.'))
  const cacheFile = join(dataDir, 'workspaces', id!, 'cache.sqlite')
  const query = (days: number, changes: Partial<CoverageQuery> = {}): CoverageQuery => ({
    workspaceId: id!,
    from: localDate(days),
    to: '2026-06-29',
    timeZone: TIME_ZONE,
    poolId: undefined,
    organizationId: null,
    countryFilter: null,
    clock: BENCH_NOW,
    ...changes,
  })
  const open = performance.now()
  const reader = openTrafficReader(cacheFile)
  const first = createCoverageCalculator().coverage(reader.snapshot(), query(90))
  const firstMs = performance.now() - open

  const { visits, sessions } = await rawOf(database, 90)
  const from = instantOf(localDate(90))
  const to = instantOf('2026-06-30')
  const original = originalHourly(visits, sessions, { from, to, timeZone: TIME_ZONE })
  first.figures.hourly.forEach((hour, index) => {
    const other = original[index]!
    if (hour.totalPageviews !== other.visitors || hour.pageviewsWithAgent !== other.covered) throw new Error(`Hour ${index}: the figures differ.`)
  })
  await directly(database, { from, to })

  const snapshot = reader.snapshot()
  const warm = createCoverageCalculator()
  warm.coverage(snapshot, query(90))
  const spells = snapshot.sessions
  const slots = { firstSlot: Math.floor((BENCH_NOW - size.days * DAY) / 900_000), length: size.days * 96, now: BENCH_NOW }
  const result = await measure(7, {
    report90: () => void createCoverageCalculator().coverage(snapshot, query(90, { countryFilter: { mode: 'blocklist', countries: ['AA'] } })),
    report180: () => void createCoverageCalculator().coverage(snapshot, query(179, { countryFilter: { mode: 'blocklist', countries: ['AA'] } })),
    rangeOnly: () => void warm.coverage(snapshot, query(89)),
    zoneOnly: () => void warm.coverage(snapshot, query(90, { timeZone: 'Asia/Kathmandu' })),
    sweep: () => void agentTimePerSlot(spells, slots),
    merged: () => void mergedAgentTimePerSlot(spells, slots),
    postgres: () => directly(database, { from, to }),
  })
  const slowest = await measure(1, { original: () => void originalHourly(visits, sessions, { from, to, timeZone: TIME_ZONE }) })
  reader.close()

  printRows('Reports, with filter, zone and sessions', [
    { what: 'first report after start, 90 days', value: ms(firstMs), goal: '<= 250 ms' },
    { what: 'all figures, 90 days, a new filter', value: ms(result.report90), ratio: '1x', goal: '<= 15 ms' },
    { what: 'all figures, 180 days, a new filter', value: ms(result.report180), goal: '<= 25 ms' },
    { what: 'only the range changed', value: ms(result.rangeOnly), goal: '<= 2 ms' },
    { what: 'only the zone changed', value: ms(result.zoneOnly), goal: '<= 2 ms' },
    { what: `sweep of ${spells.length.toLocaleString('en')} sessions`, value: ms(result.sweep) },
    { what: 'the same, overlaps of an agent merged', value: ms(result.merged), goal: '<= 5 ms for 60,000' },
    { what: 'by hour only, every session against every hour', value: ms(slowest.original), ratio: times(slowest.original / result.report90) },
    { what: 'Postgres asked directly (by hour only)', value: ms(result.postgres), ratio: times(result.postgres / result.report90), goal: '>= 50x' },
  ])
}

function localDate(daysBack: number): string {
  return new Date(Date.parse('2026-06-30T00:00:00Z') - daysBack * DAY).toISOString().slice(0, 10)
}

/** All of the range lies in New York's summer time or, before 8 March, in its winter time. */
function instantOf(date: string): number {
  return Date.parse(`${date}T00:00:00${date < '2026-03-09' ? '-05:00' : '-04:00'}`)
}

async function rawOf(database: TestDatabase, days: number) {
  const since = instantOf(localDate(days)) / 1000
  const visits = await database.client.query<[number, string | null]>({
    text: `select date_part('epoch', created_at) * 1000, agent_id::text from widget_pageviews where organization_id = $1 and created_at >= to_timestamp($2)`,
    values: [BENCH_ORGANIZATION, since],
    rowMode: 'array',
  })
  const sessions = await database.client.query<[number, number]>({
    text: `select date_part('epoch', started_at) * 1000, date_part('epoch', ended_at) * 1000 from agent_sessions where organization_id = $1 and ended_at > to_timestamp($2)`,
    values: [BENCH_ORGANIZATION, since],
    rowMode: 'array',
  })
  return {
    visits: visits.rows.map(([createdAt, agentId]) => ({ createdAt, agentId })),
    sessions: sessions.rows.map(([startedAt, endedAt]) => ({ startedAt, endedAt })),
  }
}

async function directly(database: TestDatabase, { from, to }: { readonly from: number; readonly to: number }): Promise<void> {
  await database.client.query(
    `select extract(dow from created_at at time zone $4) as day, extract(hour from created_at at time zone $4) as hour, count(*), count(agent_id)
     from widget_pageviews where organization_id = $1 and created_at >= to_timestamp($2) and created_at < to_timestamp($3)
       and (visitor_country_code is null or upper(visitor_country_code) <> 'AA')
     group by 1, 2`,
    [BENCH_ORGANIZATION, from / 1000, to / 1000, TIME_ZONE],
  )
}

import { createHash } from 'node:crypto'
import { DEFAULT_MAPPING, type SourceMapping } from '../../../shared/contract/source/mapping.ts'
import type { ConnectionSettings } from './connection-settings.ts'

type Database = Pick<ConnectionSettings, 'database'>
type CountedTable = 'pageviews' | 'sessions'

/** What makes a count this source's. A name that is added here makes every cache another source's: it belongs into `OPTIONAL`. */
const REQUIRED: Readonly<Record<CountedTable, readonly string[]>> = {
  pageviews: ['organizationId', 'agentId', 'createdAt'],
  sessions: ['id', 'agentId', 'organizationId', 'startedAt', 'endedAt'],
}
/** Columns that divide counts (see `countingIdentity`), or only describe sessions. */
const OPTIONAL: Readonly<Record<CountedTable, readonly string[]>> = {
  pageviews: ['poolId', 'country'],
  sessions: ['idleSeconds', 'inCallSeconds', 'awaySeconds', 'lastSeenAt'],
}

/**
 * Names the database and the tables that visits and sessions are counted from, and neither host, user nor password: a replica, another
 * role, or other names for what is optional, is the same source. What a later Covercast can name besides counts once it is named.
 */
export function sourceIdentity({ database }: Database, mapping: SourceMapping): string {
  const { timestampsWithoutZone } = mapping
  return `postgres:${digest(['2', database, partOf(mapping, 'pageviews'), partOf(mapping, 'sessions'), timestampsWithoutZone])}`
}

/** What divides counts of the same source: '' where it is as usual, so that naming a further column makes days stale and not another source's. */
export function countingIdentity({ pageviews }: SourceMapping): string {
  const { poolId, country } = pageviews
  const usual = DEFAULT_MAPPING.pageviews
  const isUsual = JSON.stringify([poolId, country]) === JSON.stringify([usual.poolId, usual.country])
  // Without countries the days say so themselves.
  return isUsual || (country === null && JSON.stringify(poolId) === JSON.stringify(usual.poolId))
    ? ''
    : JSON.stringify([poolId, country])
}

/** Names of the same source as they were made before optional columns were left out, with and without those. */
export function formerIdentities({ database }: Database, mapping: SourceMapping): readonly string[] {
  const { schema, timestampsWithoutZone, pageviews } = mapping
  const sessions = pick(mapping.sessions, ['schema', 'table', ...REQUIRED.sessions])
  return [pageviews.poolId, null].flatMap((poolId) =>
    [pageviews.country, null].map((country) => {
      const visits = pick({ ...pageviews, poolId, country }, [
        'schema',
        'table',
        ...REQUIRED.pageviews,
        ...OPTIONAL.pageviews,
      ])
      return `postgres:${digest([database, sortKeys({ schema, pageviews: visits, sessions, timestampsWithoutZone })])}`
    }),
  )
}

/** Names what calls are counted from. */
export function callsIdentity(mapping: SourceMapping): string {
  return digest([mapping.schema, mapping.timestampsWithoutZone, mapping.calls])
}

function partOf(mapping: SourceMapping, key: CountedTable): unknown {
  const { schema = mapping.schema, table, ...columns } = mapping[key]
  const usual: Readonly<Record<string, unknown>> = DEFAULT_MAPPING[key]
  const unusual = Object.entries(columns).filter(
    ([name, value]) =>
      !REQUIRED[key].includes(name) &&
      !OPTIONAL[key].includes(name) &&
      JSON.stringify(value) !== JSON.stringify(usual[name]),
  )
  return sortKeys({ schema, table, ...pick(columns, REQUIRED[key]), ...Object.fromEntries(unusual) })
}

function pick(value: object, keys: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(value).filter(([key]) => keys.includes(key)))
}

/** Names what agents' presence is read from. */
export function presenceIdentity(mapping: SourceMapping): string {
  return digest([mapping.schema, mapping.timestampsWithoutZone, mapping.sessions, mapping.statusChanges])
}

function digest(parts: unknown): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24)
}

function sortKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .map(([key, inner]) => [key, sortKeys(inner)] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
}

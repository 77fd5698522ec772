import { z } from 'zod'
import { LIMITS } from '../../shared/contract/limits.ts'
import type { CubeCells } from '../../shared/coverage/cube.ts'
import type { CountryFilter } from '../../shared/coverage/types.ts'
import { parseLocalDate } from '../../shared/time/local.ts'
import { SLOTS_PER_DAY } from '../../shared/time/slots.ts'
import { damagedArchive } from './archive-file.ts'
import { forgetDays } from './check-cache.ts'
import type { Db } from './connection.ts'
import { allOf, isCount, isInstant, isPresent, isShorterThan, type RowRule, tableAgainst } from './row-rules.ts'
import { isDamage } from './store-errors.ts'
import { decodeTraffic } from './traffic-codec.ts'

/** Names and ids of a source have no limit of their own; more is no name. */
const LONGEST_TEXT = 100_000

const isDay = (column: string): string =>
  `${column} BETWEEN ${parseLocalDate(LIMITS.firstDate)} AND ${parseLocalDate(LIMITS.lastDate)}`
const isText = (column: string): string => isShorterThan(column, LONGEST_TEXT)
const isSeconds = (column: string): string => `${column} BETWEEN 0 AND 1e12`

/** What a sync stores; STRICT tables see to the types. */
export const RULES: readonly RowRule[] = [
  ['state', allOf(isCount('revision'), isPresent('now'), isDay('history_from_day'), isPresent('last_reconcile_at'))],
  [
    'runs',
    allOf(
      isInstant('started_at'),
      isSeconds('duration_ms'),
      isPresent('now'),
      isText('outcome'),
      isCount('windows'),
      isCount('cells'),
      isCount('session_rows'),
      isCount('visitors'),
      isText('error'),
    ),
  ],
  [
    'synced_days',
    allOf(
      isDay('day'),
      isText('source_fingerprint'),
      isText('counting_fingerprint'),
      isInstant('synced_through'),
      isCount('visitors'),
      isCount('covered'),
      isCount('source_visitors'),
      isCount('source_covered'),
    ),
  ],
  ...['pool_codes', 'country_codes', 'page_class_codes', 'agent_codes'].map(
    (table) => [table, allOf('ordinal BETWEEN 0 AND 4294967295', isText('code'))] as const,
  ),
  ['traffic', allOf(isDay('day'), isCount('revision'))],
  [
    'sessions',
    allOf(
      isText('id'),
      isInstant('started_at'),
      isInstant('ended_at'),
      isInstant('seen_at'),
      isCount('revision'),
      isText('left_open'),
    ),
  ],
  ['removed_sessions', allOf(isText('id'), isCount('revision'))],
  [
    'organization',
    allOf(isText('id'), isText('name'), isText('country_rule'), isInstant('earliest'), isInstant('latest')),
  ],
  ['pools', allOf(isText('id'), isText('name'))],
  ['agents', allOf(isText('id'), isText('name'), isInstant('inactive_since'), 'max_simultaneous BETWEEN 0 AND 1000')],
  ['membership', allOf(isText('pool_id'), isText('agent_id'), isDay('from_day'), isDay('until_day'))],
  ['calls_state', allOf(isText('fingerprint'), isDay('from_day'), isInstant('through'))],
  ['calls', allOf(isDay('day'), isCount('calls'), isCount('completed'), isSeconds('seconds'))],
  ['presence_state', allOf(isText('fingerprint'), isDay('from_day'), isInstant('through'))],
  ['measured_seconds', allOf(isDay('day'), isSeconds('idle'), isSeconds('in_call'), isSeconds('away'))],
  ['away', allOf(isInstant('started_at'), isInstant('ended_at'))],
]

const problems = z.array(z.looseObject({ kind: z.string(), count: z.number(), note: z.string() })).max(1_000)
const countryRule = z.strictObject({
  mode: z.enum(['blocklist', 'allowlist']),
  countries: z.array(z.string()),
}) satisfies z.ZodType<CountryFilter>

/**
 * Reads what a cache from a backup says, as nothing else reads it. Days that cannot be read, or do not fit the rest, are forgotten, and
 * pulled again by the next sync. Call when the schema of the database is known to be ours. Throws 'store-damaged' for what no sync stores.
 */
export function checkRestoredCache(db: Db): void {
  try {
    if (tableAgainst(db, RULES) !== null || (db.pragma('foreign_key_check') as readonly unknown[]).length > 0)
      throw damagedArchive()
    for (const text of db.prepare<[], string>('SELECT problems FROM state').pluck().iterate())
      problems.parse(JSON.parse(text))
    for (const text of db
      .prepare<[], string>('SELECT country_rule FROM organization WHERE country_rule IS NOT NULL')
      .pluck()
      .iterate())
      countryRule.parse(JSON.parse(text))
    const unfit = unfitDays(db)
    if (unfit.length > 0) forgetDays(db, unfit)
  } catch (thrown) {
    throw damagedArchive(thrown)
  }
}

function unfitDays(db: Db): readonly number[] {
  const codes = (table: string): ReadonlySet<number> =>
    new Set(db.prepare<[], number>(`SELECT ordinal FROM ${table}`).pluck().all())
  const known = {
    pools: codes('pool_codes'),
    countries: codes('country_codes'),
    pageClasses: codes('page_class_codes'),
  }
  const unfit: number[] = []
  for (const { day, cells } of db
    .prepare<[], { readonly day: number; readonly cells: Buffer }>('SELECT day, cells FROM traffic ORDER BY day')
    .iterate()) {
    if (!isFit(day, cells, known)) unfit.push(day)
  }
  return unfit
}

interface KnownCodes {
  readonly pools: ReadonlySet<number>
  readonly countries: ReadonlySet<number>
  readonly pageClasses: ReadonlySet<number>
}

function isFit(day: number, blob: Buffer, known: KnownCodes): boolean {
  try {
    return hasFitCells(day, decodeTraffic(day, blob), known)
  } catch (thrown) {
    if (!isDamage(thrown)) throw thrown
    return false
  }
}

function hasFitCells(day: number, cells: CubeCells, { pools, countries, pageClasses }: KnownCodes): boolean {
  for (let index = 0; index < cells.length; index++) {
    const slot = cells.slot[index]! - day * SLOTS_PER_DAY
    const isKnown =
      pools.has(cells.pool[index]!) &&
      countries.has(cells.country[index]!) &&
      (cells.pageClass === undefined || pageClasses.has(cells.pageClass[index]!))
    if (slot < 0 || slot >= SLOTS_PER_DAY || !isKnown || cells.covered[index]! > cells.visitors[index]!) return false
  }
  return true
}

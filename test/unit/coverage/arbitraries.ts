import fc from 'fast-check'
import type { AgentSession, CoverageOptions, Pageview } from '../../../shared/coverage/index.ts'
import { DAY_MS } from '../../../shared/foundation/minutes.ts'
import { formatLocalDate } from '../../../shared/time/local.ts'
import { offsetIntervals } from '../../../shared/time/zone.ts'
import { ALL_ZONES } from '../time/intl-clock.ts'

export interface CoverageCase {
  readonly pageviews: readonly Pageview[]
  readonly sessions: readonly AgentSession[]
  readonly options: CoverageOptions
}

const AGENTS = ['ann', 'bob', 'cem', 'dee'] as const
const POOLS = [null, 'sales', 'help'] as const
const COUNTRIES = [undefined, null, '', 'US', 'us', 'CA', ' de', 'FR'] as const
const FIRST_DAY = Date.UTC(2023, 0, 1) / DAY_MS
const LAST_DAY = Date.UTC(2030, 11, 31) / DAY_MS

/** UTC days of a zone's clock changes from 2023 to 2030. */
const changeDays = new Map<string, readonly number[]>()

export function changeDaysOf(zone: string): readonly number[] {
  const known = changeDays.get(zone)
  if (known) return known
  const intervals = offsetIntervals(zone, FIRST_DAY * DAY_MS, (LAST_DAY + 1) * DAY_MS)
  const days = intervals.slice(1).map(({ start }) => Math.floor(start / DAY_MS))
  changeDays.set(zone, days)
  return days
}

/** A zone of the platform and a day in it: every other time one of its clock changes, where it has any. */
function zoneAndDay(): fc.Arbitrary<{ readonly timeZone: string; readonly day: number }> {
  return fc
    .record({
      timeZone: fc.constantFrom(...ALL_ZONES),
      day: fc.integer({ min: FIRST_DAY, max: LAST_DAY }),
      pick: fc.nat(),
      atChange: fc.boolean(),
    })
    .map(({ timeZone, day, pick, atChange }) => {
      const days = changeDaysOf(timeZone)
      return { timeZone, day: atChange && days.length > 0 ? days[pick % days.length]! : day }
    })
}

/**
 * Random events around a random range of at most `maxDays` dates (sometimes empty), with instants on multiples of `tickMs`, a now
 * before, inside or after the range, and now and then a pool and a country filter.
 */
export function coverageCase({
  maxDays,
  tickMs,
}: {
  readonly maxDays: number
  readonly tickMs: number
}): fc.Arbitrary<CoverageCase> {
  return zoneAndDay().chain(({ timeZone, day }) =>
    fc.integer({ min: -1, max: maxDays - 1 }).chain((length) => {
      const instant = fc
        .integer({ min: ((day - 2) * DAY_MS) / tickMs, max: ((day + Math.max(length, 0) + 3) * DAY_MS) / tickMs })
        .map((tick) => tick * tickMs)
      return fc.record({
        pageviews: fc.array(pageview(instant), { maxLength: 40 }),
        sessions: fc.array(session(instant), { maxLength: 12 }),
        options: options(instant).map((rest) => ({
          ...rest,
          from: formatLocalDate(day),
          to: formatLocalDate(day + length),
          timeZone,
        })),
      })
    }),
  )
}

function pageview(instant: fc.Arbitrary<number>): fc.Arbitrary<Pageview> {
  return fc
    .record({
      createdAt: instant,
      agentId: fc.constantFrom(null, ...AGENTS),
      poolId: fc.constantFrom(...POOLS),
      country: fc.constantFrom(...COUNTRIES),
    })
    .map(({ country, ...rest }) => (country === undefined ? rest : { ...rest, country }))
}

/** Any two instants, so some sessions end before they start; some are open, some are given as ISO texts. */
function session(instant: fc.Arbitrary<number>): fc.Arbitrary<AgentSession> {
  const endedAt = fc.oneof({ weight: 5, arbitrary: instant }, { weight: 2, arbitrary: fc.constant(null) })
  const lastSeenAt = fc.oneof({ weight: 1, arbitrary: instant }, { weight: 2, arbitrary: fc.constant(null) })
  return fc
    .record({ agentId: fc.constantFrom(...AGENTS), startedAt: instant, endedAt, lastSeenAt, asText: fc.boolean() })
    .map(({ startedAt, asText, ...rest }) => ({
      ...rest,
      startedAt: asText ? new Date(startedAt).toISOString() : startedAt,
    }))
}

function options(
  instant: fc.Arbitrary<number>,
): fc.Arbitrary<Pick<CoverageOptions, 'now' | 'countryFilter' | 'poolId' | 'poolMembers'>> {
  const countryFilter = fc.record({
    mode: fc.constantFrom('blocklist', 'allowlist'),
    countries: fc.subarray(['us', 'CA', 'De', 'XX']),
  })
  const now = fc.oneof(instant, fc.constant((LAST_DAY + 30) * DAY_MS))
  return fc.record(
    { now, countryFilter, poolId: fc.constantFrom(...POOLS), poolMembers: fc.subarray([...AGENTS]) },
    { requiredKeys: ['now'] },
  )
}

import { DAY_MS, MINUTE_MS } from '../../../shared/foundation/minutes.ts'
import { SLOT_MS } from '../../../shared/time/slots.ts'
import { dayOfWeekOfDay, formatLocalDate } from '../../../shared/time/local.ts'
import { DEMO_POOL_KEYS, type DemoPoolKey } from './company.ts'
import { startOfLocalDay, wallMinutes } from './local-days.ts'
import { SeededRandom } from './random.ts'

/** Visitors a day on an average day when growth is 1. */
const VISITS_A_DAY = 1_900
const GROWTH_A_YEAR = 0.18
/** 1 June 2026. */
const GROWTH_IS_ONE_ON = 20_605

/** Sunday first. */
const WEEKDAY_FACTORS = [0.56, 1.18, 1.14, 1.1, 1.08, 1.06, 0.88]
const QUIET_DATES: ReadonlySet<string> = new Set(['01-01', '07-04', '12-24', '12-25', '12-31'])
const THURSDAY = 4

/** Visits by local hour; the middle of the day, when people have time, is the busiest. */
const HOURLY = [12, 8, 6, 5, 6, 8, 10, 20, 54, 92, 106, 112, 118, 108, 102, 100, 94, 74, 56, 50, 46, 36, 24, 16]
const HOURLY_TOTAL = HOURLY.reduce((a, b) => a + b, 0)

/** Where visits go by day and by night, in the order of DEMO_POOL_KEYS, then to no pool at all. */
const DAY_SHARES: readonly number[] = [42, 32, 5, 0, 18, 3]
const NIGHT_SHARES: readonly number[] = [4, 4, 1, 82, 6, 3]

const COUNTRIES: readonly (readonly [string | null, number])[] = [
  ['US', 640],
  ['CA', 150],
  ['GB', 55],
  ['DE', 25],
  ['FR', 20],
  ['MX', 22],
  ['AU', 18],
  ['NL', 12],
  ['JP', 10],
  ['BR', 9],
  ['IE', 8],
  ['NZ', 5],
  ['SE', 5],
  ['ES', 5],
  ['IT', 5],
  ['PL', 3],
  ['CH', 3],
  ['PT', 2],
  ['IS', 1],
  [null, 22],
]
const FRENCH_COUNTRIES: readonly (readonly [string | null, number])[] = [
  ['CA', 780],
  ['FR', 140],
  ['BE', 30],
  ['CH', 20],
  ['US', 20],
  [null, 10],
]

/** A visitor before anybody looked for an agent. */
export interface DemoArrival {
  readonly at: number
  /** null: no pool. */
  readonly pool: DemoPoolKey | null
  readonly country: string | null
}

/** How much more visitors come than on 1 June 2026. */
export function growthOn(day: number): number {
  return Math.exp((GROWTH_A_YEAR * (day - GROWTH_IS_ONE_ON)) / 365)
}

/** The visitors expected in an hour of the wall clock on a local date, before chance. */
function expectedVisits(day: number, hour: number): number {
  return (
    (VISITS_A_DAY * growthOn(day) * WEEKDAY_FACTORS[dayOfWeekOfDay(day)]! * quietFactor(day) * HOURLY[hour]!) /
    HOURLY_TOTAL
  )
}

/** All visitors of a local date in order of time; `factor`: times those that are expected. */
export function arrivalsOf(day: number, factor = 1): readonly DemoArrival[] {
  const random = new SeededRandom(`demand ${day}`)
  const week = new SeededRandom(`week ${Math.floor((day + 3) / 7)}`)
  const luck = Math.exp(0.04 * week.normal() + 0.07 * random.normal())
  const arrivals: DemoArrival[] = []
  const end = startOfLocalDay(day + 1)
  const start = startOfLocalDay(day)
  const clockChanges = end - start !== DAY_MS
  for (let slot = start; slot < end; slot += SLOT_MS) {
    const minutes = clockChanges ? wallMinutes(slot) : (slot - start) / MINUTE_MS
    const hour = Math.floor(minutes / 60)
    const instants = Array.from(
      { length: random.poisson((factor * luck * expectedVisits(day, hour)) / 4) },
      () => slot + Math.floor(random.uniform() * SLOT_MS),
    )
    const shares = hour >= 22 || hour < 6 ? NIGHT_TOTALS : DAY_TOTALS
    for (const at of instants.sort((a, b) => a - b)) {
      const pool = DEMO_POOL_KEYS[random.choose(shares)] ?? null
      const countries = pool === 'french' ? FRENCH : WORLD
      arrivals.push({ at, pool, country: countries.codes[random.choose(countries.totals)]! })
    }
  }
  return arrivals
}

function quietFactor(day: number): number {
  const date = formatLocalDate(day).slice(5)
  return QUIET_DATES.has(date) || isThanksgiving(day, date) ? 0.45 : 1
}

/** The fourth Thursday in November; `date` is MM-DD. */
function isThanksgiving(day: number, date: string): boolean {
  return date >= '11-22' && date <= '11-28' && dayOfWeekOfDay(day) === THURSDAY
}

function runningTotals(weights: readonly number[]): readonly number[] {
  let total = 0
  return weights.map((weight) => (total += weight))
}

const DAY_TOTALS = runningTotals(DAY_SHARES)
const NIGHT_TOTALS = runningTotals(NIGHT_SHARES)
const WORLD = { codes: COUNTRIES.map(([code]) => code), totals: runningTotals(COUNTRIES.map(([, weight]) => weight)) }
const FRENCH = {
  codes: FRENCH_COUNTRIES.map(([code]) => code),
  totals: runningTotals(FRENCH_COUNTRIES.map(([, weight]) => weight)),
}

import { parseArgs } from 'node:util'
import { createHolidaysThread } from '../../electron/backend/threads/holidays-thread.ts'
import { holidayDays } from '../../shared/predict/forecast/holiday-days.ts'
import type { KnownDay } from '../../shared/predict/forecast/known-days.ts'
import { rollingForecast, type SeriesRow } from '../../shared/predict/forecast/rolling-forecast.ts'
import { HOUR_MS } from '../../shared/foundation/minutes.ts'
import { formatLocalDate } from '../../shared/time/local.ts'
import { offsetAt } from '../../shared/time/zone.ts'
import { historyArrivals } from './demand.ts'
import { drawWorld } from './drawn-worlds.ts'
import { Randomness } from './random.ts'
import { table } from './report.ts'
import type { World } from './world.ts'

// What the names of holidays give on made-up sites of two years: every week forecast, one, four and thirteen weeks ahead.
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '801,802,803,804,805,806' },
    kinds: { type: 'string', default: 'busy,sparse' },
  },
})
const FIRST_DATE = '2024-01-01'
const WEEKS = 104
const HORIZONS = [1, 4, 13]
const SLOT_MINUTES = 60
/** What the sites' holidays really do; the product's priors are others. Each name has a factor of its own, each year strays from it. */
const TRUTH = {
  public: { median: 0.55, spread: 0.45 },
  special: { median: 0.8, spread: 0.35 },
  bridge: { median: 0.85, spread: 0.2 },
  around: { median: 0.97, spread: 0.08 },
  observance: { median: 1, spread: 0.05 },
} as const
const OCCASION = 0.1

const names = holidayDays([{ weight: 1, holidays: holidaysOfSites() }])
const seeds = values.seeds.split(',').map(Number)
const rows: string[][] = []
for (const kind of values.kinds.split(',') as ('busy' | 'sparse')[]) {
  const sites = seeds.map((seed) => seriesOf(siteOf(kind, seed)))
  for (const horizonWeeks of HORIZONS) {
    const scores = sites.map((series) => ({
      before: scoreOf(series, horizonWeeks, []),
      after: scoreOf(series, horizonWeeks, names),
    }))
    process.stderr.write(`${kind}, ${horizonWeeks} ahead\n`)
    const percent = (term: (score: Score) => number): string =>
      (['before', 'after'] as const)
        .map((which) => (100 * scores.reduce((sum, score) => sum + term(score[which]), 0)) / scores.length)
        .map((value) => value.toFixed(1))
        .join(' → ')
    rows.push([
      horizonWeeks === HORIZONS[0] ? kind : '',
      String(horizonWeeks),
      percent(({ wape }) => wape!),
      percent(({ holds80 }) => holds80!),
      percent(({ holds95 }) => holds95!),
      percent(({ apart }) => apart!.wape!),
      percent(({ apart }) => apart!.holds80!),
      percent(({ apart }) => apart!.holds95!),
    ])
  }
}
process.stdout.write(
  `${table(['sites', 'weeks ahead', 'all days, WAPE', '80% held', '95% held', 'holidays, WAPE', '80% held', '95% held'], rows)}\n`,
)

type Score = ReturnType<typeof rollingForecast>

function holidaysOfSites() {
  return createHolidaysThread().functions.holidays({ country: 'US', region: 'NY', fromYear: 2024, toYear: 2026 })
}

/** A drawn site that lives for two years without growth, so that what holidays do is all that differs. */
function siteOf(kind: 'busy' | 'sparse', seed: number): World {
  const world = drawWorld(kind, seed)
  return {
    ...world,
    seed: `${world.seed} holidays`,
    firstDate: FIRST_DATE,
    weeks: WEEKS,
    demand: { ...world.demand, trend: 0 },
  }
}

/** Visitors an hour, with those who stay away on holidays, and those who come besides. */
function seriesOf(world: World): readonly SeriesRow[] {
  const random = new Randomness(`${world.seed} effects`)
  const factors = factorsOf(random)
  const counts = new Map<number, number>()
  for (const at of historyArrivals(world).at) {
    const local = at + offsetAt(at, world.timeZone)
    const hour = Math.floor(local / HOUR_MS) * HOUR_MS
    const factor = factors.get(formatLocalDate(Math.floor(local / (24 * HOUR_MS)))) ?? 1
    const times = Math.floor(factor) + Number(random.chance(factor - Math.floor(factor)))
    counts.set(hour, (counts.get(hour) ?? 0) + times)
  }
  const first = Date.parse(`${FIRST_DATE}T00:00:00Z`)
  return Array.from({ length: WEEKS * 7 * 24 }, (_, index) => {
    const localTime = first + index * HOUR_MS
    return { localTime, value: counts.get(localTime) ?? 0 }
  })
}

function factorsOf(random: Randomness): ReadonlyMap<string, number> {
  const ofName = new Map<string, number>()
  const ofDate = new Map<string, number>()
  for (const { date, name, class: ofDay } of names) {
    if (!(ofDay in TRUTH)) continue
    const { median, spread } = TRUTH[ofDay as keyof typeof TRUTH]
    const own = ofName.get(name) ?? Math.log(median) + random.normal(0, spread)
    ofName.set(name, own)
    ofDate.set(date, (ofDate.get(date) ?? 1) * Math.min(3, Math.exp(own + random.normal(0, OCCASION))))
  }
  return ofDate
}

function scoreOf(series: readonly SeriesRow[], horizonWeeks: number, knownDays: readonly KnownDay[]): Score {
  const scoredApart = new Set(
    names.filter(({ class: ofDay }) => ['public', 'special', 'bridge'].includes(ofDay)).map(({ date }) => date),
  )
  return rollingForecast(series, { slotMinutes: SLOT_MINUTES, horizonWeeks, knownDays, scoredApart })
}

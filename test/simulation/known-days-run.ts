import { parseArgs } from 'node:util'
import { forecastOfWeek, historyOf } from '../../shared/predict/assemble/demand.ts'
import { originOf, pastOf } from '../../shared/predict/assemble/past.ts'
import { blindWorld, type BlindSpot } from './blind-spots.ts'
import { knownDayOf } from './demand.ts'
import { evaluateWorld } from './evaluate.ts'
import { factsOf } from './observed.ts'
import { whatIsKnown } from './predicted.ts'
import { liveHistory } from './replay.ts'
import { table } from './report.ts'
import { firstDayOf, weekDate } from './wall-clock.ts'
import { expectedVisitors } from './truth.ts'
import { scoreOf } from './score.ts'
import type { World } from './world.ts'

// What knowing a day does to the ranges of visitors and of coverage on made-up sites, and how often they hold.
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1,2,3' },
    spots: { type: 'string', default: '' },
    replays: { type: 'string', default: '24' },
  },
})
const seeds = values.seeds.split(',').map(Number)
const replays = Number(values.replays)
const SPOTS: readonly BlindSpot[] = [
  'ordinary',
  'holiday, not known',
  'holiday, first known',
  'holiday, seen before',
  'event, not known',
  'event, first known',
  'event, said +60%',
  'event, seen before',
  'outage, not known',
  'outage, marked ahead',
]

const rows = SPOTS.filter((name) => name.includes(values.spots)).map((spot) => {
  const sites = seeds.map((seed) => siteOf(blindWorld(spot, seed)))
  const of = (term: (site: (typeof sites)[number]) => number): number =>
    sites.reduce((sum, site) => sum + term(site), 0) / sites.length
  process.stderr.write(`${spot}\n`)
  return [
    spot,
    of(({ day }) => day.error).toFixed(0),
    of(({ day }) => day.width).toFixed(0),
    of(({ week }) => week.error).toFixed(1),
    of(({ week }) => week.width).toFixed(1),
    of(({ coverage }) => coverage.meanError).toFixed(2),
    of(({ coverageWidth }) => coverageWidth).toFixed(1),
    `${(100 * of(({ coverage }) => coverage.holds80)).toFixed(0)}%`,
    `${(100 * of(({ coverage }) => coverage.holds95)).toFixed(0)}%`,
  ]
})
process.stdout.write(
  `${table(['sites', 'day off by, %', 'its 80% range, %', 'week off by, %', 'its 80% range, %', 'coverage off by', 'its 80% range', '80% holds', '95% holds'], rows)}\n`,
)

/** Off what was to be expected, and widths of ranges, in percent of what was to be expected; of coverage in points, against single weeks. */
function siteOf(world: World) {
  const facts = factsOf(world, liveHistory(world))
  const firstDate = weekDate(world, world.weeks)
  const past = pastOf(facts, originOf(facts, { timeZone: world.timeZone, firstDate }))
  const options = { timeZone: world.timeZone, firstDate, knownDays: whatIsKnown(world), poolId: undefined }
  const forecast = forecastOfWeek(historyOf(past, options), options)
  const index = knownDayOf(world) - firstDayOf(world, world.weeks)
  const expected = expectedVisitors(world)
  const truth = forecast.days.map(() => 0)
  let slot = 0
  forecast.days.forEach((_, day) => {
    const slots = Math.round(forecast.starts.length / 7)
    for (let end = slot + slots; slot < end && slot < forecast.starts.length; slot += 1)
      for (const pool of expected) truth[day]! += pool[slot]!
  })
  const [one] = evaluateWorld(world, ['unchanged'], { weeksEach: replays, replays })
  const coverage = scoreOf(one!.weeks.map((actual) => ({ actual, predicted: one!.predicted, band: one!.band })))
  const all = truth.reduce((sum, value) => sum + value, 0)
  const shares = ({ visitors, lower80, upper80 }: (typeof forecast)['week'], true_: number) => ({
    error: (100 * Math.abs(visitors - true_)) / true_,
    width: (100 * (upper80 - lower80)) / true_,
  })
  return {
    day: shares(forecast.days[index]!, truth[index]!),
    week: shares(forecast.week, all),
    coverage,
    coverageWidth: 100 * (one!.band.upper80 - one!.band.lower80),
  }
}

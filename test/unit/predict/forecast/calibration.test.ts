import { describe, expect, it } from 'vitest'
import { rollingForecast } from '../../../../shared/predict/forecast/rolling-forecast.ts'
import { floorOf, makeSeries, rowsOf, type SeriesKind } from './made-up-series.ts'

interface Expectation extends SeriesKind {
  readonly name: string
  /** First week scored (default 9). */
  readonly fromWeek?: number
  /** The forecast's WAPE over the perfect one's: what does not know of weeks and days to come cannot be below 1 for long. */
  readonly overFloor: number
  /** WAPE over the seasonal naive's. */
  readonly overNaive: number
}

const KINDS: readonly Expectation[] = [
  { name: 'steady', level: 40, weekCv: 0.05, dayCv: 0.06, slotCv: 0.1, overFloor: 1.05, overNaive: 0.8 },
  {
    name: 'a trend',
    level: 20,
    growth: (week) => 1.02 ** week,
    weekCv: 0.04,
    dayCv: 0.05,
    overFloor: 1.08,
    overNaive: 0.8,
  },
  {
    name: 'a strong annual drift',
    level: 30,
    weeks: 40,
    growth: (week) => 1 + 0.5 * Math.sin((week / 52) * 2 * Math.PI),
    weekCv: 0.04,
    dayCv: 0.05,
    overFloor: 1.1,
    overNaive: 0.8,
  },
  {
    name: 'a shift of level',
    level: 30,
    growth: (week) => (week < 15 ? 1 : 1.7),
    weekCv: 0.04,
    dayCv: 0.05,
    overFloor: 1.25,
    overNaive: 0.88,
  },
  {
    name: 'outages of days and weeks',
    level: 30,
    weekCv: 0.05,
    dayCv: 0.05,
    isOut: (week, day) => [11, 17, 18].includes(week) || (week === 22 && day < 3),
    overFloor: 1.06,
    overNaive: 0.8,
  },
  { name: 'few visitors', level: 1, dayCv: 0.1, overFloor: 1.04, overNaive: 0.9 },
  { name: 'a tiny pool', level: 0.25, overFloor: 1.03, overNaive: 1.02 },
  {
    name: 'spikes of single days',
    level: 25,
    weekCv: 0.05,
    dayCv: 0.08,
    spike: (random) => (random.uniform() < 0.04 ? 2 + 2 * random.uniform() : 1),
    overFloor: 1.06,
    overNaive: 0.8,
  },
  {
    name: 'spikes of single slots',
    level: 25,
    dayCv: 0.05,
    slotSpike: (random) => (random.uniform() < 0.03 ? 5 : 1),
    overFloor: 1.1,
    overNaive: 0.75,
  },
  {
    name: 'a spike of a week',
    level: 25,
    weekCv: 0.05,
    dayCv: 0.08,
    spike: (_, week) => (week === 14 ? 2 : 1),
    overFloor: 1.1,
    overNaive: 0.8,
  },
  {
    name: 'office hours',
    level: 60,
    hours: 'office',
    weekCv: 0.08,
    dayCv: 0.05,
    slotCv: 0.15,
    overFloor: 1.06,
    overNaive: 0.8,
  },
  {
    name: 'nights without visitors',
    level: 12,
    hours: 'no-nights',
    weekCv: 0.05,
    dayCv: 0.1,
    overFloor: 1.05,
    overNaive: 0.8,
  },
  { name: 'no profile at all', level: 8, hours: 'flat', dayCv: 0.1, overFloor: 1.05, overNaive: 0.8 },
  {
    name: 'three to eight weeks',
    level: 20,
    weeks: 9,
    fromWeek: 4,
    weekCv: 0.06,
    dayCv: 0.06,
    overFloor: 1.09,
    overNaive: 0.85,
  },
  {
    name: 'many visitors, in quarter-hours',
    level: 200,
    slotMinutes: 15,
    weekCv: 0.06,
    dayCv: 0.04,
    slotCv: 0.05,
    overFloor: 1.08,
    overNaive: 0.8,
  },
]
const SEEDS = [1, 2, 3]

describe.each(KINDS)('a series with $name', (kind) => {
  const fromWeek = kind.fromWeek ?? 9
  const results = SEEDS.map((seed) => {
    const series = makeSeries(kind, seed)
    const result = rollingForecast(rowsOf(series), { slotMinutes: kind.slotMinutes ?? 30, fromWeek })
    return { ...result, floor: floorOf(series, fromWeek) }
  })
  const mean = (term: (result: (typeof results)[number]) => number): number =>
    results.reduce((sum, result) => sum + term(result), 0) / results.length

  it('is forecast nearly as well as can be, and better than by the week before', () => {
    expect(mean(({ wape, floor }) => wape! / floor)).toBeLessThan(kind.overFloor)
    expect(mean(({ wape, seasonalNaiveWape }) => wape! / seasonalNaiveWape!)).toBeLessThan(kind.overNaive)
  })

  it('has bands that hold as often as they say', () => {
    const [holds80, holds95] = [mean((result) => result.holds80!), mean((result) => result.holds95!)]
    expect(holds80).toBeGreaterThan(0.75)
    expect(holds80).toBeLessThan(0.92)
    expect(holds95).toBeGreaterThan(0.92)
    expect(holds95).toBeLessThan(0.98)
  })
})

describe('bursts in every week', () => {
  it('leave the sum of what is forecast as it should be, though none is expected in its slot', () => {
    const biases = SEEDS.map(
      (seed) =>
        rollingForecast(
          rowsOf(
            makeSeries({ level: 25, dayCv: 0.05, slotSpike: (random) => (random.uniform() < 0.02 ? 6 : 1) }, seed),
          ),
          { slotMinutes: 30, fromWeek: 9 },
        ).bias!,
    )
    expect(Math.abs(biases.reduce((sum, bias) => sum + bias, 0) / biases.length)).toBeLessThan(0.012)
  })
})

describe('sums of whole weeks', () => {
  it('lie in their bands about as often as they say, though all slots of a week err together', () => {
    const weeks = [1, 2, 3, 4, 5, 6].flatMap(
      (seed) =>
        rollingForecast(rowsOf(makeSeries({ level: 20, slotMinutes: 60, weekCv: 0.08, dayCv: 0.06 }, seed)), {
          slotMinutes: 60,
        }).weeks,
    )
    const hits =
      weeks.filter(({ actual, lower80, upper80 }) => actual >= lower80 && actual <= upper80).length / weeks.length
    expect(hits).toBeGreaterThan(0.72)
    expect(hits).toBeLessThan(0.93)
  })
})

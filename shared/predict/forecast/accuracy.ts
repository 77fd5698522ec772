import type { ForecastAccuracy } from '../types.ts'
import type { CountWeeks } from './count-weeks.ts'
import { seasonalNaiveError } from './scores.ts'
import type { OriginNoise } from './track-record.ts'
import type { WeekScore } from './week-score.ts'

/** An origin with less behind it says little of how a forecast does today. */
const WEEKS_BEHIND = 4

/** How the forecasts of the weeks one ahead did, at every origin with four weeks behind it (at every one, where none has). */
export function accuracyOf(counts: CountWeeks, records: readonly OriginNoise[]): ForecastAccuracy {
  const last = records.at(-1)
  if (last === undefined) return { method: 'prior', wape: null, mase: null, bias: null, holds80: null, holds95: null, origins: 0 }
  const tried = records.filter(({ score }) => score !== null && score.slots > 0)
  const seasoned = tried.filter(({ forecast }) => forecast.observedWeeks >= WEEKS_BEHIND)
  const scores = (seasoned.length > 0 ? seasoned : tried).map(({ score }) => score!)
  return { method: last.forecast.method, ...summary(counts, scores) }
}

/** Scores over several weeks. MASE is in units of the seasonal naive's mean error in the weeks before the first of them. */
export function summary(counts: CountWeeks, scores: readonly WeekScore[]): Omit<ForecastAccuracy, 'method'> {
  const total = (term: (score: WeekScore) => number): number => scores.reduce((sum, score) => sum + term(score), 0)
  const actual = total((score) => score.actual)
  const slots = total((score) => score.slots)
  const bands = total((score) => score.bands)
  const naiveError = scores.length === 0 ? null : trainingError(counts, scores[0]!.week)
  return {
    wape: ratio(total((score) => score.absoluteError), actual),
    mase: naiveError === null || slots === 0 ? null : ratio(total((score) => score.absoluteError) / slots, naiveError),
    bias: ratio(total((score) => score.forecast - score.actual), actual),
    holds80: ratio(total((score) => score.held80), bands),
    holds95: ratio(total((score) => score.held95), bands),
    origins: scores.length,
  }
}

/** Mean |y[t] − y[t − a week]| of the weeks before `week`, over the slots that were observed both times; null where there are none. */
function trainingError({ slotsPerWeek, visitors, observations }: CountWeeks, week: number): number | null {
  const pairs: [number, number][] = []
  for (let index = slotsPerWeek; index < week * slotsPerWeek; index++) {
    if (observations[index]! > 0 && observations[index - slotsPerWeek]! > 0) pairs.push([visitors[index - slotsPerWeek]!, visitors[index]!])
  }
  return seasonalNaiveError([...pairs.map(([before]) => before), ...pairs.map(([, after]) => after)], pairs.length)
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}

import { fractionOf } from '../../foundation/rate.ts'
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
  if (last === undefined)
    return { method: 'prior', wape: null, mase: null, bias: null, holds80: null, holds95: null, origins: 0 }
  return {
    method: last.forecast.method,
    ...summary(
      counts,
      accountable(records).map(({ score }) => score),
    ),
  }
}

/** An origin whose first week after has come. */
export type ScoredOrigin = OriginNoise & { readonly score: WeekScore }

/** The origins that say how good forecasts are: those with four weeks behind them, or all that can be scored where none has. */
export function accountable(records: readonly OriginNoise[]): readonly ScoredOrigin[] {
  const tried = records.filter((record): record is ScoredOrigin => record.score !== null && record.score.slots > 0)
  const seasoned = tried.filter(({ forecast }) => forecast.observedWeeks >= WEEKS_BEHIND)
  return seasoned.length > 0 ? seasoned : tried
}

/** Scores over several weeks. MASE is in units of the seasonal naive's mean error in the weeks before the first of them. */
export function summary(counts: CountWeeks, scores: readonly WeekScore[]): Omit<ForecastAccuracy, 'method'> {
  const total = (term: (score: WeekScore) => number): number => scores.reduce((sum, score) => sum + term(score), 0)
  const actual = total((score) => score.actual)
  const slots = total((score) => score.slots)
  const bands = total((score) => score.bands)
  const naiveError = scores.length === 0 ? null : trainingError(counts, scores[0]!.week)
  return {
    wape: fractionOf(
      total((score) => score.absoluteError),
      actual,
    ),
    mase:
      naiveError === null || slots === 0 ? null : fractionOf(total((score) => score.absoluteError) / slots, naiveError),
    bias: fractionOf(
      total((score) => score.forecast - score.actual),
      actual,
    ),
    holds80: fractionOf(
      total((score) => score.hits80),
      bands,
    ),
    holds95: fractionOf(
      total((score) => score.hits95),
      bands,
    ),
    origins: scores.length,
  }
}

/** Mean |y[t] − y[t − a week]| of the weeks before `week`, over the slots that were observed both times; null where there are none. */
function trainingError({ slotsPerWeek, visitors, observations }: CountWeeks, week: number): number | null {
  const pairs: [number, number][] = []
  for (let index = slotsPerWeek; index < week * slotsPerWeek; index++) {
    if (observations[index]! > 0 && observations[index - slotsPerWeek]! > 0)
      pairs.push([visitors[index - slotsPerWeek]!, visitors[index]!])
  }
  return seasonalNaiveError([...pairs.map(([before]) => before), ...pairs.map(([, after]) => after)], pairs.length)
}

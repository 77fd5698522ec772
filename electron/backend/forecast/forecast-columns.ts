import type { ForecastOutput } from '../../../shared/contract/prediction-output.ts'
import { addDays } from '../../../shared/time/local.ts'
import type { PastForecasts, PastSum, PastWeek } from '../../../shared/predict/forecast/past-forecasts.ts'
import type { SlotMinutes } from '../../../shared/predict/types.ts'
import type { ForecastReport } from '../prediction/queries.ts'
import { knownDayOutputs } from '../holidays/known-day-output.ts'
import { accuracyOutput, weekRange } from './forecast-output.ts'

export type ForecastColumns = ReturnType<typeof forecastColumns>
export type PastForecastColumns = ReturnType<typeof pastColumns>

/** A forecast as columns: entry i of each belongs to the slot that begins at `starts[i]`, epoch milliseconds. */
export function forecastColumns({
  forecast,
  organization,
  pool,
  origin,
  unknownPast,
  weeksObserved,
  starvedPools,
  revision,
}: ForecastReport) {
  const { starts, visitors, lower80, upper80, lower95, upper95 } = forecast
  return {
    range: weekRange({ ...forecast, origin }),
    slotMinutes: forecast.slotMinutes,
    week: { ...forecast.week },
    accuracy: accuracyOutput(forecast.accuracy),
    starts: [...starts],
    visitors: [...visitors],
    lower80: [...lower80],
    upper80: [...upper80],
    lower95: [...lower95],
    upper95: [...upper95],
    days: forecast.days.map((day, index) => ({ date: addDays(forecast.firstDate, index), ...day })),
    /** Days of the week of which it is known that they are no usual ones, and what that does. */
    knownDays: forecast.effects.flatMap((effect) => (effect === null ? [] : knownDayOutputs(effect))),
    lastYear: lastYearOutput(forecast.year),
    /** Past weeks of which at least a day was observed. */
    weeksObserved,
    /** Not null: nothing is known before the week, so that the figures are no forecast. */
    unknownPast,
    organization,
    /** null: all. */
    pool,
    starvedPools,
    revision,
  }
}

/** What last year suggests for the week, as shares on top of what is expected otherwise, to a thousandth; null: nothing that helps. */
function lastYearOutput(year: ForecastReport['forecast']['year']): ForecastOutput['lastYear'] {
  if (year === null) return null
  const thousandths = (value: number): number => Math.round(1000 * value) / 1000
  return { effect: thousandths(year.factor - 1), change: thousandths(year.ratio - 1), weight: thousandths(year.power) }
}

export interface PastColumnsBasis {
  readonly timeZone: string
  readonly slotMinutes: SlotMinutes
  readonly revision: number
}

/** Past forecasts as columns, and what came (null: not known): what was expected to a hundredth of a visitor, for there are many. */
export function pastColumns({ weeks, accuracy }: PastForecasts, basis: PastColumnsBasis) {
  return { ...basis, weeks: weeks.map(weekColumns), accuracy }
}

function weekColumns({ firstDate, starts, visitors, lower80, upper80, actual, days, week }: PastWeek) {
  return {
    starts: [...starts],
    visitors: Array.from(visitors, hundredths),
    lower80: [...lower80],
    upper80: [...upper80],
    actual: Array.from(actual, (value): number | null => (Number.isNaN(value) ? null : hundredths(value))),
    days: days.map((day, index) => sumOf(day, addDays(firstDate, index))),
    week: sumOf(week, firstDate),
  }
}

function sumOf({ visitors, lower80, upper80, actual }: PastSum, date: string) {
  return { date, visitors: hundredths(visitors), lower80, upper80, actual }
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100
}

import { addDays } from '../../../shared/time/local.ts'
import type { PastForecasts, PastSum, PastWeek } from '../../../shared/predict/forecast/past-forecasts.ts'
import type { SlotMinutes } from '../../../shared/predict/types.ts'
import type { ForecastReport } from '../roles/prediction-queries.ts'
import type { AppForecast, AppPastForecasts, AppPastSum, AppPastWeek } from './app-prediction-services.ts'
import { accuracyOutput, weekRange } from './forecast.ts'

/** A forecast as the page takes it. */
export function forecastColumns({ forecast, origin, weeksObserved, starvedPools, revision }: ForecastReport): AppForecast {
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
    weeksObserved,
    starvedPools: [...starvedPools],
    revision,
  }
}

export interface PastColumnsBasis {
  readonly timeZone: string
  readonly slotMinutes: SlotMinutes
  readonly revision: number
}

/** Past forecasts as the page takes them: what was expected to a hundredth of a visitor, for there are many. */
export function pastColumns({ weeks, accuracy }: PastForecasts, basis: PastColumnsBasis): AppPastForecasts {
  return { ...basis, weeks: weeks.map(weekColumns), accuracy }
}

function weekColumns({ firstDate, starts, visitors, lower80, upper80, actual, days, week }: PastWeek): AppPastWeek {
  return {
    starts: [...starts],
    visitors: Array.from(visitors, hundredths),
    lower80: [...lower80],
    upper80: [...upper80],
    actual: Array.from(actual, (value) => (Number.isNaN(value) ? null : hundredths(value))),
    days: days.map((day, index) => sumOf(day, addDays(firstDate, index))),
    week: sumOf(week, firstDate),
  }
}

function sumOf({ visitors, lower80, upper80, actual }: PastSum, date: string): AppPastSum {
  return { date, visitors: hundredths(visitors), lower80, upper80, actual }
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100
}

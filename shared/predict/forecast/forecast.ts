import { AppError } from '../../foundation/errors.ts'
import { DAY_MINUTES } from '../../foundation/minutes.ts'
import { daysBetween } from '../../time/local.ts'
import type { Band, DemandForecast, DemandHistory, SlotMinutes } from '../types.ts'
import { accuracyOf } from './accuracy.ts'
import { bandOf, slotVarianceOf } from './bands.ts'
import { withoutOutages, type CountWeeks } from './count-weeks.ts'
import { historyRecords } from './history-records.ts'
import { noiseAhead } from './horizon.ts'
import { extraCvs, withEffects, type WeekEffects } from './week-effects.ts'
import { atLevel, knownWeeks } from './known-weeks.ts'
import { UNSCALED_BANDS, scaleFor } from './band-scale.ts'
import { dayBands, weekBand } from './week-band.ts'
import { slotsOfWeek } from './week-slots.ts'

export interface ForecastOptions {
  /** Local date on which the week to forecast begins: a whole number of weeks after the history's first date. */
  readonly firstDate: string
  /** Width of the forecast's slots, a multiple of the history's (default: the same). */
  readonly slotMinutes?: SlotMinutes | undefined
}

/**
 * Visitors of a week to come, slot by slot, with bands: deterministic, and from the history alone. With nothing observed it expects
 * nobody and says so as method 'prior'. Throws AppError 'invalid-input' for a week that does not go with the history.
 */
export function forecastDemand(observed: DemandHistory, { firstDate, slotMinutes }: ForecastOptions): DemandForecast {
  return forecaster(observed, slotMinutes)(firstDate)
}

/** As `forecastDemand`, of many weeks: what a history says of itself, which takes by far the longest, is computed once. */
export function forecaster(
  observed: DemandHistory,
  width?: SlotMinutes,
): (firstDate: ForecastOptions['firstDate']) => DemandForecast {
  const history = withoutOutages(observed)
  const slotMinutes = width ?? history.slotMinutes
  const { counts, records } = historyRecords(history, slotMinutes)
  const last = records.at(-1)
  const known = knownWeeks(history.dated, history.firstDate)
  return (firstDate) => {
    const weeksAhead = weeksAheadOf(history, firstDate)
    const slots = slotsOfWeek(firstDate, history.timeZone, slotMinutes)
    const at = { week: daysBetween(history.firstDate, firstDate) / 7, origin: history.weeks }
    const year = known?.yearOf(at) ?? null
    const usual = atLevel(last?.forecast.mean ?? new Float64Array(counts.slotsPerWeek), year)
    const effects = known?.effectsOf(at, usual) ?? NOTHING_KNOWN
    const mean = withEffects(usual, effects)
    const noise = noiseAhead(counts, records, weeksAhead + missingWeeks(counts))
    const days = Array.from(slots.slotOfWeek, (slot) => Math.floor((slot * slotMinutes) / DAY_MINUTES))
    const cvs = extraCvs(mean, effects)
    const visitors = Float64Array.from(
      slots.starts,
      (_, index) => mean[slots.slotOfWeek[index]!]! * slots.lengths[index]!,
    )
    const bands = Array.from(visitors, (value, index) => {
      const law = { mean: value, variance: slotVarianceOf(value, noise) + (cvs.slots[days[index]!]! * value) ** 2 }
      return bandOf(law, scaleFor(value, last?.scales ?? UNSCALED_BANDS))
    })
    const ofSums = { days, noise, extraCvs: cvs, weeks: last?.weeks ?? 0, scale: last?.weekScale }
    return {
      timeZone: history.timeZone,
      slotMinutes,
      firstDate,
      starts: slots.starts,
      visitors,
      ...columnsOf(bands),
      days: dayBands(visitors, ofSums),
      week: weekBand(visitors, ofSums),
      noise,
      effects,
      year,
      extraCvs: cvs,
      accuracy: accuracyOf(counts, records),
    }
  }
}

const NOTHING_KNOWN: WeekEffects = Array.from({ length: 7 }, () => null)

/** 1 for the week right after the history's last. */
function weeksAheadOf(history: DemandHistory, firstDate: string): number {
  const days = daysBetween(history.firstDate, firstDate)
  const ahead = days / 7 - history.weeks + 1
  if (Number.isInteger(ahead) && ahead >= 0) return Math.max(1, ahead)
  throw new AppError({
    code: 'invalid-input',
    message: `The week of ${firstDate} cannot be forecast from weeks that begin on ${history.firstDate}.`,
    next: 'Choose a week that begins on the same day of the week and is not in the past.',
  })
}

/** Weeks at the end of the history of which nothing is known: the forecast reaches that much further. */
function missingWeeks(counts: CountWeeks): number {
  const last = counts.observations.findLastIndex((observed) => observed > 0)
  return last < 0 ? 0 : counts.weeks - 1 - Math.floor(last / counts.slotsPerWeek)
}

function columnsOf(bands: readonly Band[]): Pick<DemandForecast, 'lower80' | 'upper80' | 'lower95' | 'upper95'> {
  return {
    lower80: Float64Array.from(bands, (band) => band.lower80),
    upper80: Float64Array.from(bands, (band) => band.upper80),
    lower95: Float64Array.from(bands, (band) => band.lower95),
    upper95: Float64Array.from(bands, (band) => band.upper95),
  }
}

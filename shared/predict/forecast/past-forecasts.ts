import { DAY_MINUTES } from '../../foundation/minutes.ts'
import { fractionOf } from '../../foundation/rate.ts'
import { addDays } from '../../time/local.ts'
import type { DemandHistory, SlotMinutes } from '../types.ts'
import { accountable, summary } from './accuracy.ts'
import { bandOf, slotVarianceOf } from './bands.ts'
import { withoutOutages } from './count-weeks.ts'
import { historyRecords, type HistoryRecords } from './history-records.ts'
import { scaleFor } from './band-scale.ts'
import type { OriginNoise } from './track-record.ts'
import { dayBands, weekBand } from './week-band.ts'
import { slotsOfWeek, type WeekSlots } from './week-slots.ts'

/** What was expected of a day or a week, and how many came. */
export interface PastSum {
  readonly visitors: number
  readonly lower80: number
  readonly upper80: number
  /** null: not, or not wholly, known. */
  readonly actual: number | null
}

/** A week as it was forecast from what came before it, and what came. Columns run over its real slots. */
export interface PastWeek {
  /** Local date on which it begins. */
  readonly firstDate: string
  readonly starts: Float64Array
  readonly visitors: Float64Array
  readonly lower80: Float64Array
  readonly upper80: Float64Array
  /** NaN: not known. */
  readonly actual: Float64Array
  /** The seven days from `firstDate` on. */
  readonly days: readonly PastSum[]
  readonly week: PastSum
}

/** How far forecasts of one length of time were off, one week ahead. Fractions; null where no data show it. */
export interface LengthAccuracy {
  /** Σ|came − forecast| / Σ came. */
  readonly wape: number | null
  /** The same of the last observed same slot of the week. */
  readonly naiveWape: number | null
  /** Share of 80% ranges that contained the actual value. */
  readonly holds80: number | null
  /** How many were tried. */
  readonly count: number
}

export interface PastAccuracy {
  readonly slot: LengthAccuracy
  readonly day: LengthAccuracy
  readonly week: LengthAccuracy
  /** Σ(forecast − came) / Σ came: above 0, too many were forecast. */
  readonly bias: number | null
  /** Weeks it rests on: each with four weeks behind it, or all where none has. */
  readonly weeks: number
}

export interface PastForecasts {
  /** The last weeks of which anything is known, the oldest first. */
  readonly weeks: readonly PastWeek[]
  readonly accuracy: PastAccuracy
}

export interface PastForecastOptions {
  readonly slotMinutes: SlotMinutes
  /** How many of the last weeks are reported slot by slot; the accuracy is that of all. */
  readonly weeks: number
}

/** The weeks of a history as they were forecast one week ahead, each from nothing but what came before it, beside what came. */
export function pastForecasts(observed: DemandHistory, { slotMinutes, weeks }: PastForecastOptions): PastForecasts {
  const history = withoutOutages(observed)
  const past = { ...historyRecords(history, slotMinutes), history, slotMinutes }
  const tried = past.records.filter(({ score }) => score !== null && score.slots > 0)
  return { weeks: tried.slice(-weeks).map((record) => pastWeek(record, past)), accuracy: accuracyOfPast(past) }
}

interface PastRecords extends HistoryRecords {
  readonly history: DemandHistory
  readonly slotMinutes: SlotMinutes
}

function pastWeek({ forecast, noise, scales, weeks, weekScale }: OriginNoise, past: PastRecords): PastWeek {
  const firstDate = addDays(past.history.firstDate, 7 * forecast.origin)
  const slots = slotsOfWeek(firstDate, past.history.timeZone, past.slotMinutes)
  const days = daysOf(slots, past.slotMinutes)
  const visitors = realSlots(forecast.next, slots)
  const actual = realSlots(actualOf(past, forecast.origin), slots)
  const { nextCvs } = forecast
  const bands = Array.from(visitors, (mean, index) => {
    const ofDay = nextCvs === null ? 0 : (nextCvs.slots[days[index]!]! * mean) ** 2
    return bandOf({ mean, variance: slotVarianceOf(mean, noise) + ofDay }, scaleFor(mean, scales))
  })
  const sums = { noise, weeks, scale: weekScale, extraCvs: nextCvs }
  const cameOnDays = Array.from({ length: 7 }, (_, day) => sumOf(actual.filter((_value, index) => days[index] === day)))
  return {
    firstDate,
    starts: slots.starts,
    visitors,
    lower80: Float64Array.from(bands, ({ lower80 }) => lower80),
    upper80: Float64Array.from(bands, ({ upper80 }) => upper80),
    actual,
    days: dayBands(visitors, { ...sums, days }).map((band, day) => pastSum(band, cameOnDays[day]!)),
    week: pastSum(weekBand(visitors, { ...sums, days }), sumOf(actual)),
  }
}

function accuracyOfPast(past: PastRecords): PastAccuracy {
  const records = accountable(past.records)
  const { wape, bias, holds80, origins } = summary(
    past.counts,
    records.map(({ score }) => score),
  )
  const total = (term: (record: (typeof records)[number]) => number): number =>
    records.reduce((sum, record) => sum + term(record), 0)
  const actual = total(({ score }) => score.actual)
  const lengths = records.map((record) => wallClockSums(record, past))
  return {
    slot: {
      wape,
      naiveWape: fractionOf(
        total(({ score }) => score.naiveError),
        actual,
      ),
      holds80,
      count: total(({ score }) => score.bands),
    },
    day: lengthAccuracy(lengths.flatMap(({ days }) => days)),
    week: lengthAccuracy(lengths.map(({ week }) => week)),
    bias,
    weeks: origins,
  }
}

interface TriedSum extends PastSum {
  readonly naive: number
}

/** Days and week of the wall clock, on which every week has as many slots. */
function wallClockSums(
  { forecast, noise, weeks, weekScale }: OriginNoise,
  past: PastRecords,
): { readonly days: readonly TriedSum[]; readonly week: TriedSum } {
  const { counts } = past
  const days = Uint8Array.from({ length: counts.slotsPerWeek }, (_, slot) =>
    Math.floor((slot * 7) / counts.slotsPerWeek),
  )
  const actual = actualOf(past, forecast.origin)
  const options = { days, noise, weeks, scale: weekScale, extraCvs: forecast.nextCvs }
  const ofDay = (values: Float64Array, day: number): number => sumOf(values.filter((_, slot) => days[slot] === day))
  return {
    days: dayBands(forecast.next, options).map((band, day) => ({
      ...pastSum(band, ofDay(actual, day)),
      naive: ofDay(forecast.seasonalNaive, day),
    })),
    week: { ...pastSum(weekBand(forecast.next, options), sumOf(actual)), naive: sumOf(forecast.seasonalNaive) },
  }
}

function lengthAccuracy(sums: readonly TriedSum[]): LengthAccuracy {
  let count = 0
  let actual = 0
  let error = 0
  let naiveError = 0
  let hits = 0
  for (const { visitors, lower80, upper80, actual: came, naive } of sums) {
    if (came === null) continue
    count++
    actual += came
    error += Math.abs(came - visitors)
    naiveError += Math.abs(came - naive)
    hits += Number(came >= lower80 && came <= upper80)
  }
  return {
    wape: fractionOf(error, actual),
    naiveWape: fractionOf(naiveError, actual),
    holds80: fractionOf(hits, count),
    count,
  }
}

/** By wall-clock slot; NaN where it was not observed. */
function actualOf({ counts: { visitors, observations, slotsPerWeek } }: HistoryRecords, week: number): Float64Array {
  const first = week * slotsPerWeek
  return Float64Array.from({ length: slotsPerWeek }, (_, slot) =>
    observations[first + slot] === 0 ? Number.NaN : visitors[first + slot]!,
  )
}

/** A repeated slot had its value twice: what is known of it is the mean of both. */
function realSlots(values: Float64Array, { slotOfWeek, lengths }: WeekSlots): Float64Array {
  return Float64Array.from(slotOfWeek, (slot, index) => values[slot]! * lengths[index]!)
}

function daysOf({ slotOfWeek }: WeekSlots, slotMinutes: number): Uint8Array {
  return Uint8Array.from(slotOfWeek, (slot) => Math.floor((slot * slotMinutes) / DAY_MINUTES))
}

function pastSum(
  { visitors, lower80, upper80 }: { readonly visitors: number; readonly lower80: number; readonly upper80: number },
  actual: number,
): PastSum {
  return { visitors, lower80, upper80, actual: Number.isNaN(actual) ? null : actual }
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0)
}

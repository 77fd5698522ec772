import { DAY_MS } from '../../../../shared/foundation/minutes.ts'
import type { CountWeeks } from '../../../../shared/predict/forecast/count-weeks.ts'
import type { SeriesRow } from '../../../../shared/predict/forecast/rolling-forecast.ts'
import { createRandom, type Random } from '../../../../shared/predict/random.ts'

/** A Monday. */
export const FIRST_DATE = '2025-01-06'

/** A company that does not exist, and how its visitors come. */
export interface SeriesKind {
  /** Visitors of a busy slot. */
  readonly level: number
  readonly weeks?: number
  readonly slotMinutes?: number
  readonly hours?: 'all' | 'office' | 'no-nights' | 'flat'
  readonly growth?: (week: number) => number
  readonly weekCv?: number
  readonly dayCv?: number
  readonly slotCv?: number
  /** Missing. */
  readonly isOut?: (week: number, day: number) => boolean
  readonly spike?: (random: Random, week: number) => number
  readonly slotSpike?: (random: Random) => number
}

export interface MadeUpSeries extends CountWeeks {
  /** What a perfect forecaster would have said. */
  readonly perfect: Float64Array
}

const DAYS = [1.15, 1, 0.95, 0.97, 1.05, 0.6, 0.45] as const

export function makeSeries(kind: SeriesKind, seed: number): MadeUpSeries {
  const {
    level,
    weeks = 26,
    slotMinutes = 30,
    growth = () => 1,
    weekCv = 0,
    dayCv = 0,
    slotCv = 0,
    spike = () => 1,
    slotSpike = () => 1,
  } = kind
  const random = createRandom(seed)
  const factor = (cv: number): number => (cv === 0 ? 1 : random.gamma(1 / cv ** 2, cv ** 2))
  const slotsPerDay = 1440 / slotMinutes
  const slotsPerWeek = 7 * slotsPerDay
  const visitors = new Float64Array(weeks * slotsPerWeek)
  const observations = new Uint8Array(weeks * slotsPerWeek).fill(1)
  const perfect = new Float64Array(weeks * slotsPerWeek)
  for (let week = 0; week < weeks; week++) {
    const ofWeek = factor(weekCv)
    for (let day = 0; day < 7; day++) {
      const ofDay = ofWeek * factor(dayCv) * spike(random, week)
      for (let part = 0; part < slotsPerDay; part++) {
        const index = (week * 7 + day) * slotsPerDay + part
        const shape = shapeAt(kind.hours ?? 'all', day, (part * 24) / slotsPerDay)
        perfect[index] = level * growth(week) * (shape ?? 0)
        visitors[index] = random.poisson(perfect[index]! * ofDay * factor(slotCv) * slotSpike(random))
        if (shape === null || kind.isOut?.(week, day) === true) observations[index] = 0
      }
    }
  }
  return { weeks, slotsPerWeek, visitors, observations, perfect, dayWeights: new Float64Array(weeks * 7).fill(1) }
}

/** null: closed, and nothing is recorded. */
function shapeAt(hours: NonNullable<SeriesKind['hours']>, day: number, hour: number): number | null {
  if (hours === 'flat') return 1
  if (hours === 'office')
    return day < 5 && hour >= 8 && hour < 18 ? (1 + Math.sin(((hour - 8) / 10) * Math.PI)) / 2 : null
  if (hours === 'no-nights' && (hour < 7 || hour >= 21)) return 0
  return DAYS[day]! * (0.15 + Math.exp(-((hour - 11) ** 2) / 12) + 0.8 * Math.exp(-((hour - 16) ** 2) / 10))
}

/** The observed slots as rows of a series. */
export function rowsOf({ weeks, slotsPerWeek, visitors, observations }: CountWeeks): readonly SeriesRow[] {
  const slotMs = (7 * DAY_MS) / slotsPerWeek
  return Array.from({ length: weeks * slotsPerWeek }, (_, index) => ({
    localTime: Date.parse(FIRST_DATE) + index * slotMs,
    value: visitors[index]!,
  })).filter((_, index) => observations[index]! > 0)
}

/** Σ|y − f| / Σy of the perfect forecast, from a week (1 the first) on. */
export function floorOf({ slotsPerWeek, visitors, observations, perfect }: MadeUpSeries, fromWeek: number): number {
  let errors = 0
  let total = 0
  for (let index = (fromWeek - 1) * slotsPerWeek; index < visitors.length; index++) {
    if (observations[index] === 0) continue
    errors += Math.abs(visitors[index]! - perfect[index]!)
    total += visitors[index]!
  }
  return errors / total
}

import { AppError } from '../../foundation/errors.ts'
import { DAY_MS, MINUTE_MS } from '../../foundation/minutes.ts'
import { fractionOf } from '../../foundation/rate.ts'
import { addDays, formatLocalDate } from '../../time/local.ts'
import type { DemandNoise } from '../types.ts'
import { summary } from './accuracy.ts'
import { withoutOutages, type CountWeeks } from './count-weeks.ts'
import { extraCvs, withEffects, type ExtraCvs } from './week-effects.ts'
import { noiseAhead } from './horizon.ts'
import { exampleWeights, type KnownDay, type KnownDayClass } from './known-days.ts'
import { atLevel, knownWeeks, type KnownWeeks } from './known-weeks.ts'
import { observedPart, trackRecord, isScored, type OriginNoise } from './track-record.ts'
import { rollingOrigins } from './rolling.ts'
import { weekBand } from './week-band.ts'
import { limitsOf, scoreWeek, type WeekScore } from './week-score.ts'

/** One count of a series; a slot may have several, which are summed. */
export interface SeriesRow {
  /** Milliseconds of a local clock, as if it were UTC: 0 is midnight of a Thursday. */
  readonly localTime: number
  /** null: missing. */
  readonly value: number | null
  /** Minutes east of UTC, where the series says: a slot with two of them is an hour that the clock repeated. */
  readonly offsetMinutes?: number | undefined
}

export interface RollingForecastOptions {
  /** A divisor of a day. */
  readonly slotMinutes: number
  /** First week that is forecast; the series begins in week 1 (default 9). */
  readonly fromWeek?: number | undefined
  /** How many weeks ahead each week is forecast (default 1: from what came before it). */
  readonly horizonWeeks?: number | undefined
  /** What is known of dates. */
  readonly knownDays?: readonly KnownDay[] | undefined
  /** Local dates that are scored apart (default: the unusual ones of those known). */
  readonly scoredApart?: ReadonlySet<string> | undefined
}

/** How forecasts did on the dates that are scored apart. */
export interface ScoreApart {
  readonly days: number
  readonly wape: number | null
  readonly holds80: number | null
  readonly holds95: number | null
}

export interface RollingWeek {
  /** Local date of its Monday. */
  readonly start: string
  /** Over the slots that were observed, like all of this. */
  readonly actual: number
  readonly forecast: number
  readonly lower80: number
  readonly upper80: number
  /** null: nobody came. */
  readonly wape: number | null
}

export interface RollingForecast {
  readonly origins: number
  readonly wape: number | null
  readonly seasonalNaiveWape: number | null
  readonly mase: number | null
  readonly bias: number | null
  readonly holds80: number | null
  readonly holds95: number | null
  /** Mean interval scores of the slots' bands. */
  readonly intervalScore80: number | null
  readonly intervalScore95: number | null
  /** null: no dates were. */
  readonly apart: ScoreApart | null
  readonly weeks: readonly RollingWeek[]
}

const DEFAULT_FROM_WEEK = 9
/** A slip of the year must not make thousands of empty weeks. */
const MAX_WEEKS = 1_100
const FIRST_MONDAY = 4

/**
 * The forecaster on any series of counts, week after week, each week from nothing but what came before its origin. Weeks begin on
 * Monday and are numbered from the one with the first row. Throws AppError 'invalid-input' for a series that is no such thing.
 */
export function rollingForecast(rows: readonly SeriesRow[], options: RollingForecastOptions): RollingForecast {
  const { fromWeek = DEFAULT_FROM_WEEK, horizonWeeks = 1, knownDays = [] } = options
  const { counts: undated, firstMonday } = countWeeks(rows, options.slotMinutes)
  const firstDate = formatLocalDate(firstMonday)
  const counts = withKnownDays(undated, firstDate, knownDays)
  const known = knownWeeks({ counts, firstDate, knownDays }, firstDate)
  const records = trackRecord(counts, rollingOrigins(counts, known))
  const results: { readonly score: WeekScore; readonly week: RollingWeek; readonly known: WeekScore }[] = []
  const apart = options.scoredApart ?? unusualDates(knownDays)
  for (let week = fromWeek - 1; week < counts.weeks; week++) {
    // The record of an origin is of the weeks before it; the week is the horizon's last one.
    const index = records.findIndex(({ forecast }) => forecast.origin === week - horizonWeeks + 1)
    if (index < 0 || !isScored(counts, week)) continue
    const start = formatLocalDate(firstMonday + 7 * week)
    const before = records.slice(0, index + 1)
    const ahead = aheadOf({ counts, records: before, known }, { week, horizon: horizonWeeks })
    const score = horizonWeeks === 1 ? records[index]!.score! : scoreAhead(counts, ahead)
    results.push({
      score,
      known: scoreAhead(counts, ahead, (day) => apart.has(addDays(start, day))),
      week: { start, ...weekOf(counts, ahead), wape: fractionOf(score.absoluteError, score.actual) },
    })
  }
  const scores = results.map(({ score }) => score)
  const total = (term: (score: WeekScore) => number): number => scores.reduce((sum, score) => sum + term(score), 0)
  const bands = total((score) => score.bands)
  const { origins, wape, mase, bias, holds80, holds95 } = summary(counts, scores)
  return {
    origins,
    wape,
    seasonalNaiveWape: fractionOf(
      total((score) => score.naiveError),
      total((score) => score.actual),
    ),
    mase,
    bias,
    holds80,
    holds95,
    intervalScore80: fractionOf(
      total((score) => score.interval80),
      bands,
    ),
    intervalScore95: fractionOf(
      total((score) => score.interval95),
      bands,
    ),
    apart:
      apart.size === 0
        ? null
        : scoreApart(
            results.map((result) => result.known),
            apart,
            results.map(({ week }) => week.start),
          ),
    weeks: results.map(({ week }) => week),
  }
}

/** Rows as Monday weeks; a slot is missing only if it has no row with a value. */
function countWeeks(
  rows: readonly SeriesRow[],
  slotMinutes: number,
): { readonly counts: CountWeeks; readonly firstMonday: number } {
  const known = rows.filter((row): row is SeriesRow & { readonly value: number } => row.value !== null)
  if (known.length === 0) {
    throw new AppError({
      code: 'invalid-input',
      message: 'The series has no counts.',
      next: 'Give at least a few weeks of counts.',
    })
  }
  const first = known.reduce((least, row) => Math.min(least, row.localTime), Number.POSITIVE_INFINITY)
  const last = known.reduce((most, row) => Math.max(most, row.localTime), Number.NEGATIVE_INFINITY)
  const firstMonday = Math.floor((Math.floor(first / DAY_MS) - FIRST_MONDAY) / 7) * 7 + FIRST_MONDAY
  const weeks = Math.floor((Math.floor(last / DAY_MS) - firstMonday) / 7) + 1
  if (weeks > MAX_WEEKS) {
    throw new AppError({
      code: 'invalid-input',
      message: `The series is ${weeks} weeks long, from its first row to its last.`,
      next: `Check its times, or give at most ${MAX_WEEKS} weeks.`,
    })
  }
  const slotMs = slotMinutes * MINUTE_MS
  const slotsPerWeek = (7 * DAY_MS) / slotMs
  const visitors = new Float64Array(weeks * slotsPerWeek)
  const observations = new Uint8Array(weeks * slotsPerWeek)
  const offsets = new Map<number, number>()
  const repeated = new Set<number>()
  for (const { localTime, value, offsetMinutes } of known) {
    const index = Math.floor((localTime - firstMonday * DAY_MS) / slotMs)
    visitors[index]! += value
    observations[index] = 1
    if (offsetMinutes === undefined) continue
    if ((offsets.get(index) ?? offsetMinutes) !== offsetMinutes) repeated.add(index)
    offsets.set(index, offsetMinutes)
  }
  for (const index of repeated) {
    visitors[index]! /= 2
    observations[index] = 2
  }
  return {
    counts: { weeks, slotsPerWeek, visitors, observations, dayWeights: new Float64Array(weeks * 7).fill(1) },
    firstMonday,
  }
}

interface Ahead {
  readonly week: number
  readonly horizon: number
}

interface WeekAhead {
  readonly week: number
  /** That of the origin. */
  readonly record: OriginNoise
  readonly mean: Float64Array
  readonly noise: DemandNoise
  readonly extraCvs: ExtraCvs | null
}

interface AheadBasis {
  readonly counts: CountWeeks
  /** Those of the origin and before. */
  readonly records: readonly OriginNoise[]
  readonly known: KnownWeeks | null
}

function aheadOf({ counts, records, known }: AheadBasis, { week, horizon }: Ahead): WeekAhead {
  const record = records.at(-1)!
  const { forecast } = record
  const noise = noiseAhead(upTo(counts, forecast.origin), records, horizon)
  if (horizon === 1) return { week, record, mean: forecast.next, noise, extraCvs: forecast.nextCvs }
  const at = { week, origin: forecast.origin }
  const usual = atLevel(forecast.mean, known?.yearOf(at) ?? null)
  const effects = known?.effectsOf(at, usual) ?? null
  if (effects === null) return { week, record, mean: usual, noise, extraCvs: null }
  const mean = withEffects(usual, effects)
  return { week, record, mean, noise, extraCvs: extraCvs(mean, effects) }
}

function scoreAhead(
  counts: CountWeeks,
  { week, record, mean, noise, extraCvs: cvs }: WeekAhead,
  isWanted?: (day: number) => boolean,
): WeekScore {
  return scoreWeek(
    counts,
    {
      week,
      mean,
      seasonalNaive: record.forecast.seasonalNaive,
      limits: limitsOf(mean, noise, cvs),
      scales: record.scales,
    },
    isWanted,
  )
}

function weekOf(
  counts: CountWeeks,
  { week, record, mean, noise, extraCvs: cvs }: WeekAhead,
): Omit<RollingWeek, 'start' | 'wape'> {
  const { weeks, weekScale } = record
  const { visitors, days, actual } = observedPart(counts, week, mean)
  const { lower80, upper80 } = weekBand(visitors, { days, noise, weeks, scale: weekScale, extraCvs: cvs })
  return { actual, forecast: visitors.reduce((sum, value) => sum + value, 0), lower80, upper80 }
}

/** Only the weeks before an origin. */
function upTo(counts: CountWeeks, origin: number): CountWeeks {
  return { ...counts, weeks: origin }
}

/** Classes of days that are unusual enough to be told apart in scores. */
const UNUSUAL: ReadonlySet<KnownDayClass> = new Set(['public', 'special', 'bridge', 'event'])

/** The dates of known days that are unusual enough to be scored apart. */
function unusualDates(knownDays: readonly KnownDay[]): ReadonlySet<string> {
  return new Set(knownDays.flatMap((day) => (UNUSUAL.has(day.class) ? [day.date] : [])))
}

function withKnownDays(counts: CountWeeks, firstDate: string, knownDays: readonly KnownDay[]): CountWeeks {
  if (knownDays.length === 0) return counts
  const weights = exampleWeights(knownDays)
  return withoutOutages({
    ...counts,
    dayWeights: counts.dayWeights.map((weight, day) => weights.get(addDays(firstDate, day)) ?? weight),
  })
}

function scoreApart(scores: readonly WeekScore[], dates: ReadonlySet<string>, starts: readonly string[]): ScoreApart {
  const total = (term: (score: WeekScore) => number): number => scores.reduce((sum, score) => sum + term(score), 0)
  const bands = total((score) => score.bands)
  return {
    days: starts
      .flatMap((start) => Array.from({ length: 7 }, (_, day) => addDays(start, day)))
      .filter((date) => dates.has(date)).length,
    wape: fractionOf(
      total((score) => score.absoluteError),
      total((score) => score.actual),
    ),
    holds80: fractionOf(
      total((score) => score.hits80),
      bands,
    ),
    holds95: fractionOf(
      total((score) => score.hits95),
      bands,
    ),
  }
}

import { coveragePercent } from '../../../../shared/foundation/rate.ts'
import type { TriedTotals, TriedWeek } from '../staffing-types.ts'

/** One hour of the day over all tried weeks; rates 0-100, null: nobody was expected, or came. */
export interface HourOfDay {
  readonly hour: number
  readonly predicted: number | null
  readonly actual: number | null
  readonly visitors: number
}

export interface WeekRow {
  readonly week: string
  /** Rates and their band 0-100. */
  readonly predicted: number
  readonly lower: number
  readonly upper: number
  readonly actual: number
  readonly isWithin: boolean
}

/** How past weeks came out, beside what was predicted of them. */
export interface TrustModel {
  readonly weeks: readonly WeekRow[]
  readonly weeksWithinRange: number
  /** Points between predicted and actual coverage of a week, on average. */
  readonly meanOff: number
  /** Points by which predictions were too high on average; negative: too low. */
  readonly bias: number
  /** Share by which a week's visitors were off on average, 0-1. */
  readonly visitorsOff: number
  /** Hours in which somebody came, and those within their band. */
  readonly hours: number
  readonly hoursWithinRange: number
  readonly byHour: readonly HourOfDay[]
}

const HOURS = 24

/** Adds up tried weeks. A week in which nobody came says nothing. */
export function trustModel(weeks: readonly TriedWeek[]): TrustModel {
  const rows = weeks.filter(({ visitors }) => visitors > 0).map(weekRow)
  const cells = weeks.flatMap((week) => week.cells.map((cell, index) => ({ ...cell, hour: index % HOURS })))
  const came = cells.filter(({ visitors }) => visitors > 0)
  const differences = rows.map(({ predicted, actual }) => predicted - actual)
  return {
    weeks: rows,
    weeksWithinRange: rows.filter((row) => row.isWithin).length,
    meanOff: mean(differences.map(Math.abs)),
    bias: mean(differences),
    visitorsOff: mean(
      weeks
        .filter(({ visitors }) => visitors > 0)
        .map(({ predictedVisitors, visitors }) => Math.abs(predictedVisitors - visitors) / visitors),
    ),
    hours: came.length,
    hoursWithinRange: came.filter(({ covered, visitors, lower80, upper80 }) =>
      isWithin(covered / visitors, lower80, upper80),
    ).length,
    byHour: Array.from({ length: HOURS }, (_, hour) => {
      const own = cells.filter((cell) => cell.hour === hour)
      const total = (key: 'visitors' | 'covered' | 'predictedVisitors' | 'predictedCovered'): number =>
        own.reduce((sum, cell) => sum + cell[key], 0)
      return {
        hour,
        visitors: total('visitors'),
        predicted: coveragePercent({ visitors: total('predictedVisitors'), covered: total('predictedCovered') }),
        actual: coveragePercent({ visitors: total('visitors'), covered: total('covered') }),
      }
    }),
  }
}

/** Points that predicted coverage was off from actual in a week on average; null: nobody came in any. */
export function pointsOff(weeks: readonly TriedTotals[]): number | null {
  const rows = weeks.filter(({ visitors }) => visitors > 0).map(weekRow)
  return rows.length === 0 ? null : mean(rows.map(({ predicted, actual }) => Math.abs(predicted - actual)))
}

function weekRow({ week, predictedCovered, predictedVisitors, covered, visitors, band }: TriedTotals): WeekRow {
  const actual = covered / visitors
  return {
    week,
    predicted: coveragePercent({ visitors: predictedVisitors, covered: predictedCovered }) ?? 0,
    lower: 100 * band.lower80,
    upper: 100 * band.upper80,
    actual: 100 * actual,
    isWithin: isWithin(actual, band.lower80, band.upper80),
  }
}

/** What lies on the edge lies within, whatever the last digit. */
function isWithin(value: number, lower: number, upper: number): boolean {
  return value >= lower - 1e-9 && value <= upper + 1e-9
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

import { coverageStrength } from '../../charts/coverage-colour.ts'
import type { Formatter } from '../../format/formatter.ts'
import { knownDates, type Known, type KnownDates } from './known-dates.ts'
import type { CoverageReport } from './report.ts'
import {
  type Counted,
  cellName,
  countedCoverage,
  countedIn,
  countedSentence,
  visitorsSentence,
} from './counted-text.ts'
import { hasHour, type HoursChoice } from '../../app/staffing-blocks/hours-choice.ts'
import type { GridPlace } from '../../kit/grid-keys.ts'
import type { CellState } from '../../kit/week-grid.tsx'

export interface HeatmapCell {
  readonly dayOfWeek: number
  readonly hour: number
  /** `outside`: no such hour in the range (yet); `unknown`: not synced; `empty`: known, and nobody came. */
  readonly state: CellState
  readonly visitors: number
  readonly missed: number
  /** The missed in few signs, to stand in the square. */
  readonly shortMissed: string
  /** Side of the square, 0-1: its area is the share of the busiest cell's visitors. */
  readonly size: number
  /** -1 nobody served .. 0 on target .. 1 everybody served. */
  readonly strength: number
  /** Accessible name. */
  readonly name: string
  /** Tooltip, one line each. */
  readonly lines: readonly string[]
}

/** The sum of a row or a column. */
export interface HeatmapSum {
  readonly label: string
  readonly longLabel: string
  readonly visitors: number
  readonly missed: number
  readonly rate: number
  /** Visitors as a share of the busiest row or column, 0-1. */
  readonly share: number
  readonly sentence: string
}

export interface HeatmapRow extends HeatmapSum {
  readonly dayOfWeek: number
  readonly cells: readonly HeatmapCell[]
}

export interface HeatmapColumn extends HeatmapSum {
  readonly hour: number
}

export interface HeatmapModel {
  readonly rows: readonly HeatmapRow[]
  readonly columns: readonly HeatmapColumn[]
  readonly hasUnknown: boolean
}

/** A number must fit into its square: the smallest side by how many signs it has. */
const SMALLEST = [0.5, 0.5, 0.58, 0.74, 0.94]

/** What the heatmap shows, in the order in which it is shown. */
export function heatmapModel(report: CoverageReport, target: number, format: Formatter): HeatmapModel {
  const known = knownDates(report.range)
  const busiest = Math.max(1, ...report.byDayHour.flat().map((cell) => cell.totalPageviews))
  const context = { report, target, format, known, busiest }
  const busiestDay = Math.max(1, ...report.byDayOfWeek.map((day) => day.totalPageviews))
  const busiestHour = Math.max(1, ...report.hourly.map((hour) => hour.totalPageviews))
  const rows = format.weekOrder.map((dayOfWeek) => {
    const day = report.byDayOfWeek[dayOfWeek]!
    const names = { label: format.dayName(dayOfWeek, 'short'), longLabel: format.dayName(dayOfWeek) }
    return {
      dayOfWeek,
      cells: report.byDayHour[dayOfWeek]!.map((_, hour) => heatmapCell(dayOfWeek, hour, context)),
      ...heatmapSum({ ...names, when: names.longLabel, busiest: busiestDay, counts: day, counted: null }, format),
    }
  })
  const columns = report.hourly.map((hour) => {
    const counted = countedIn(report, {
      visitors: hour.totalPageviews,
      missed: hour.missedOpportunities,
      agents: hour.avgAgentsOnline,
    })
    const names = { label: format.shortHour(hour.hour), longLabel: format.hourRange(hour.hour, hour.hour + 1) }
    return {
      hour: hour.hour,
      ...heatmapSum({ ...names, when: names.longLabel, busiest: busiestHour, counts: hour, counted }, format),
    }
  })
  return { rows, columns, hasUnknown: rows.some((row) => row.cells.some((cell) => cell.state === 'unknown')) }
}

interface CellContext {
  readonly report: CoverageReport
  readonly target: number
  readonly format: Formatter
  readonly known: KnownDates
  readonly busiest: number
}

function heatmapCell(
  dayOfWeek: number,
  hour: number,
  { report, target, format, known, busiest }: CellContext,
): HeatmapCell {
  const stats = report.byDayHour[dayOfWeek]![hour]!
  const counted = countedIn(report, {
    visitors: stats.totalPageviews,
    missed: stats.missedOpportunities,
    agents: stats.avgAgentsOnline,
  })
  const shortMissed = format.compact(counted.missed)
  const rests = known.ofCell(dayOfWeek, hour)
  const state = cellState(counted.visitors, rests)
  const when = `${format.dayName(dayOfWeek)} ${format.hour(hour)}`
  const hourName = `${format.dayName(dayOfWeek)} ${format.hourRange(hour, hour + 1)}`
  return {
    dayOfWeek,
    hour,
    state,
    visitors: counted.visitors,
    missed: counted.missed,
    shortMissed,
    size:
      counted.visitors === 0
        ? 0
        : Math.max(smallestFor(counted.missed, shortMissed), Math.sqrt(counted.visitors / busiest)),
    strength: coverageStrength(countedCoverage(counted), target),
    name: cellNameIn(state, { when, counted, format }),
    lines: [cellSentenceIn(state, { when: hourName, counted, format }), ...basis(rests, state, format)],
  }
}

function cellState(visitors: number, { known, all }: Known): CellState {
  if (visitors > 0) return 'counted'
  if (all === 0) return 'outside'
  return known === 0 ? 'unknown' : 'empty'
}

interface CellText {
  readonly when: string
  readonly counted: Counted
  readonly format: Formatter
}

function cellNameIn(state: CellState, { when, counted, format }: CellText): string {
  const t = format.texts.coverage
  if (state === 'outside') return t.notInRange({ when })
  return state === 'unknown' ? t.notKnown({ when }) : cellName(when, counted, format)
}

function cellSentenceIn(state: CellState, { when, counted, format }: CellText): string {
  const t = format.texts.coverage
  if (state === 'outside') return t.notInRangeAt({ when })
  return state === 'unknown' ? t.notSyncedDates({ when }) : countedSentence(when, counted, format)
}

/** What the figure rests on, where that is not every date. */
function basis({ known, all }: Known, state: CellState, format: Formatter): readonly string[] {
  if (state === 'outside' || state === 'unknown') return []
  const t = format.texts.coverage
  return [known < all ? t.fromDatesOf({ known: format.count(known), count: all }) : t.fromDays({ count: all })]
}

interface SumInput {
  readonly label: string
  readonly longLabel: string
  readonly when: string
  readonly busiest: number
  readonly counts: { readonly totalPageviews: number; readonly missedOpportunities: number }
  /** With agents; null: they are not shown for this sum. */
  readonly counted: Counted | null
}

function heatmapSum({ label, longLabel, when, busiest, counts, counted }: SumInput, format: Formatter): HeatmapSum {
  const visitors = counts.totalPageviews
  const missed = counts.missedOpportunities
  const rate = countedCoverage({ visitors, missed })
  const sentence =
    counted === null ? visitorsSentence(when, { visitors, missed }, format) : countedSentence(when, counted, format)
  return { label, longLabel, visitors, missed, rate, share: visitors / busiest, sentence }
}

/** Thousands need the same room, whether written "2k" or "2.2k": a larger number never has a smaller square for it. */
function smallestFor(missed: number, shortMissed: string): number {
  return SMALLEST[missed >= 1000 ? SMALLEST.length - 1 : shortMissed.length] ?? 1
}

const SIDES = [
  { name: 'top', row: -1, column: 0 },
  { name: 'right', row: 0, column: 1 },
  { name: 'bottom', row: 1, column: 0 },
  { name: 'left', row: 0, column: -1 },
] as const

/** Classes of a cell among outlined hours: a line on each side where its neighbour is not one of them. */
export function outlineClasses(
  { rows }: Pick<HeatmapModel, 'rows'>,
  { row, column }: GridPlace,
  hours: HoursChoice | null,
): string {
  const isIn = (atRow: number, hour: number): boolean => {
    const day = rows[atRow]
    return hours !== null && day !== undefined && hasHour(hours, { dayOfWeek: day.dayOfWeek, hour })
  }
  if (!isIn(row, column)) return ''
  const sides = SIDES.filter((side) => !isIn(row + side.row, column + side.column))
  return ` heatmap-outlined${sides.map(({ name }) => ` heatmap-outlined-${name}`).join('')}`
}

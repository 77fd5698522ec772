import { coverageStrength } from '../../charts/coverage-colour.ts'
import type { Formatter } from '../../format/formatter.ts'
import { knownDatesOf, type Known, type KnownDates } from './known-dates.ts'
import type { CoverageReport } from './report.ts'
import { countedSentence, nameOf, rateOf } from './words.ts'

/** `outside`: no such hour in the range (yet); `unknown`: not synced; `empty`: known, and nobody came. */
export type CellState = 'outside' | 'unknown' | 'empty' | 'counted'

export interface HeatmapCell {
  readonly dayOfWeek: number
  readonly hour: number
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
  const known = knownDatesOf(report.range)
  const busiest = Math.max(1, ...report.byDayHour.flat().map((cell) => cell.totalPageviews))
  const context = { report, target, format, known, busiest }
  const busiestDay = Math.max(1, ...report.byDayOfWeek.map((day) => day.totalPageviews))
  const busiestHour = Math.max(1, ...report.hourly.map((hour) => hour.totalPageviews))
  const rows = format.weekOrder.map((dayOfWeek) => {
    const day = report.byDayOfWeek[dayOfWeek]!
    const names = { label: format.dayName(dayOfWeek, 'short'), longLabel: format.dayName(dayOfWeek) }
    return {
      dayOfWeek,
      cells: report.byDayHour[dayOfWeek]!.map((_, hour) => cellOf(dayOfWeek, hour, context)),
      ...sumOf({ ...names, when: `${names.longLabel}s`, busiest: busiestDay, counts: day, agents: undefined }, format),
    }
  })
  const columns = report.hourly.map((hour) => {
    const agents = report.range.agentData ? hour.avgAgentsOnline : null
    const names = { label: format.shortHour(hour.hour), longLabel: format.hourRange(hour.hour, hour.hour + 1) }
    return { hour: hour.hour, ...sumOf({ ...names, when: names.longLabel, busiest: busiestHour, counts: hour, agents }, format) }
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

function cellOf(dayOfWeek: number, hour: number, { report, target, format, known, busiest }: CellContext): HeatmapCell {
  const stats = report.byDayHour[dayOfWeek]![hour]!
  const counted = {
    visitors: stats.totalPageviews,
    missed: stats.missedOpportunities,
    agents: report.range.agentData ? stats.avgAgentsOnline : null,
  }
  const shortMissed = format.compact(counted.missed)
  const rests = known.ofCell(dayOfWeek, hour)
  const state = stateOf(counted.visitors, rests)
  const when = `${format.dayName(dayOfWeek)} ${format.hour(hour)}`
  const stretch = `${format.dayName(dayOfWeek)} ${format.hourRange(hour, hour + 1)}`
  return {
    dayOfWeek,
    hour,
    state,
    visitors: counted.visitors,
    missed: counted.missed,
    shortMissed,
    size: counted.visitors === 0 ? 0 : Math.max(smallestFor(counted.missed, shortMissed), Math.sqrt(counted.visitors / busiest)),
    strength: coverageStrength(rateOf(counted), target),
    name: nameIn(state, when, nameOf(when, counted, format)),
    lines: [`${stretch}: ${sentenceIn(state, countedSentence(counted, format))}`, ...basis(rests, state, format.dayName(dayOfWeek))],
  }
}

function stateOf(visitors: number, { known, all }: Known): CellState {
  if (visitors > 0) return 'counted'
  if (all === 0) return 'outside'
  return known === 0 ? 'unknown' : 'empty'
}

function nameIn(state: CellState, when: string, counted: string): string {
  if (state === 'outside') return `${when}, not in this range`
  return state === 'unknown' ? `${when}, not known` : counted
}

function sentenceIn(state: CellState, counted: string): string {
  if (state === 'outside') return 'not in this range.'
  return state === 'unknown' ? 'not known; these dates were not synced.' : counted
}

/** What the figure rests on, where that is not every date. */
function basis({ known, all }: Known, state: CellState, dayName: string): readonly string[] {
  if (state === 'outside' || state === 'unknown') return []
  if (known < all) return [`From ${known} of ${all} ${dayName}s; the others are not known, or only in part.`]
  return [`From ${all} ${all === 1 ? dayName : `${dayName}s`}.`]
}

interface SumInput {
  readonly label: string
  readonly longLabel: string
  readonly when: string
  readonly busiest: number
  readonly counts: { readonly totalPageviews: number; readonly missedOpportunities: number }
  /** undefined: not told for this sum. */
  readonly agents: number | null | undefined
}

function sumOf({ label, longLabel, when, busiest, counts, agents }: SumInput, format: Formatter): HeatmapSum {
  const visitors = counts.totalPageviews
  const missed = counts.missedOpportunities
  const rate = rateOf({ visitors, missed })
  const found = missed === 0 ? 'all found somebody' : `${format.count(missed)} found nobody (${format.rate(rate)} covered)`
  const sentence =
    agents !== undefined
      ? `${when}: ${countedSentence({ visitors, missed, agents }, format)}`
      : `${when}: ${visitors === 0 ? 'nobody came' : `${format.visitors(visitors)}, ${found}`}.`
  return { label, longLabel, visitors, missed, rate, share: visitors / busiest, sentence }
}

/** Thousands need the same room, whether written "2k" or "2.2k": a larger number never has a smaller square for it. */
function smallestFor(missed: number, shortMissed: string): number {
  return SMALLEST[missed >= 1000 ? SMALLEST.length - 1 : shortMissed.length] ?? 1
}

import type { Formatter } from '../../format/formatter.ts'
import type { CellChoice } from './coverage-view.ts'
import type { CellDates } from './report.ts'
import { rateOf } from './words.ts'

export interface CellDateRow {
  readonly date: string
  readonly label: string
  readonly known: boolean
  readonly visitors: number
  readonly missed: number
  readonly rate: number
  readonly agents: number | null
  /** Visitors as a share of the busiest date's, 0-1. */
  readonly share: number
}

export interface CellPanelModel {
  readonly sentence: string
  /** Newest first. */
  readonly rows: readonly CellDateRow[]
}

interface CellPanelInput {
  readonly cell: CellChoice
  readonly dates: CellDates['dates']
  readonly agentData: boolean
}

/** What the panel behind a cell says: how often visitors found nobody, and each date. */
export function cellPanelModel({ cell, dates, agentData }: CellPanelInput, format: Formatter): CellPanelModel {
  const busiest = Math.max(1, ...dates.map((date) => date.totalPageviews))
  const rows = dates
    .map((date) => ({
      date: date.date,
      label: format.date(date.date, 'short'),
      known: date.known,
      visitors: date.totalPageviews,
      missed: date.missedOpportunities,
      rate: rateOf({ visitors: date.totalPageviews, missed: date.missedOpportunities }),
      agents: agentData ? date.avgAgentsOnline : null,
      share: date.totalPageviews / busiest,
    }))
    .toSorted((a, b) => (a.date < b.date ? 1 : -1))
  return { rows, sentence: sentenceOf(cell, rows, format) }
}

function sentenceOf({ dayOfWeek }: CellChoice, rows: readonly CellDateRow[], format: Formatter): string {
  const day = format.dayName(dayOfWeek)
  const known = rows.filter((row) => row.known || row.visitors > 0)
  if (rows.length === 0) return `No ${day} in this range.`
  if (known.length === 0) return `Nothing is known of ${rows.length === 1 ? `this ${day}` : `these ${rows.length} ${day}s`}.`
  const visitors = sum(known.map((row) => row.visitors))
  const missed = sum(known.map((row) => row.missed))
  const losing = known.filter((row) => row.missed > 0).length
  if (visitors === 0) return `Nobody came on ${times(known.length, day)}.`
  if (missed === 0) return `${format.visitors(visitors)} on ${times(known.length, day)}, and every one found somebody.`
  const often = losing === known.length ? '' : `, on ${losing} of ${known.length} ${day}s`
  return `${format.count(missed)} of ${format.visitors(visitors)} found nobody${often}.`
}

function times(count: number, day: string): string {
  return count === 1 ? `one ${day}` : `${count} ${day}s`
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

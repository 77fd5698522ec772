import type { Formatter } from '../../format/formatter.ts'
import type { CellChoice } from './coverage-view.ts'
import type { CellDates } from './report.ts'
import { countedCoverage } from './counted-text.ts'

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

/** What the panel behind a cell says: how often visitors were missed, and each date. */
export function cellPanelModel({ cell, dates, agentData }: CellPanelInput, format: Formatter): CellPanelModel {
  const busiest = Math.max(1, ...dates.map((date) => date.totalPageviews))
  const rows = dates
    .map((date) => ({
      date: date.date,
      label: format.date(date.date, 'short'),
      known: date.known,
      visitors: date.totalPageviews,
      missed: date.missedOpportunities,
      rate: countedCoverage({ visitors: date.totalPageviews, missed: date.missedOpportunities }),
      agents: agentData ? date.avgAgentsOnline : null,
      share: date.totalPageviews / busiest,
    }))
    .toSorted((a, b) => (a.date < b.date ? 1 : -1))
  return { rows, sentence: summarySentence(cell, rows, format) }
}

function summarySentence({ dayOfWeek }: CellChoice, rows: readonly CellDateRow[], format: Formatter): string {
  const t = format.texts.coverage
  const day = format.dayName(dayOfWeek)
  const known = rows.filter((row) => row.known || row.visitors > 0)
  if (rows.length === 0) return t.noDayInRange({ day })
  if (known.length === 0) return t.nothingKnown({ count: rows.length, day })
  const visitors = sum(known.map((row) => row.visitors))
  const missed = sum(known.map((row) => row.missed))
  const losing = known.filter((row) => row.missed > 0).length
  if (visitors === 0) return t.noVisitorsOn({ count: known.length, day })
  if (missed === 0) return t.allCoveredOn({ visitors: format.visitors(visitors), count: known.length })
  const values = { missed: format.count(missed), count: visitors }
  return losing === known.length
    ? t.missedOn(values)
    : t.missedOnSome({ ...values, losing: format.count(losing), dates: format.count(known.length) })
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

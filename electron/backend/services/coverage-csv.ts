import { assertNever } from '../../../shared/contract/errors.ts'
import type { CoverageFigures } from '../../../shared/coverage/types.ts'
import type { CsvTable } from './app-services.ts'
import { toCsv, type CsvValue } from './csv.ts'

const COUNTS = ['visitors', 'covered', 'missed', 'coverage_rate'] as const

interface Counts {
  readonly totalPageviews: number
  readonly pageviewsWithAgent: number
  readonly missedOpportunities: number
}

/** One table of the coverage screen as CSV: rates 0-100 (100 where nobody came), agents as an average. */
export function coverageCsvText(figures: CoverageFigures, table: CsvTable): string {
  switch (table) {
    case 'hourly':
      return toCsv(
        ['hour', ...COUNTS, 'agents_online'],
        figures.hourly.map((row) => [hourOf(row.hour), ...countsOf(row), row.avgAgentsOnline]),
      )
    case 'byDay':
      return toCsv(['day', ...COUNTS], figures.byDayOfWeek.map((row) => [row.dayName, ...countsOf(row)]))
    case 'heatmap':
      return toCsv(
        ['day', 'hour', ...COUNTS, 'agents_online'],
        figures.byDayHour.flat().map((row) => [row.dayName, hourOf(row.hour), ...countsOf(row), row.avgAgentsOnline]),
      )
    case 'daily':
      return toCsv(
        ['date', ...COUNTS, 'agents_online'],
        figures.daily.map((row) => [row.date, ...countsOf(row), row.avgAgentsOnline]),
      )
    default:
      return assertNever(table)
  }
}

function countsOf({ totalPageviews, pageviewsWithAgent, missedOpportunities }: Counts): readonly CsvValue[] {
  const rate = totalPageviews === 0 ? 100 : (100 * pageviewsWithAgent) / totalPageviews
  return [totalPageviews, pageviewsWithAgent, missedOpportunities, rate]
}

function hourOf(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`
}

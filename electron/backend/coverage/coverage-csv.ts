import { assertNever } from '../../../shared/foundation/errors.ts'
import type { CoverageFigures } from '../../../shared/coverage/types.ts'
import { coveragePercent } from '../../../shared/foundation/rate.ts'
import type { CsvTable } from './inputs.ts'
import { toCsv, type CsvValue } from '../core/csv.ts'
import { safeFileName } from '../core/file-transfers.ts'

const COUNTS = ['visitors', 'covered', 'missed', 'coverage_rate'] as const

interface Counts {
  readonly totalPageviews: number
  readonly pageviewsWithAgent: number
  readonly missedOpportunities: number
}

/** Whether a table has the column `agents_online`. */
export function hasAgentsOnline(table: CsvTable): boolean {
  return table !== 'byDay'
}

interface Named {
  readonly from: string
  readonly to: string
  readonly timeZone: string
  /** null: all pools. */
  readonly pool: string | null
  readonly agentsOnline: 'sessions' | 'present' | undefined
}

/**
 * What a table's file is called. The file itself has room for the figures only, and its columns keep their names, so what they are of is
 * said here. A long pool's name is cut, the rest is not.
 */
export function coverageCsvName(table: CsvTable, { from, to, timeZone, pool, agentsOnline }: Named): string {
  const parts = [
    'coverage',
    table.toLowerCase(),
    ...(agentsOnline === 'present' ? ['no-away'] : []),
    from,
    'to',
    to,
    timeZone,
    pool ?? 'all pools',
  ]
  return safeFileName(parts.join('-').replaceAll(/[\s/\\]+/gu, '-'), 'csv')
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
      return toCsv(
        ['day', ...COUNTS],
        figures.byDayOfWeek.map((row) => [row.dayName, ...countsOf(row)]),
      )
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
  const rate = coveragePercent({ visitors: totalPageviews, covered: pageviewsWithAgent }, 100)
  return [totalPageviews, pageviewsWithAgent, missedOpportunities, rate]
}

function hourOf(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`
}

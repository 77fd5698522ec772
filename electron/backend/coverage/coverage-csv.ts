import { assertNever } from '../../../shared/foundation/errors.ts'
import type { CoverageFigures } from '../../../shared/coverage/types.ts'
import { coveragePercent } from '../../../shared/foundation/rate.ts'
import type { CsvTable } from './inputs.ts'
import { toCsv, type CsvValue, type NamedTable } from '../core/csv.ts'
import { safeFileName } from '../../../shared/foundation/file-name.ts'

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
  /** The class of pages that it is of, null: pages of none; absent: all. */
  readonly pageClass?: string | null | undefined
  /** Whether visits count by what they are worth. */
  readonly isWeighted?: boolean
}

/**
 * What a table's file is called. The file itself has room for the figures only, and its columns keep their names, so what they are of is
 * said here. A long pool's name is cut, the rest is not.
 */
export function coverageCsvName(table: CsvTable, named: Named): string {
  return safeFileName(nameParts(table.toLowerCase(), named), 'csv')
}

/** The same of a workbook, which has every table. */
export function coverageWorkbookName(named: Named): string {
  return safeFileName(nameParts(null, named), 'xlsx')
}

function nameParts(table: string | null, named: Named): string {
  const { from, to, timeZone, pool, agentsOnline, pageClass, isWeighted = false } = named
  const parts = [
    'coverage',
    ...(table === null ? [] : [table]),
    ...(agentsOnline === 'present' ? ['no-away'] : []),
    ...(isWeighted ? ['weighted'] : []),
    from,
    'to',
    to,
    timeZone,
    pool ?? 'all pools',
    ...(pageClass === undefined ? [] : [pageClass ?? 'other pages']),
  ]
  return parts.join('-').replaceAll(/[\s/\\]+/gu, '-')
}

/** Dates that are known not to be usual, by what they are called. */
type DateNames = ReadonlyMap<string, string>

/** One table of the coverage screen as CSV. */
export function coverageCsvText(figures: CoverageFigures, table: CsvTable, names?: DateNames): string {
  const { header, rows } = coverageTable(figures, table, names)
  return toCsv(header, rows)
}

/** One table of the coverage screen: rates 0-100 (100 where nobody came), agents as an average. */
export function coverageTable(figures: CoverageFigures, table: CsvTable, names: DateNames = new Map()): NamedTable {
  switch (table) {
    case 'hourly':
      return {
        header: ['hour', ...COUNTS, 'agents_online'],
        rows: figures.hourly.map((row) => [hourOf(row.hour), ...countsOf(row), row.avgAgentsOnline]),
      }
    case 'byDay':
      return {
        header: ['day', ...COUNTS],
        rows: figures.byDayOfWeek.map((row) => [row.dayName, ...countsOf(row)]),
      }
    case 'heatmap':
      return {
        header: ['day', 'hour', ...COUNTS, 'agents_online'],
        rows: figures.byDayHour
          .flat()
          .map((row) => [row.dayName, hourOf(row.hour), ...countsOf(row), row.avgAgentsOnline]),
      }
    case 'daily':
      return {
        header: ['date', ...COUNTS, 'agents_online', 'known_day'],
        rows: figures.daily.map((row) => [row.date, ...countsOf(row), row.avgAgentsOnline, names.get(row.date) ?? '']),
      }
    default:
      return assertNever(table)
  }
}

/** Visits by class of page, each with what a visit of it counts. */
export function classTable(
  classes: readonly (Counts & { readonly pageClass: string | null; readonly weight: number })[],
): NamedTable {
  return {
    header: ['page_class', 'weight', ...COUNTS],
    rows: classes.map((row) => [row.pageClass ?? 'other pages', row.weight, ...countsOf(row)]),
  }
}

function countsOf({ totalPageviews, pageviewsWithAgent, missedOpportunities }: Counts): readonly CsvValue[] {
  const rate = coveragePercent({ visitors: totalPageviews, covered: pageviewsWithAgent }, 100)
  return [totalPageviews, pageviewsWithAgent, missedOpportunities, rate]
}

function hourOf(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`
}

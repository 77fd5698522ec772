import { attempt } from './attempt.ts'
import type { FoundTable } from './catalog.ts'
import { errorCode } from './connection-errors.ts'
import { quoteTable } from './names.ts'
import type { Query } from './snapshot-reader.ts'

/** How many visits an organization has: counted, estimated by the database's planner, or more than were counted. */
export interface VisitCount {
  readonly count: number
  readonly accuracy: 'exact' | 'estimate' | 'at-least'
}

/** Counting as many takes a fraction of a second. */
const COUNTED_AT_MOST = 100_000
const COUNT_TIMEOUT_MS = 3_000

interface VisitQuestion {
  readonly table: FoundTable | undefined
  /** Quoted. */
  readonly organizationColumn: string
  readonly organizationId: string
}

/**
 * Counts the organization's visits up to a bound. Beyond it the planner's estimate is taken of a table, but not through a view or row
 * level security: there the planner guesses how their conditions and the query's own go together, and may say 26 where there are 3,920.
 * Needs an open transaction. null: counting took too long, and there is no estimate.
 */
export async function countVisits(
  query: Query,
  { table, organizationColumn, organizationId }: VisitQuestion,
): Promise<VisitCount | null> {
  if (table === undefined) return null
  const visits = `from ${quoteTable(table.schema, table.table)} where ${organizationColumn} = $1`
  const counted = await countUpTo(query, visits, organizationId)
  if (counted !== null && counted <= COUNTED_AT_MOST) return { count: counted, accuracy: 'exact' }
  const estimate = table.isStored && !table.hasRowSecurity ? await estimateOf(query, visits, organizationId) : null
  if (estimate !== null) return { count: Math.max(estimate, counted ?? 0), accuracy: 'estimate' }
  return counted === null ? null : { count: COUNTED_AT_MOST, accuracy: 'at-least' }
}

async function countUpTo(query: Query, visits: string, organizationId: string): Promise<number | null> {
  const text = `select count(*) from (select 1 ${visits} limit ${COUNTED_AT_MOST + 1}) as counted`
  const outcome = await attempt(query, { text, values: [organizationId], limitMs: COUNT_TIMEOUT_MS })
  if ('rows' in outcome) return Number(outcome.rows[0]?.[0])
  if (errorCode(outcome.error) !== '57014') throw outcome.error
  return null
}

async function estimateOf(query: Query, visits: string, organizationId: string): Promise<number | null> {
  const rows = await query(`explain (format json) select 1 ${visits}`, [organizationId])
  try {
    const plan = JSON.parse(rows.map((row) => row[0] ?? '').join('\n')) as readonly {
      readonly Plan?: { readonly 'Plan Rows'?: unknown }
    }[]
    const estimate = plan[0]?.Plan?.['Plan Rows']
    return typeof estimate === 'number' ? estimate : null
  } catch {
    return null
  }
}

import { AppError } from '../../../shared/foundation/errors.ts'
import type { Query } from './snapshot-reader.ts'

/** A node of a plan as `explain (format json)` writes it. */
interface PlanNode {
  readonly 'Node Type': string
  readonly 'Total Cost': number
  readonly 'Relation Name'?: string
  readonly 'Index Cond'?: string
  readonly Plans?: readonly PlanNode[]
}

interface Scan {
  readonly cost: number
  readonly table: string | null
}

/**
 * Asks the planner before each statement, and refuses one that would go through more of a table than `mostCost` (in the planner's units: a
 * page read in order is 1) without an index that bounds it. Statements run one after the other, so that one that is refused or fails
 * leaves those before it as they were. Throws AppError 'source-timeout'.
 */
export function limitScans(query: Query, mostCost: number): Query {
  let last: Promise<unknown> = Promise.resolve()
  return async (text, values) => {
    const mine = last.then(async () => {
      const scan = scanOf(readPlan(await query(`explain (format json) ${text}`, values ?? [])))
      if (scan.cost > mostCost) throw tooMuch(scan.table)
      return await query(text, values)
    })
    last = mine.catch(() => undefined)
    return await mine
  }
}

function readPlan(rows: readonly (readonly (string | null)[])[]): PlanNode | undefined {
  const plans = JSON.parse(rows.map((row) => row[0] ?? '').join('\n')) as readonly { readonly Plan?: PlanNode }[]
  return plans[0]?.Plan
}

const NOTHING: Scan = { cost: 0, table: null }

/** The costliest unbounded scan below a node; where only a few rows of it are taken, that part of it. */
function scanOf(node: PlanNode | undefined): Scan {
  if (node === undefined) return NOTHING
  const own = ownScan(node)
  const below = (node.Plans ?? []).map(scanOf).reduce((most, scan) => (scan.cost > most.cost ? scan : most), own)
  return node['Node Type'] === 'Limit' ? { ...below, cost: Math.min(below.cost, node['Total Cost']) } : below
}

function ownScan(node: PlanNode): Scan {
  const type = node['Node Type']
  const scan = { cost: node['Total Cost'], table: node['Relation Name'] ?? null }
  if (/^(Seq|Foreign|Sample) Scan$/u.test(type)) return scan
  if (/^Index (Only )?Scan$/u.test(type)) return isBounded(node) ? NOTHING : scan
  if (type === 'Bitmap Heap Scan') return indexesOf(node).some(isBounded) ? NOTHING : scan
  return NOTHING
}

function indexesOf(node: PlanNode): readonly PlanNode[] {
  return (node.Plans ?? []).flatMap((child) =>
    child['Node Type'] === 'Bitmap Index Scan' ? [child] : indexesOf(child),
  )
}

/** An organization alone may be the whole table, and so may all before now; what begins somewhere is not. */
function isBounded(node: PlanNode): boolean {
  return />/u.test(node['Index Cond'] ?? '')
}

function tooMuch(table: string | null): AppError {
  return new AppError({
    code: 'source-timeout',
    message: `A preview would read the whole table${table === null ? '' : ` ${table}`}, because no index leads to its newest rows.`,
    kept: 'Nothing was stored.',
    next: 'Add an index on the organization and the time (the connection test prints one), or connect without a preview.',
  })
}

import { DAY_MINUTES } from '../../../../../shared/foundation/minutes.ts'
import type { WeekHours } from '../../../../../shared/plan/staffing/week-hours.ts'
import { isFoundBy } from '../../../../app/commands/matches.ts'
import type { AgentEntry } from '../../plan-types.ts'
import type { BoardRow } from './board-rows.ts'
import type { RowSort, RowView } from './row-view.ts'

export interface ArrangeOptions {
  readonly view: RowView
  readonly agents: readonly AgentEntry[]
  readonly hours: WeekHours
  /** The order that was shown before: while one edits, rows stay where they are. null: none. */
  readonly order: ReadonlyMap<string | null, number> | null
}

/** By what an edit changes. */
const MOVING_SORTS: ReadonlySet<RowSort> = new Set(['start', 'hours'])
const names = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

/** The rows that are shown, in their order: the open shifts, then the agents that fit. Where rows are grouped, each knows its pool. */
export function arrangeRows(
  rows: readonly BoardRow[],
  { view, agents, hours, order }: ArrangeOptions,
): readonly BoardRow[] {
  const byId = new Map(agents.map((agent) => [agent.id, agent]))
  const poolsOf = ({ agentId }: BoardRow): readonly string[] | null =>
    (agentId === null ? null : byId.get(agentId)?.rules.pools) ?? null
  const isShown = (row: BoardRow): boolean =>
    isFoundBy(row.name, view.search) &&
    (view.poolId === null || (poolsOf(row)?.includes(view.poolId) ?? true)) &&
    !(view.hidesUnused && row.places.length === 0)
  const sortKey = (row: BoardRow): number => {
    switch (view.sort) {
      case 'name':
        return 0
      case 'start':
        return earliestStart(row)
      case 'hours':
        return -(hours.byAgent.get(row.agentId!)?.workedMinutes ?? 0)
      case 'seniority':
        return Date.parse(byId.get(row.agentId!)?.firstOnline ?? '') || Number.POSITIVE_INFINITY
    }
  }
  const keptKey = ({ agentId }: BoardRow): number | null =>
    order === null || !MOVING_SORTS.has(view.sort) ? null : (order.get(agentId) ?? Number.POSITIVE_INFINITY)
  const sorted = rows
    .filter((row) => row.agentId !== null && isShown(row))
    .map((row) => ({ row, key: keptKey(row) ?? sortKey(row), group: groupOf(poolsOf(row), view) }))
    .toSorted(
      (one, other) =>
        names.compare(one.group ?? '\uffff', other.group ?? '\uffff') ||
        compareKeys(one.key, other.key) ||
        names.compare(one.row.name, other.row.name),
    )
  const people = sorted.map(({ row, group }) => (view.isGrouped ? inGroup(row, group) : row))
  return [...rows.filter(({ agentId }) => agentId === null), ...people]
}

/** A row that did not change is the same object in its group too, and need not be drawn again. */
const grouped = new WeakMap<BoardRow, BoardRow>()

function inGroup(row: BoardRow, poolId: string | null): BoardRow {
  const known = grouped.get(row)
  if (known?.poolId === poolId) return known
  const made = { ...row, poolId }
  grouped.set(row, made)
  return made
}

/** Places of rows, to keep them by. */
export function orderOf(rows: readonly BoardRow[]): ReadonlyMap<string | null, number> {
  return new Map(rows.map(({ agentId }, index) => [agentId, index]))
}

/** Somebody of several pools, or of all, has a group of their own kind: null. */
function groupOf(pools: readonly string[] | null, { isGrouped }: RowView): string | null {
  return isGrouped && pools?.length === 1 ? pools[0]! : null
}

/** The earliest time of day at which a shift of the row begins; rows without shifts come last. */
function earliestStart({ places }: BoardRow): number {
  return Math.min(
    ...places.filter(({ isRest }) => !isRest).map(({ start }) => start % DAY_MINUTES),
    Number.POSITIVE_INFINITY,
  )
}

function compareKeys(one: number, other: number): number {
  return one === other ? 0 : one - other
}

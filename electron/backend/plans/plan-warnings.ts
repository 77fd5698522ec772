import { DAY_MS } from '../../../shared/foundation/minutes.ts'
import { inactiveOf, plannedInactive } from '../../../shared/plan/inactive-agents.ts'
import { shiftOccurrences, weeksOfDated } from '../../../shared/plan/occurrences.ts'
import type { Plan, PlannedInterval } from '../../../shared/plan/plan.ts'
import { emptiedShifts, plannedIntervals } from '../../../shared/plan/planned-intervals.ts'
import { formatLocalDate, localRange } from '../../../shared/time/local.ts'
import { nextMonday } from '../prediction/next-monday.ts'

/** As many are named; of more it is said how many. */
const MOST_NAMED = 10

/** What a workspace knows around a plan. `now` null: it was never synced, and known agents cannot be distinguished from new ones. */
export interface PlanSurroundings {
  readonly now: number | null
  readonly pools: readonly { readonly id: string; readonly name: string | null }[]
  /** `inactiveSince`: ISO instant; null: active. */
  readonly agents: readonly { readonly id: string; readonly name: string; readonly inactiveSince: string | null }[]
}

/** What whoever imports a plan should know of it, in words. Nothing of it keeps the plan out. */
export function planWarnings(plan: Plan, surroundings: PlanSurroundings): readonly string[] {
  return [...unknownInPlan(plan, surroundings), ...emptiedInPlan(plan)]
}

/** Shifts of real weeks of which a change of the clock leaves nothing. */
export function emptiedInPlan(plan: Plan): readonly string[] {
  if (plan.kind !== 'dated') return []
  const days = Map.groupBy(plan.shifts, ({ day }) => day)
  const dates = [...days]
    .filter(([day]) => isShorter(formatLocalDate(day), plan.timeZone))
    .flatMap(([day, shifts]) => emptiedShifts({ ...plan, shifts }, { firstDate: formatLocalDate(day) }))
    .map(({ localDay }) => formatLocalDate(localDay))
    .toSorted()
  if (dates.length === 0) return []
  return [
    `Of ${dates.length === 1 ? 'one shift' : `${dates.length} shifts`} nothing is left, because the clock skips the time: on ${[...new Set(dates)].join(', ')}.`,
  ]
}

/** Only such a day has a time that the clock skips. */
function isShorter(date: string, timeZone: string): boolean {
  const { start, end } = localRange(date, date, timeZone)
  return end - start < DAY_MS
}

/** The pool and the agents of a plan that the workspace does not know, and agents who are deactivated, in words. They may be new or return, so nothing is refused for them. */
function unknownInPlan(plan: Plan, { now, pools, agents }: PlanSurroundings): readonly string[] {
  // Before the first sync known agents cannot be distinguished from new ones.
  if (now === null) return []
  const known = new Set(agents.map(({ id }) => id))
  const unknown = [...new Set(plan.shifts.flatMap(({ agentId }) => agentId ?? []))]
    .filter((id) => !known.has(id))
    .toSorted()
  return [...unknownPool(plan.poolId, pools), ...unknownAgents(unknown), ...deactivatedAgents(plan, agents, now)]
}

function unknownPool(poolId: string | null, pools: PlanSurroundings['pools']): readonly string[] {
  if (poolId === null || pools.some(({ id }) => id === poolId)) return []
  const poolNames =
    pools.length === 0
      ? 'The source names no pools.'
      : `There are: ${named(pools.map(({ id, name }) => (name === null ? id : `${id} (${name})`)))}.`
  return [`The plan is for the pool "${poolId}", which this workspace does not know. ${poolNames}`]
}

function unknownAgents(ids: readonly string[]): readonly string[] {
  if (ids.length === 0) return []
  return [
    `${ids.length === 1 ? 'One agent' : `${ids.length} agents`} of the plan ${ids.length === 1 ? 'is' : 'are'} not known to this workspace: ${named(ids)}.`,
  ]
}

/** Of a weekly plan those who are deactivated now; of a dated one those with shifts after they were. */
function deactivatedAgents(plan: Plan, agents: PlanSurroundings['agents'], now: number): readonly string[] {
  const inactive = inactiveOf(agents)
  // Where nobody is, years of shifts need not be looked through.
  if (Object.keys(inactive).length === 0) return []
  const intervals =
    plan.kind === 'weekly'
      ? plannedIntervals(plan, { firstDate: nextMonday(now, plan.timeZone) })
      : datedIntervals(plan)
  const ids = new Set(plannedInactive(intervals, inactive))
  const names = agents.flatMap(({ id, name }) => (ids.has(id) ? [name === id ? id : `${name} (${id})`] : []))
  if (names.length === 0) return []
  return [
    `${names.length === 1 ? 'One agent' : `${names.length} agents`} of the plan ${names.length === 1 ? 'is' : 'are'} deactivated, and from then on ${names.length === 1 ? 'counts' : 'count'} as nobody: ${named(names)}.`,
  ]
}

function datedIntervals(plan: Plan): readonly PlannedInterval[] {
  const span = weeksOfDated(plan)
  return span === null ? [] : shiftOccurrences(plan, span).map(({ interval }) => interval)
}

function named(names: readonly string[]): string {
  return names.length > MOST_NAMED
    ? `${names.slice(0, MOST_NAMED).join(', ')} and ${names.length - MOST_NAMED} more`
    : names.join(', ')
}

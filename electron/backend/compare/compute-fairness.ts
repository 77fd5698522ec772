import { sessionEnd } from '../../../shared/coverage/session-interval.ts'
import { shiftOccurrences } from '../../../shared/plan/occurrences.ts'
import type { Plan, PlannedInterval } from '../../../shared/plan/plan.ts'
import { intervalsInForce } from '../../../shared/plan/published-plans.ts'
import { type AgentTime, type FairnessAgents, fairnessOf, workedTimes } from '../../../shared/plan/staffing/fairness.ts'
import { addDays, countDays, type LocalDateRange, localRange } from '../../../shared/time/local.ts'
import type { CacheSnapshot } from '../../store/traffic-reader.ts'
import { publishedPlans } from '../publishing/published-plans.ts'
import type { ThreadFiles } from '../threads/thread-files.ts'

export interface FairnessQuery {
  readonly workspaceId: string
  readonly range: LocalDateRange
  /** null: what the published plans schedule. */
  readonly plan: Plan | null
  /** Nothing at or after it counts as worked; null: all that was synced does. */
  readonly until: number | null
  /** Wishes and public holidays of agents. */
  readonly agents: FairnessAgents
}

/** A plan of another zone is up to two days apart, and what began before may still be going on. */
const DAYS_AROUND = 2

/** What the compute thread says of how nights and weekends are shared. */
export function fairnessFunctions(files: ThreadFiles) {
  return {
    fairness({ workspaceId, range, plan, until, agents }: FairnessQuery) {
      const planned = plan === null ? publishedIn(files, workspaceId, range) : plannedIn(plan, range)
      return {
        worked: fairnessOf(workedIn(files.snapshotOf(workspaceId), { range, until }), range, agents),
        planned: fairnessOf(workedTimes(planned), range, agents),
      }
    },
  }
}

/** When agents were online in local dates, as far as is known. */
export function workedIn(
  { sessions, state }: Pick<CacheSnapshot, 'sessions' | 'state'>,
  { range, until }: Pick<FairnessQuery, 'range' | 'until'>,
): readonly AgentTime[] {
  const { start, end } = localRange(range.from, range.to, range.timeZone)
  const now = Math.min(state.now ?? 0, until ?? Infinity)
  return sessions
    .map(({ agentId, startedAt, endedAt }) => ({ agentId, start: startedAt, end: sessionEnd(endedAt, now) }))
    .filter((time) => time.start < end && time.end > start)
}

function plannedIn(plan: Plan, { from, to }: LocalDateRange): readonly PlannedInterval[] {
  const span = { firstDate: addDays(from, -DAYS_AROUND), weeks: weeksAround({ from, to }) }
  return shiftOccurrences(plan, span).map(({ interval }) => interval)
}

/** So many weeks from `DAYS_AROUND` before a range hold it, and as many days after it. */
function weeksAround({ from, to }: Pick<LocalDateRange, 'from' | 'to'>): number {
  return Math.ceil((countDays(from, to) + 2 * DAYS_AROUND) / 7)
}

function publishedIn(files: ThreadFiles, workspaceId: string, { from, to }: LocalDateRange) {
  const starts = Array.from({ length: weeksAround({ from, to }) }, (_, week) => addDays(from, 7 * week - DAYS_AROUND))
  const published = files.readWork(workspaceId, ({ publications }) => publishedPlans(publications))
  return intervalsInForce(published, () => starts)
}

import { inactiveSince } from '../../../shared/plan/inactive-agents.ts'
import type { Shift } from '../../../shared/plan/plan.ts'
import type { PredictionFacts } from '../../../shared/predict/assemble/facts.ts'
import { membersAt } from '../../../shared/predict/assemble/members.ts'
import type { Past } from '../../../shared/predict/assemble/past.ts'
import { lastWeekPlan } from '../../../shared/predict/attendance/last-week-plan.ts'
import { learnAttendance } from '../../../shared/predict/attendance/learn-attendance.ts'
import { inferTypicalPlan } from '../../../shared/predict/attendance/typical-plan.ts'
import { localRange } from '../../../shared/time/local.ts'
import type { StartingQuery } from '../prediction/queries.ts'

/** Shifts to start a plan with: the usual ones of the time before a week, or those that were worked in it; of one pool its agents'. */
export function startingShifts(
  { facts, past }: { readonly facts: PredictionFacts; readonly past: Past },
  query: StartingQuery,
): readonly Shift[] {
  const { timeZone, week: firstDate, kind } = query
  const members =
    query.poolId === undefined || query.poolId === null ? null : membersAt(facts, query.poolId, past.origin)
  const serving = members === null ? null : new Set(members)
  const weekStart = localRange(firstDate, firstDate, timeZone).start
  const isServing = ({ agentId }: { readonly agentId: string }): boolean =>
    (serving === null || serving.has(agentId)) && inactiveSince(agentId, past.inactive) > weekStart
  switch (query.from) {
    case 'worked':
      return lastWeekPlan({ sessions: facts.sessions.filter(isServing), timeZone, firstDate, origin: facts.now, kind })
    case 'typical': {
      const { origin, known } = past
      const sessions = past.sessions.filter(isServing)
      const attendance = learnAttendance({ sessions, planned: null, timeZone, origin })
      return inferTypicalPlan({ sessions, attendance, known, timeZone, origin })
    }
  }
}

import { addDays } from '../../../../shared/time/local.ts'
import type { Formatter } from '../../../format/formatter.ts'
import type { Overview } from '../../../app/workspace/workspace-types.ts'
import type { PlanEntry } from '../plan-types.ts'
import type { PlanAt } from '../../../app/staffing-blocks/plan-at.ts'
import { poolName } from '../../../app/pools/pool-choice.ts'
import { blockWhen } from '../../../app/staffing-blocks/block-text.ts'

/** "Draft", "Published from 23 Nov", "Published 23 Nov – 6 Dec 2026", "Published, edited since". `today`: a local date of the plan. */
export function stateText(plan: PlanEntry, today: string, format: Formatter): string {
  const { state, publications, archived } = plan
  const { states: t } = format.texts.planList
  if (archived) return heldPublication(plan, today) === null ? t.archived : t.archivedLive
  const [newest] = publications
  if (state !== 'published' || newest === undefined) return t[state]
  const { firstWeek, lastWeek } = newest
  return lastWeek === null
    ? t.publishedFrom({ date: format.date(firstWeek, 'short') })
    : t.publishedFor({ dates: format.dateRange(firstWeek, addDays(lastWeek, 6)) })
}

/** What archiving a published plan means for the weeks it is published for, before it is done; null: it never was published. `today`: a local date of the plan. */
export function archiveText(plan: PlanEntry, today: string, format: Formatter): string | null {
  if (plan.publications.length === 0) return null
  const { planList: t } = format.texts
  const held = heldPublication(plan, today)
  if (held === null) return t.archiveOver
  const { firstWeek, lastWeek } = held
  return lastWeek === null
    ? t.archiveInForce({ date: format.date(firstWeek, 'day') })
    : t.archiveInForceUntil({ dates: format.dateRange(firstWeek, addDays(lastWeek, 6)) })
}

/** The newest publication with weeks that are not over; null: none. */
function heldPublication({ publications }: PlanEntry, today: string): PlanEntry['publications'][number] | null {
  return publications.find(({ lastWeek }) => lastWeek === null || addDays(lastWeek, 6) >= today) ?? null
}

/** What the list shows of a plan besides the name of its pool: "Repeating week", "14 agents", "62 shifts", "487 hours", "changed 22 Nov". */
export function planFacts(plan: PlanEntry, format: Formatter): readonly string[] {
  const { planList: t, planRotation } = format.texts
  return [
    ...(plan.rotation === null ? [] : [planRotation.rotation({ count: plan.rotation.cycleWeeks })]),
    plan.kind === 'weekly'
      ? t.repeating
      : plan.dates === null
        ? t.specific
        : format.dateRange(plan.dates.from, plan.dates.to),
    t.agents({ count: plan.agents }),
    t.shifts({ count: plan.shifts }),
    ...(plan.openShifts === 0 ? [] : [t.unassigned({ count: format.count(plan.openShifts) })]),
    format.agentHours(Math.round(plan.hours)),
    t.changed({ when: format.instant(Date.parse(plan.updatedAt), plan.timeZone) }),
  ]
}

/** What is to be planned, and how: "Choose the plan for +2 agents, Mon–Fri 12:00–14:00. They are added as unassigned shifts …". */
export function planAtText(
  { days, startHour, endHour, agents, poolId }: PlanAt,
  { overview, hasPlans }: { readonly overview: Pick<Overview, 'pools'>; readonly hasPlans: boolean },
  format: Formatter,
): string {
  const { planList: t } = format.texts
  const pool = poolId === null ? null : poolName({ kind: 'pool', id: poolId }, overview, format)
  const plans = hasPlans ? 'some' : 'none'
  if (endHour === null) {
    const dayNames = format.list(days.map((day) => format.dayName(day)))
    const values = { plans, count: days.length, days: dayNames, time: format.hour(startHour) }
    return pool === null ? t.shiftsAt(values) : t.shiftsOfPoolAt({ ...values, pool })
  }
  const values = {
    plans,
    count: agents,
    when: blockWhen({ dayIndices: days, startHour, endHour }, format),
  }
  return pool === null ? t.agentsAt(values) : t.agentsOfPoolAt({ ...values, pool })
}

import { addDays } from '../../../../shared/time/local.ts'
import type { Formatter } from '../../../format/formatter.ts'
import type { Overview } from '../../../app/workspace/workspace-types.ts'
import type { PlanEntry } from '../plan-types.ts'
import type { PlanAt } from '../../../app/staffing-blocks/plan-at.ts'
import { poolName } from '../../../app/pools/pool-choice.ts'
import { agentsMore, blockWhen } from '../../../app/staffing-blocks/block-text.ts'

/** "Draft", "Published from 23 Nov", "Published 23 Nov – 6 Dec 2026", "Published, edited since". */
export function stateText(plan: PlanEntry, today: string, format: Formatter): string {
  const { state, publications, archived } = plan
  const { planList: t } = format.texts
  if (archived) return heldPublication(plan, today) === null ? t.stateArchived : t.stateArchivedInForce
  if (state === 'draft') return 'Draft'
  if (state === 'changed') return 'Published, edited since'
  const [newest] = publications
  if (newest === undefined) return 'Published'
  const { firstWeek, lastWeek } = newest
  return lastWeek === null
    ? `Published from ${format.date(firstWeek, 'short')}`
    : `Published ${format.dateRange(firstWeek, addDays(lastWeek, 6))}`
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

/** "Every week · all pools · 14 agents · 62 shifts · 487 hours · changed 22 Nov" */
export function planText(plan: PlanEntry, pools: Overview['pools'], format: Formatter): string {
  const count = (value: number, one: string): string => `${format.count(value)} ${value === 1 ? one : `${one}s`}`
  const pool = plan.poolId === null ? 'all pools' : (pools.find(({ id }) => id === plan.poolId)?.name ?? plan.poolId)
  const when =
    plan.kind === 'weekly'
      ? 'Every week'
      : plan.dates === null
        ? 'Dated'
        : format.dateRange(plan.dates.from, plan.dates.to)
  const open = plan.openShifts === 0 ? [] : [`${format.count(plan.openShifts)} open`]
  return [
    when,
    pool,
    count(plan.agents, 'agent'),
    count(plan.shifts, 'shift'),
    ...open,
    `${format.count(Math.round(plan.hours))} hours`,
    `changed ${format.instant(Date.parse(plan.updatedAt), plan.timeZone)}`,
  ].join(' · ')
}

/** What is to be planned, and how: the rest of "Choose the plan for …". */
export function planAtText(
  { days, startHour, endHour, agents, poolId }: PlanAt,
  overview: Pick<Overview, 'pools'>,
  format: Formatter,
): string {
  const whose = poolId === null ? '' : ` for ${poolName({ kind: 'pool', id: poolId }, overview, format)}`
  if (endHour === null)
    return `a shift${whose} on ${days.map((day) => format.dayName(day)).join(', ')} from ${format.hour(startHour)}: it is added there as an open shift.`
  const when = blockWhen({ dayIndices: days, startHour, endHour }, format)
  return `${agentsMore(agents, format)}${whose}, ${when}: they are added there as open shifts, in one step that can be undone.`
}

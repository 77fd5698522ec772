import { addDays } from '../../../../shared/time/local.ts'
import type { Formatter } from '../../../format/formatter.ts'
import type { Overview } from '../../../workspace/workspace-types.ts'
import type { PlanEntry } from '../plan-types.ts'

/** "Draft", "Published from 23 Nov", "Published 23 Nov – 6 Dec 2026", "Published, edited since". */
export function stateWords({ state, publications }: PlanEntry, format: Formatter): string {
  if (state === 'draft') return 'Draft'
  if (state === 'changed') return 'Published, edited since'
  const [newest] = publications
  if (newest === undefined) return 'Published'
  const { firstWeek, lastWeek } = newest
  return lastWeek === null ? `Published from ${format.date(firstWeek, 'short')}` : `Published ${format.dateRange(firstWeek, addDays(lastWeek, 6))}`
}

/** "Every week · all pools · 14 agents · 62 shifts · 487 hours · changed 22 Nov" */
export function planWords(plan: PlanEntry, pools: Overview['pools'], format: Formatter): string {
  const count = (value: number, one: string): string => `${format.count(value)} ${value === 1 ? one : `${one}s`}`
  const pool = plan.poolId === null ? 'all pools' : (pools.find(({ id }) => id === plan.poolId)?.name ?? plan.poolId)
  const when = plan.kind === 'weekly' ? 'Every week' : plan.dates === null ? 'Dated' : format.dateRange(plan.dates.from, plan.dates.to)
  const open = plan.openShifts === 0 ? [] : [`${format.count(plan.openShifts)} open`]
  return [when, pool, count(plan.agents, 'agent'), count(plan.shifts, 'shift'), ...open, `${format.count(Math.round(plan.hours))} hours`, `changed ${format.instant(Date.parse(plan.updatedAt), plan.timeZone)}`].join(' · ')
}

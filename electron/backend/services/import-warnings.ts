import { emptiedShifts } from '../../../shared/plan/spells.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { formatLocalDate, localRange } from '../../../shared/time/local.ts'
import { DAY_MS } from '../../../shared/time/slots.ts'
import type { ServiceDependencies } from './dependencies.ts'
import { unknownInPlan } from './unknown-in-plan.ts'

/** What whoever imports a plan should know of it, in words. Nothing of it keeps the plan out. */
export async function importWarnings(deps: ServiceDependencies, workspaceId: string, plan: Plan): Promise<readonly string[]> {
  return [...(await unknownInPlan(deps, workspaceId, plan)), ...emptiedInPlan(plan)]
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
  return [`Of ${dates.length === 1 ? 'one shift' : `${dates.length} shifts`} nothing is left, because the clock skips the time: on ${[...new Set(dates)].join(', ')}.`]
}

/** Only such a day has a time that the clock skips. */
function isShorter(date: string, timeZone: string): boolean {
  const { start, end } = localRange(date, date, timeZone)
  return end - start < DAY_MS
}

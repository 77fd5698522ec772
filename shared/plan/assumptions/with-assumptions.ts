import type { Plan } from '../plan.ts'
import type { Assumption } from './assumption.ts'

/** A plan that assumes more than it did; the plan itself where that is nothing. */
export function withAssumptions(plan: Plan, more: readonly Assumption[]): Plan {
  return more.length === 0 ? plan : { ...plan, assumptions: [...(plan.assumptions ?? []), ...more] }
}

/** A plan that assumes nothing. */
export function withoutAssumptions({ name, timeZone, poolId, kind, shifts }: Plan): Plan {
  return { name, timeZone, poolId, kind, shifts }
}

/** The pools of which a plan assumes something. */
export function assumedPools({ assumptions = [] }: Plan): readonly string[] {
  return assumptions.flatMap((one) =>
    (one.kind === 'demand' || one.kind === 'visitors') && one.poolId !== null ? [one.poolId] : [],
  )
}

/** Whether a plan assumes something of who works: absence, off-phone time or hires. */
export function assumesStaff({ assumptions = [] }: Plan): boolean {
  return assumptions.some((one) => one.kind === 'absence' || one.kind === 'shrinkage' || one.kind === 'hires')
}

import type { Plan } from './plan.ts'

interface PlanParts extends Omit<Plan, 'assumptions' | 'rotation'> {
  readonly assumptions: NonNullable<Plan['assumptions']>
  /** null: none. */
  readonly rotation: Plan['rotation'] | null
}

/** A plan of its parts. One without assumptions or a rotation has no such key, so that equal plans are equal values. */
export function planOfParts({ assumptions, rotation, ...rest }: PlanParts): Plan {
  return {
    ...rest,
    ...(assumptions.length === 0 ? {} : { assumptions }),
    ...(rotation === null || rotation === undefined ? {} : { rotation }),
  }
}

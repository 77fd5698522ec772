import { z } from 'zod'
import { assumptionsSchema } from '../../../shared/plan/assumptions/assumption-schema.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { planSchema } from '../../../shared/plan/plan-schema.ts'
import { date, weekFields } from '../core/inputs.ts'

const { poolId: _, organizationId: __, ...wholeWeek } = weekFields
const visitorsPerAgent = z.int().min(1).max(5).nullable().default(null)

export const predictionInput = z.strictObject({ ...wholeWeek, week: date, visitorsPerAgent })
const { until: ___, ...started } = weekFields
export const startingShiftsInput = z.strictObject({
  ...started,
  week: date,
  from: z.enum(['typical', 'worked']),
  kind: z.enum(['weekly', 'dated']).default('weekly'),
})

/** A plan by value, as a file holds it, or one of the workspace's. */
export const planChoice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('given'), plan: z.custom<Plan>().pipe(planSchema as z.ZodType<Plan, Plan>) }),
  z.strictObject({ kind: z.literal('stored'), id: z.uuid('is not the id of a plan') }),
])
export type PlanChoice = z.output<typeof planChoice>
/** What is assumed besides what the plan itself does. */
export const moreAssumptions = assumptionsSchema.default([])
export const sensitivityInput = z.strictObject({
  ...weekFields,
  plan: planChoice,
  assumptions: moreAssumptions,
  visitorsPerAgent,
})
export const predictInput = z.strictObject({
  ...weekFields,
  plan: planChoice,
  baseline: z.union([z.literal('typical'), planChoice]).default('typical'),
  assumptions: moreAssumptions,
  visitorsPerAgent,
})

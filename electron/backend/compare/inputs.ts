import { z } from 'zod'
import { checkRange, date, id, rangeFields, until, workspaceId } from '../core/inputs.ts'
import { LIMITS } from '../../../shared/contract/limits.ts'
import { replayOutputSchema } from '../../../shared/contract/replay-output.ts'
import { planChoice } from '../prediction/inputs.ts'

export const weeksInput = z.strictObject({ workspaceId, until })
export const listInput = z.strictObject({
  ...weeksInput.shape,
  /** A plan of which it is wanted how agents kept to it; null: of none. */
  adherenceOf: id.nullable().default(null),
})
export const weekInput = z.strictObject({ ...weeksInput.shape, publicationId: id, week: date })
export const csvInput = z.strictObject({
  ...weekInput.shape,
  table: z.enum(['hours', 'adherence', 'adherence-slots']).default('hours'),
})
const { poolId: _, ...replayed } = rangeFields
export const replayInput = z
  .strictObject({
    ...replayed,
    plan: planChoice,
    /** Before what attendance and model are learned: all of the range, or each of its weeks. */
    learned: replayOutputSchema.shape.range.shape.learned.default('before-range'),
    organizationId: id.nullable().default(null),
    until,
  })
  .superRefine((range, context) => checkRange({ ...range, mostDays: LIMITS.replayDays }, context))
export type CompareCsvTable = z.output<typeof csvInput>['table']

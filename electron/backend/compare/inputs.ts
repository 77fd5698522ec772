import { z } from 'zod'
import { checkRange, date, id, rangeFields, timeZone, until, workspaceId } from '../core/inputs.ts'
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
/** Dates left out: the twelve weeks until yesterday. */
export const fairnessInput = z
  .strictObject({
    workspaceId,
    from: date.nullable().default(null),
    to: date.nullable().default(null),
    timeZone: timeZone.nullable().default(null),
    /** null: the published plans. */
    plan: planChoice.nullable().default(null),
    until,
  })
  .superRefine(({ from, to }, context) => {
    if (from !== null && to !== null) checkRange({ from, to }, context)
  })
export type CompareCsvTable = z.output<typeof csvInput>['table']

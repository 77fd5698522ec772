import { z } from 'zod'
import { date, id, until, workspaceId } from '../core/inputs.ts'

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
export type CompareCsvTable = z.output<typeof csvInput>['table']

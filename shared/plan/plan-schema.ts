import { z } from 'zod'
import { DAY_MINUTES } from '../foundation/minutes.ts'
import { assumptionsSchema } from './assumptions/assumption-schema.ts'
import { isLocalDate } from '../time/local.ts'
import { ROTATION_LIMITS } from './rotation/rotation.ts'
import { PLAN_LIMITS } from './validate-plan.ts'

const id = z.string().min(1).max(PLAN_LIMITS.idLength)
const minute = z
  .int()
  .min(0)
  .max(2 * DAY_MINUTES)
const range = { startMinute: minute, endMinute: minute }
const details = z.strictObject({
  name: z.string().max(PLAN_LIMITS.nameLength),
  timeZone: z.string().max(PLAN_LIMITS.idLength),
  poolId: id.nullable(),
})

/** A rotation as it crosses a boundary. */
export const rotationSchema = z
  .strictObject({
    cycleWeeks: z.int().min(1).max(ROTATION_LIMITS.cycleWeeks),
    anchor: z.string().refine(isLocalDate, 'is not a date such as "2026-11-23"'),
    cycles: z.int().min(1),
  })
  .refine(({ cycleWeeks, cycles }) => cycleWeeks * cycles <= ROTATION_LIMITS.weeks, 'goes on for too many weeks')

const someDetails = z.strictObject({
  name: details.shape.name.exactOptional(),
  timeZone: details.shape.timeZone.exactOptional(),
  poolId: details.shape.poolId.exactOptional(),
  assumptions: assumptionsSchema.exactOptional(),
  rotation: rotationSchema.nullable().exactOptional(),
})

/** A shift as it crosses a boundary. What holds between its fields is `validateShift`'s. */
export const shiftSchema = z.strictObject({
  id,
  agentId: id.nullable(),
  day: z.int(),
  ...range,
  breaks: z.array(z.strictObject(range)).max(96),
  note: z.string().max(PLAN_LIMITS.noteLength),
})

/** A plan as it crosses a boundary; `assertPlan` says whether its fields fit together. */
export const planSchema = z.strictObject({
  ...details.shape,
  kind: z.enum(['weekly', 'dated']),
  shifts: z.array(shiftSchema).max(PLAN_LIMITS.shifts),
  assumptions: assumptionsSchema.exactOptional(),
  rotation: rotationSchema.exactOptional(),
})

/** A step as it crosses a boundary. */
export const planStepSchema = z.strictObject({
  id,
  label: z.string().max(200),
  removed: z.array(shiftSchema).max(PLAN_LIMITS.shifts),
  added: z.array(shiftSchema).max(PLAN_LIMITS.shifts),
  details: z.strictObject({ before: someDetails, after: someDetails }).nullable(),
})

/** What an editor sends to the store, as it crosses a boundary. */
export const planOperationSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('do'), step: planStepSchema }),
  z.strictObject({ kind: z.literal('undo') }),
  z.strictObject({ kind: z.literal('redo') }),
])

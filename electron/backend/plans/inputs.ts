import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import { LIMITS } from '../../../shared/contract/limits.ts'
import { planOperationSchema, planSchema, shiftSchema } from '../../../shared/plan/plan-schema.ts'
import { PLAN_LIMITS } from '../../../shared/plan/validate-plan.ts'
import { text, until, workspaceId } from '../core/inputs.ts'

/** What the procedures on plans accept. What makes a plan is checked once more where it is stored. */

/** The present, epoch milliseconds; null: the clock. */
export const now = until
export const planId = z.uuid('is not the id of a plan')
const name = text(PLAN_LIMITS.nameLength).trim().min(1, 'is empty')
export const revision = z.int().min(1)

/** By name; what is null is taken out. */
const settings = z
  .record(z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/u, 'is not the name of a setting'), z.json())
  .refine(
    (values) => JSON.stringify(values).length <= LIMITS.planSettingsBytes,
    `is larger than ${LIMITS.planSettingsBytes} bytes`,
  )

type SentShift = z.input<typeof shiftSchema>
/** So many are read at a stretch: others are answered in between. */
const SHIFTS_AT_ONCE = 500

/** As `planSchema`, which would hold up the main thread with many shifts. */
const largePlan = planSchema.extend({
  shifts: z
    .array(z.custom<SentShift>())
    .max(PLAN_LIMITS.shifts)
    .transform(async (sent, context): Promise<SentShift[]> => {
      const shifts: SentShift[] = []
      for (const [index, shift] of sent.entries()) {
        if (index > 0 && index % SHIFTS_AT_ONCE === 0) await setImmediate()
        const { data, error } = shiftSchema.safeParse(shift)
        if (error !== undefined) {
          for (const issue of error.issues)
            context.issues.push({ ...issue, path: [index, ...issue.path], input: shift } as z.core.$ZodRawIssue)
          return z.NEVER
        }
        shifts.push(data)
      }
      return shifts
    }),
})

export const listPlansInput = z.strictObject({ workspaceId, now })
export const planInput = z.strictObject({ workspaceId, planId })
export const createPlanInput = z.strictObject({ workspaceId, plan: largePlan, settings: settings.default({}) })
export const editInput = z.strictObject({
  workspaceId,
  planId,
  expectedRevision: revision,
  operations: z.array(planOperationSchema).min(1, 'is empty').max(LIMITS.planOperations),
})
export const saveCopyInput = z.strictObject({ workspaceId, planId, plan: largePlan })
export const savePlanSettingsInput = z.strictObject({ workspaceId, planId, patch: settings })
export const duplicateInput = z.strictObject({ workspaceId, planId, name: name.nullable().default(null) })

const templateId = z.uuid('is not the id of a template')
export const templateInput = z.strictObject({ workspaceId, templateId })
const { startMinute, endMinute, breaks, note } = shiftSchema.shape
export const saveTemplateInput = z.strictObject({
  workspaceId,
  template: z.strictObject({ id: templateId, name, startMinute, endMinute, breaks, note }),
})

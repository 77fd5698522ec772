import { z } from 'zod'
import { LIMITS } from '../../../shared/contract/limits.ts'
import { planOperationSchema, planSchema, shiftSchema } from '../../../shared/plan/plan-schema.ts'
import { MAX_REST_HOURS } from '../../../shared/plan/rules/rules.ts'
import { PLAN_LIMITS } from '../../../shared/plan/validate-plan.ts'
import { date, text, timeZone, workspaceId } from './inputs.ts'

/** What the procedures on plans accept. What makes a plan is checked once more where it is stored. */

const planId = z.uuid('is not the id of a plan')
const publicationId = z.uuid('is not the id of a publication')
const agentId = text(PLAN_LIMITS.idLength).min(1, 'is empty')
const poolId = agentId.nullable()
const name = text(PLAN_LIMITS.nameLength).trim().min(1, 'is empty')
const revision = z.int().min(1)

/** By name; what is null is taken out. */
const settings = z
  .record(z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/u, 'is not the name of a setting'), z.json())
  .refine((values) => JSON.stringify(values).length <= LIMITS.planSettingsBytes, `is larger than ${LIMITS.planSettingsBytes} bytes`)

export const planInput = z.strictObject({ workspaceId, planId })
export const createPlanInput = z.strictObject({ workspaceId, plan: planSchema, settings: settings.default({}) })
export const editInput = z.strictObject({
  workspaceId,
  planId,
  expectedRevision: revision,
  operations: z.array(planOperationSchema).min(1, 'is empty').max(LIMITS.planOperations),
})
export const saveCopyInput = z.strictObject({ workspaceId, planId, plan: planSchema })
export const savePlanSettingsInput = z.strictObject({ workspaceId, planId, patch: settings })
export const duplicateInput = z.strictObject({ workspaceId, planId, name: name.nullable().default(null) })
export const importFileInput = z.strictObject({ workspaceId, text: text(LIMITS.planFileLength) })
export const publishInput = z.strictObject({
  workspaceId,
  planId,
  firstWeek: date,
  lastWeek: date.nullable().default(null),
  expectedRevision: revision.nullable().default(null),
})
export const publicationInput = z.strictObject({ workspaceId, publicationId })
export const frozenWeekInput = z.strictObject({ workspaceId, publicationId, week: date })
export const inForceInput = z.strictObject({ workspaceId, week: date, poolId: poolId.default(null) })

const hours = (most: number) => z.number().min(0).max(most).nullable().exactOptional()
const DAYS_OFF = 1000
const AVAILABLE_SPELLS = 100
const agentRules = z.strictObject({
  maxHoursPerWeek: hours(168),
  minHoursPerWeek: hours(168),
  maxShiftHours: hours(24),
  minShiftHours: hours(24),
  minRestHours: hours(MAX_REST_HOURS),
  maxConsecutiveDays: z.int().min(1).max(366).nullable().exactOptional(),
  hourlyCost: z.number().min(0).max(1e6).nullable().exactOptional(),
  availability: z
    .array(
      z
        .strictObject({ dayOfWeek: z.int().min(0).max(6), startMinute: z.int().min(0).max(1439), endMinute: z.int().min(1).max(2880) })
        .refine(({ startMinute, endMinute }) => endMinute > startMinute, { path: ['endMinute'], error: 'is not after the start' }),
    )
    .max(AVAILABLE_SPELLS)
    .readonly()
    .nullable()
    .exactOptional(),
  daysOff: z.array(date).max(DAYS_OFF).readonly().exactOptional(),
  pools: z.array(agentId).max(LIMITS.planOperations).readonly().nullable().exactOptional(),
  timeZone: timeZone.nullable().exactOptional(),
})

export const agentInput = z.strictObject({ workspaceId, agentId })
export const saveAgentInput = z.strictObject({ workspaceId, agentId, name: name.nullable().default(null), rules: agentRules })

const templateId = z.uuid('is not the id of a template')
export const templateInput = z.strictObject({ workspaceId, templateId })
const { startMinute, endMinute, breaks, note } = shiftSchema.shape
export const saveTemplateInput = z.strictObject({ workspaceId, template: z.strictObject({ id: templateId, name, startMinute, endMinute, breaks, note }) })

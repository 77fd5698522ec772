import { z } from 'zod'
import { isLocalDate } from '../../time/local.ts'
import { isTimeZone } from '../../time/zone.ts'
import { MAX_REST_HOURS } from './rules.ts'

const minute = z.int().min(0).max(2 * 1440)

function hours(most: number): z.ZodExactOptional<z.ZodNullable<z.ZodNumber>> {
  return z.number().min(0).max(most).nullable().exactOptional()
}

/** Limits of work, as `WorkLimits`: left out, or null for none. */
export const workLimits = {
  maxHoursPerWeek: hours(168),
  minHoursPerWeek: hours(168),
  maxShiftHours: hours(48),
  minShiftHours: hours(24),
  minRestHours: hours(MAX_REST_HOURS),
  maxConsecutiveDays: z.int().min(1).max(366).nullable().exactOptional(),
}

export const hourlyCost = z.number().min(0).max(1_000_000).nullable()
export const zoneName = z.string().refine(isTimeZone, 'is not a time zone known here')
export const localDate = z.string().refine(isLocalDate, 'is not a date such as "2026-11-23"')
export const poolIds = z.array(z.string().min(1).max(200)).max(10_000).readonly()

const availableSpell = z
  .strictObject({ dayOfWeek: z.int().min(0).max(6), startMinute: minute, endMinute: minute })
  .refine(({ startMinute, endMinute }) => endMinute > startMinute && endMinute <= startMinute + 1440, 'ends before it begins, or a day later')

/** `AgentRules` as they are stored and cross a boundary. */
export const agentRulesSchema = z.strictObject({
  ...workLimits,
  hourlyCost: hourlyCost.exactOptional(),
  availability: z.array(availableSpell).max(200).readonly().nullable().exactOptional(),
  daysOff: z.array(localDate).max(5_000).readonly().exactOptional(),
  pools: poolIds.nullable().exactOptional(),
  timeZone: zoneName.nullable().exactOptional(),
})

/** `PlanRules` as they are stored and cross a boundary. */
export const planRulesSchema = z.strictObject({
  limits: z.strictObject(workLimits).default({}),
  owedBreak: z.strictObject({ afterHours: z.number().min(0).max(48), minutes: z.int().min(1).max(1440) }).nullable().default(null),
  hourlyCost: hourlyCost.default(null),
})

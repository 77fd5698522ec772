import { z } from 'zod'
import { LIMITS } from '../../../shared/contract/limits.ts'
import { countDays } from '../../../shared/time/local.ts'
import { printPageSchema } from '../../../shared/contract/print-page.ts'
import { PLAN_TEXT_KINDS } from '../services/exports/export-services.ts'
import { date, text, workspaceId } from './inputs.ts'
import { isTimeZone } from '../../../shared/time/zone.ts'

/** What the procedures on exports accept. */

export const exportPlanInput = z.strictObject({
  workspaceId,
  planId: z.uuid('is not the id of a plan'),
  kind: z.enum(PLAN_TEXT_KINDS),
  week: date.nullable().default(null),
  weeks: z.int().min(1).max(LIMITS.exportWeeks).nullable().default(null),
  /** Id or name. */
  agent: text(LIMITS.nameLength).min(1, 'is empty').nullable().default(null),
})

export const pdfInput = printPageSchema.superRefine((page, context) => {
  if (page.kind !== 'coverage') return
  if (page.timeZone !== null && !isTimeZone(page.timeZone)) context.addIssue({ code: 'custom', path: ['timeZone'], message: 'is not a time zone known here' })
  if (page.from > page.to) context.addIssue({ code: 'custom', path: ['to'], message: 'is before the first date' })
  else if (countDays(page.from, page.to) > LIMITS.reportDays) context.addIssue({ code: 'custom', path: ['from'], message: `is more than ${LIMITS.reportDays} days before the last date` })
})

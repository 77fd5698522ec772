import { z } from 'zod'
import { LIMITS } from '../../../shared/contract/limits.ts'
import type { Assumption } from '../../../shared/plan/assumptions/assumption.ts'
import { countDays } from '../../../shared/time/local.ts'
import { printPageSchema } from '../../../shared/contract/print-page.ts'
import { date, text, until, workspaceId } from '../core/inputs.ts'
import { languageFields } from '../core/file-language.ts'
import { moreAssumptions, planChoice } from '../prediction/inputs.ts'
import { isTimeZone } from '../../../shared/time/zone.ts'

/** shifts: CSV, a row a date; hours, slots: CSV of the predicted coverage of a week; calendar: iCalendar. */
const PLAN_TEXT_KINDS = ['shifts', 'hours', 'slots', 'calendar'] as const
export type PlanTextKind = (typeof PLAN_TEXT_KINDS)[number]

/** Of which plan and weeks a file is. */
export const planFields = {
  workspaceId,
  plan: planChoice,
  /** Local date on which the first week begins; null: the first of a dated plan, the Monday after the present of a pattern. */
  week: date.nullable().default(null),
  /** null: all of a dated plan whose week is not given, else one. */
  weeks: z.int().min(1).max(LIMITS.exportWeeks).nullable().default(null),
  /** Id or name; null: everybody. */
  agent: text(LIMITS.nameLength).min(1, 'is empty').nullable().default(null),
  /** The present: nothing at or after it counts as past, epoch milliseconds; null: the clock, and all that was synced does. */
  now: until,
}
const planFile = z.strictObject(planFields)
export type PlanFileRequest = z.output<typeof planFile> & { readonly assumptions?: readonly Assumption[] }
export const exportPlanInput = planFile.extend({
  kind: z.enum(PLAN_TEXT_KINDS),
  assumptions: moreAssumptions,
  ...languageFields,
})
export const planWorkbookInput = planFile
  .omit({ agent: true })
  .extend({ assumptions: moreAssumptions, ...languageFields })

export const pdfInput = printPageSchema.superRefine((page, context) => {
  if (page.kind !== 'coverage' && page.kind !== 'capacity') return
  if (page.timeZone !== null && !isTimeZone(page.timeZone))
    context.addIssue({ code: 'custom', path: ['timeZone'], message: 'is not a time zone known here' })
  if (page.kind === 'capacity') return
  if (page.from > page.to) context.addIssue({ code: 'custom', path: ['to'], message: 'is before the first date' })
  else if (countDays(page.from, page.to) > LIMITS.reportDays)
    context.addIssue({
      code: 'custom',
      path: ['from'],
      message: `is more than ${LIMITS.reportDays} days before the last date`,
    })
})

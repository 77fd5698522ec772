import { AppError } from '../../shared/foundation/errors.ts'
import { PRINT_WIRE } from '../../shared/contract/print-page.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { planSchema } from '../../shared/plan/plan-schema.ts'
import { currentFormat } from '../format/format-context.tsx'

/** A plan that is stored nowhere: it comes from whoever opened the page. */
export function givenPlan(): Plan {
  const given = planSchema.safeParse((globalThis as unknown as Readonly<Record<string, unknown>>)[PRINT_WIRE.plan])
  if (given.success) return given.data
  throw new AppError({ code: 'invalid-input', message: currentFormat().texts.paperPlan.nothingToPrint })
}

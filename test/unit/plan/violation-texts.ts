import { createFormatter } from '../../../shared/language/formatter.ts'
import { spokenLanguage } from '../../../shared/language/languages.ts'
import { en } from '../../../shared/messages/en.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { violationText } from '../../../shared/plan/rules/violation-text.ts'
import type { Violation } from '../../../shared/plan/rules/violation.ts'

const format = createFormatter({ ...spokenLanguage('en', ['en-GB']), firstDayOfWeek: null }, en)

/** What is said of a violation of a plan, in English. */
export const textOf = (violation: Violation, plan: Plan): string => violationText(violation, plan, format)

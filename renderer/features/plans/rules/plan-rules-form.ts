import type { PlanRules } from '../../../../shared/plan/rules/rules.ts'
import { decimalProblem, numberProblem, parseDecimal, parseNumber } from '../../../components/number-text.ts'
import { costOf, costProblem, costText } from '../../../work-rules/cost-text.ts'
import { limitProblems, limitsOf, limitTexts, type LimitTexts } from '../../../work-rules/limit-texts.ts'

/** The rules of a plan as they are typed. */
export interface PlanRulesForm extends LimitTexts {
  readonly breakMinutes: string
  readonly breakAfterHours: string
  readonly hourlyCost: string
}

const BREAK_MINUTES = { minValue: 1, maxValue: 1440 }
const BREAK_AFTER_HOURS = { minValue: 0, maxValue: 48 }

export function planRulesForm({ limits, owedBreak, hourlyCost }: PlanRules): PlanRulesForm {
  return {
    ...limitTexts(limits),
    breakMinutes: owedBreak === null ? '' : String(owedBreak.minutes),
    breakAfterHours: owedBreak === null ? '' : String(owedBreak.afterHours),
    hourlyCost: costText(hourlyCost),
  }
}

/** What is wrong with the break as typed: both numbers are said, or none. */
export function breakProblems({ breakMinutes, breakAfterHours }: PlanRulesForm): { readonly minutes: string | null; readonly afterHours: string | null } {
  if (breakMinutes.trim() === '' && breakAfterHours.trim() === '') return { minutes: null, afterHours: null }
  return {
    minutes: numberProblem(parseNumber(breakMinutes), BREAK_MINUTES),
    afterHours: decimalProblem(parseDecimal(breakAfterHours), BREAK_AFTER_HOURS),
  }
}

export function areUsable(form: PlanRulesForm): boolean {
  const { minutes, afterHours } = breakProblems(form)
  return minutes === null && afterHours === null && costProblem(form.hourlyCost) === null && Object.keys(limitProblems(form)).length === 0
}

/** The rules that were typed, where nothing is wrong with them. */
export function planRulesFrom(form: PlanRulesForm): PlanRules {
  return {
    limits: limitsOf(form),
    owedBreak: form.breakMinutes.trim() === '' ? null : { afterHours: parseDecimal(form.breakAfterHours), minutes: parseNumber(form.breakMinutes) },
    hourlyCost: costOf(form.hourlyCost),
  }
}

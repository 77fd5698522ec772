import { DAY_MINUTES } from '../../../../shared/foundation/minutes.ts'
import type { PlanRules } from '../../../../shared/plan/rules/rules.ts'
import { decimalProblem, numberProblem, parseDecimal, parseNumber } from '../../../kit/number-text.ts'
import { typedCost, costProblem, costText } from '../../../app/work-rules/cost-text.ts'
import {
  limitProblems,
  typedLimits,
  limitTexts,
  withoutFields,
  type LimitTexts,
} from '../../../app/work-rules/limit-texts.ts'

import { readCounts } from './break-lists.ts'
import { isUsableRow, type RuleList, type RuleRow } from '../../../app/work-rules/rule-list.ts'
import { RULE_LISTS } from './rule-lists.ts'

/** The rules of a plan as they are typed. */
export interface PlanRulesForm extends LimitTexts {
  readonly breakMinutes: string
  readonly breakAfterHours: string
  readonly breakCounts: string
  readonly hourlyCost: string
  /** The rules that are lines of a list, by list. */
  readonly lists: Readonly<Record<string, readonly RuleRow[]>>
  /** What has no field of its own, as it was. */
  readonly kept: PlanRules
}

const BREAK_MINUTES = { minValue: 1, maxValue: DAY_MINUTES }
const BREAK_AFTER_HOURS = { minValue: 0, maxValue: 48 }

export function planRulesForm(rules: PlanRules, ruleLists: readonly RuleList[] = RULE_LISTS): PlanRulesForm {
  const { limits, owedBreak, hourlyCost } = rules
  return {
    ...limitTexts(limits),
    lists: Object.fromEntries(ruleLists.map((list) => [list.id, list.read(rules)])),
    kept: rules,
    breakMinutes: owedBreak === null ? '' : String(owedBreak.minutes),
    breakAfterHours: owedBreak === null ? '' : String(owedBreak.afterHours),
    breakCounts: owedBreak?.counts ?? 'presence',
    hourlyCost: costText(hourlyCost),
  }
}

/** What is wrong with the break as typed: both numbers are said, or none. */
export function breakProblems({ breakMinutes, breakAfterHours }: PlanRulesForm): {
  readonly minutes: string | null
  readonly afterHours: string | null
} {
  if (breakMinutes.trim() === '' && breakAfterHours.trim() === '') return { minutes: null, afterHours: null }
  return {
    minutes: numberProblem(parseNumber(breakMinutes), BREAK_MINUTES),
    afterHours: decimalProblem(parseDecimal(breakAfterHours), BREAK_AFTER_HOURS),
  }
}

export function areUsable(form: PlanRulesForm, ruleLists: readonly RuleList[] = RULE_LISTS): boolean {
  const { minutes, afterHours } = breakProblems(form)
  return (
    minutes === null &&
    afterHours === null &&
    costProblem(form.hourlyCost) === null &&
    Object.keys(limitProblems(form)).length === 0 &&
    ruleLists.every((list) => rowsOf(form, list.id).every((row) => isUsableRow(list, row)))
  )
}

/** The rules that were typed, where nothing is wrong with them. */
export function planRulesFrom(form: PlanRulesForm, ruleLists: readonly RuleList[] = RULE_LISTS): PlanRules {
  const rules: PlanRules = {
    ...form.kept,
    limits: { ...withoutFields(form.kept.limits), ...typedLimits(form) },
    owedBreak:
      form.breakMinutes.trim() === ''
        ? null
        : {
            afterHours: parseDecimal(form.breakAfterHours),
            minutes: parseNumber(form.breakMinutes),
            ...readCounts(form.breakCounts),
          },
    hourlyCost: typedCost(form.hourlyCost),
  }
  return ruleLists.reduce((made, list) => list.write(made, rowsOf(form, list.id)), rules)
}

/** The lines of a list. */
export function rowsOf({ lists }: PlanRulesForm, id: string): readonly RuleRow[] {
  return lists[id] ?? []
}

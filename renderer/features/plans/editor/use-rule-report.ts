import { useMemo, useState } from 'react'
import type { Plan } from '../../../../shared/plan/plan.ts'
import { checkRules, type RuleReport } from '../../../../shared/plan/rules/check-rules.ts'
import type { Rules } from '../../../../shared/plan/rules/rules.ts'
import type { Violation } from '../../../../shared/plan/rules/violation.ts'

interface RuleReportOptions {
  readonly plan: Plan
  readonly rules: Rules
  readonly firstDate: string
}

/** What the plan breaks; of an edit, only the agents whom it touched are looked at again. */
export function useRuleReport({ plan, rules, firstDate }: RuleReportOptions): RuleReport {
  const [kept, setKept] = useState(() => ({ plan, rules, firstDate, report: checkRules(plan, { rules, firstDate }) }))
  if (kept.plan === plan && kept.rules === rules && kept.firstDate === firstDate) return kept.report
  const report = checkRules(plan, { rules, firstDate, previous: kept.report })
  setKept({ plan, rules, firstDate, report })
  return report
}

/** What is wrong with each shift, in words. */
export function useBrokenShifts(violations: readonly Violation[]): ReadonlyMap<string, string> {
  return useMemo(() => {
    const words = new Map<string, string>()
    for (const { shiftIds, text } of violations) for (const id of shiftIds) words.set(id, words.has(id) ? `${words.get(id)} ${text}` : text)
    return words
  }, [violations])
}

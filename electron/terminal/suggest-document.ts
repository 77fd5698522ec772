import type { SuggestOutput } from '../../shared/contract/suggest-output.ts'
import type { Formatter } from '../../shared/language/formatter.ts'
import { ruleDetailText, type RuleDetail } from '../../shared/optimise/rule-detail.ts'
import { violationText } from '../../shared/plan/rules/violation-text.ts'
import type { SuggestResult } from '../backend/suggest/suggest-result.ts'

/** A suggestion as it is printed: its facts as sentences. */
export function suggestDocument(result: SuggestResult, format: Formatter): SuggestOutput {
  const { standsInTheWay, violations, mustGive, ...output } = result
  const withText = <One extends { readonly detail: RuleDetail }>({ detail, ...one }: One) => ({
    ...one,
    text: ruleDetailText(detail, format),
  })
  return {
    ...output,
    standsInTheWay: standsInTheWay.map(withText),
    violations: violations.map((violation) => ({
      rule: violation.kind,
      agentId: violation.agentId,
      text: violationText(violation, result.plan, format),
      shiftIds: [...violation.shiftIds],
    })),
    mustGive: mustGive.map(withText),
  }
}

import type { Shift } from '../../../../../shared/plan/plan.ts'
import { checkAgent } from '../../../../../shared/plan/rules/check-agent.ts'
import type { RuleReport } from '../../../../../shared/plan/rules/check-rules.ts'
import { VIOLATION_KINDS, type ViolationKind } from '../../../../../shared/plan/rules/violation.ts'

/** Rules about the shift itself, whoever has it, or about too little work; all others can keep an agent from taking it. */
const OF_THE_SHIFT = [
  'under-staffed',
  'too-few-hours',
  'long-shift',
  'short-shift',
  'missing-break',
  'late-break',
  'work-without-break',
  'short-notice',
] as const satisfies readonly ViolationKind[]

export type Against = Exclude<ViolationKind, (typeof OF_THE_SHIFT)[number]>

const AGAINST = VIOLATION_KINDS.filter((kind): kind is Against => !OF_THE_SHIFT.some((other) => other === kind))

/** The first rule that an agent would break with some shifts besides the others that the agent has; null: none. */
export function whyNot(agentId: string | null, shifts: readonly Shift[], report: RuleReport): Against | null {
  if (agentId === null) return null
  const ids = new Set(shifts.map(({ id }) => id))
  const others = (report.planned.lists.get(agentId) ?? []).filter(({ id }) => !ids.has(id))
  const violations = checkAgent(agentId, [...others, ...shifts.map((shift) => ({ ...shift, agentId }))], report)
  const broken = new Set(
    violations.filter(({ shiftIds }) => shiftIds.some((id) => ids.has(id))).map(({ kind }) => kind),
  )
  return AGAINST.find((kind) => broken.has(kind)) ?? null
}

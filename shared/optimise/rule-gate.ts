import type { Plan, Shift } from '../plan/plan.ts'
import { checkAgent } from '../plan/rules/check-agent.ts'
import type { CheckContext } from '../plan/rules/check-context.ts'
import { checkRules, type RuleReport } from '../plan/rules/check-rules.ts'
import type { Violation } from '../plan/rules/violation.ts'
import { shiftsOfPicks } from './decode-week.ts'
import type { Person } from './people.ts'
import type { Picks } from './shift-option.ts'
import type { SlotClock } from './slot-clock.ts'

/** The project's own check of rules, which has the last word on every week that is chosen. */
export interface RuleGate {
  /** Whether a person's own rules allow a week. */
  readonly isAllowed: (person: Person, picks: Picks) => boolean
  /** Whether minimum staff is kept as well as in the plan, with one person's week changed; `index` among all people. */
  readonly isStaffed: (index: number, picks: Picks) => boolean
  /** Takes note of the week that a person has now. */
  readonly note: (index: number, picks: Picks) => void
}

/** `keepsEveryRule`: no violation at all; else none that the plan does not have, and none worse. */
export function ruleGate({
  context,
  clock,
  keepsEveryRule,
  plan,
  people,
}: {
  readonly context: CheckContext
  readonly clock: SlotClock
  readonly keepsEveryRule: boolean
  readonly plan: Plan
  readonly people: readonly Person[]
}): RuleGate {
  let made = 0
  const newId = (): string => `checked ${(made += 1)}`
  const shiftsOf = (person: Person, picks: Picks): readonly Shift[] => shiftsOfPicks(person, picks, { clock, newId })
  const hasStaffRules = (context.rules.plan.minimumStaff ?? []).length > 0
  const shifts = people.map((person) => person.shifts)
  let report: RuleReport | null = null
  const missing = (all: readonly (readonly Shift[])[]): number => {
    report = checkRules(
      { ...plan, shifts: all.flat() },
      { rules: context.rules, firstDate: clock.clock.firstDate, previous: report },
    )
    return report.violations.reduce((sum, { kind, by }) => sum + (kind === 'under-staffed' ? by : 0), 0)
  }
  const missingAtFirst = hasStaffRules ? missing(shifts) : 0
  return {
    isAllowed(person, picks) {
      const violations = checkAgent(person.agentId, shiftsOf(person, picks), context)
      return keepsEveryRule ? violations.length === 0 : isNoWorse(violations, person.violations)
    },
    isStaffed(index, picks) {
      if (!hasStaffRules) return true
      return missing(shifts.with(index, shiftsOf(people[index]!, picks))) <= missingAtFirst + 1e-9
    },
    note(index, picks) {
      if (hasStaffRules) shifts[index] = shiftsOf(people[index]!, picks)
    },
  }
}

/** Whether no kind of rule is broken more often, or by more, than before. */
export function isNoWorse(after: readonly Violation[], before: readonly Violation[]): boolean {
  if (after.length === 0) return true
  const known = Map.groupBy(before, ({ kind }) => kind)
  return [...Map.groupBy(after, ({ kind }) => kind)].every(([kind, now]) => {
    const then = known.get(kind) ?? []
    return now.length <= then.length && worst(now) <= worst(then)
  })
}

function worst(violations: readonly Violation[]): number {
  return violations.reduce((most, { by }) => Math.max(most, by), 0)
}

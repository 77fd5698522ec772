import type { Plan, Shift } from '../plan/plan.ts'
import { checkAgent } from '../plan/rules/check-agent.ts'
import type { CheckContext } from '../plan/rules/check-context.ts'
import { checkRules, type RuleReport } from '../plan/rules/check-rules.ts'
import type { Violation } from '../plan/rules/violation.ts'
import { newlyBroken } from './broken-rules.ts'
import { shiftsOfPicks } from './decode-week.ts'
import type { Person } from './people.ts'
import type { Picks } from './shift-option.ts'
import type { SlotClock } from './slot-clock.ts'

/** The project's own check of rules, which has the last word on every week that is chosen. */
export interface RuleGate {
  /** What of a person's own rules does not allow a week. */
  readonly refused: (person: Person, picks: Picks) => readonly Violation[]
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
    refused(person, picks) {
      if (person.isHired) return []
      const violations = checkAgent(person.agentId, shiftsOf(person, picks), context)
      return keepsEveryRule ? violations : newlyBroken(violations, person.violations)
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

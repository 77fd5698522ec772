import { MINUTE_MS } from '../foundation/minutes.ts'
import { merge, subtract } from '../foundation/interval.ts'
import type { Plan, Shift } from '../plan/plan.ts'
import { checkAgent } from '../plan/rules/check-agent.ts'
import type { CheckContext } from '../plan/rules/check-context.ts'
import { checkRules, type RuleReport } from '../plan/rules/check-rules.ts'
import type { StaffGap } from '../plan/rules/minimum-staff.ts'
import { rulesOf } from '../plan/rules/rules.ts'
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
  /** Whether minimum staff is kept at every time as well as in the plan, with one person's week changed; `index` among all people. */
  readonly isStaffed: (index: number, picks: Picks) => boolean
  /** Where fewer people are scheduled than there have to be, with one person's week changed. */
  readonly gapsWith: (index: number, picks: Picks) => readonly StaffGap[]
  /** The same as everybody's weeks are now. */
  readonly gaps: () => readonly StaffGap[]
  /** Minutes of missing people together. */
  readonly missing: () => number
  /** Whether a person counts for minimum staff of a pool (null: of all). */
  readonly counts: (person: Person, poolId: string | null) => boolean
  /** From now on staff is kept as well as it is now, and not as in the plan. */
  readonly settle: () => void
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
  const gapsWith = (all: readonly (readonly Shift[])[]): readonly StaffGap[] => {
    report = checkRules(
      { ...plan, shifts: all.flat() },
      { rules: context.rules, firstDate: clock.clock.firstDate, previous: report },
    )
    return report.gaps
  }
  let gapsNow: readonly StaffGap[] | null = null
  const gaps = (): readonly StaffGap[] => (gapsNow ??= hasStaffRules ? gapsWith(shifts) : [])
  let gapsAtFirst = gaps()
  const gapsChanged = (index: number, picks: Picks): readonly StaffGap[] =>
    hasStaffRules ? gapsWith(shifts.with(index, shiftsOf(people[index]!, picks))) : []
  return {
    refused(person, picks) {
      if (person.isHired) return []
      const violations = checkAgent(person.agentId, shiftsOf(person, picks), context)
      return keepsEveryRule ? violations : newlyBroken(violations, person.violations)
    },
    isStaffed(index, picks) {
      return !hasStaffRules || isNoGapNew(gapsChanged(index, picks), gapsAtFirst)
    },
    gapsWith: gapsChanged,
    gaps,
    missing: () => missingIn(gaps()),
    counts: ({ agentId }, poolId) => {
      const pools = agentId === null ? [] : (rulesOf(agentId, context.rules)?.pools ?? null)
      return pools === null || (poolId === null ? agentId !== null : pools.includes(poolId))
    },
    settle: () => void (gapsAtFirst = gaps()),
    note(index, picks) {
      if (!hasStaffRules) return
      shifts[index] = shiftsOf(people[index]!, picks)
      gapsNow = null
    },
  }
}

/** Whether at every time as many people are missing of a rule as before, or fewer: more at one time pays for none at another. */
export function isNoGapNew(after: readonly StaffGap[], before: readonly StaffGap[]): boolean {
  return after.every((gap) => {
    const asBad = before.filter(
      ({ poolId, needed, people }) => poolId === gap.poolId && needed - people >= gap.needed - gap.people,
    )
    return subtract([gap], merge(asBad)).length === 0
  })
}

/** Minutes of missing people together. */
export function missingIn(gaps: readonly StaffGap[]): number {
  return gaps.reduce((sum, { start, end, needed, people }) => sum + ((end - start) / MINUTE_MS) * (needed - people), 0)
}

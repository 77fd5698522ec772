import { RULE_PACKS } from '../../../shared/plan/rules/packs/packs.ts'
import type { MinorRules } from '../../../shared/plan/rules/rule-types.ts'
import { NO_PLAN_RULES, type AgentRules, type WorkRules } from '../../../shared/plan/rules/rules.ts'
import { packOfMinor } from '../../../shared/plan/rules/violation-source.ts'
import { isUsableRow, type RuleList, type RuleRow } from '../../app/work-rules/rule-list.ts'
import { averageList, nightList } from '../../app/work-rules/limit-lists.ts'
import { daysBetween } from '../../../shared/time/local.ts'

/** A rule of several numbers that an agent may have of their own. */
export type OwnRuleName = 'averageHours' | 'night'
export type OwnChoice = 'plan' | 'none' | 'own'

/** Such a rule as the form has it. */
export interface OwnRule {
  readonly choice: OwnChoice
  /** As it is typed, where it is the agent's own. */
  readonly row: RuleRow
}

export const OWN_LISTS: Readonly<Record<OwnRuleName, RuleList>> = { averageHours: averageList, night: nightList }

/** An agent's own rule, as its fields show it. */
export function ownRule(name: OwnRuleName, rules: AgentRules): OwnRule {
  const stored = rules[name]
  const list = OWN_LISTS[name]
  const [row = list.first] = list.read({ ...NO_PLAN_RULES, limits: rules })
  return { choice: stored === undefined ? 'plan' : stored === null ? 'none' : 'own', row }
}

/** The same rule with another choice; what was typed goes with it. */
export function withChoice(name: OwnRuleName, choice: OwnChoice): OwnRule {
  return { choice, row: OWN_LISTS[name].first }
}

export function isUsableOwnRule(name: OwnRuleName, { choice, row }: OwnRule): boolean {
  return choice !== 'own' || isUsableRow(OWN_LISTS[name], row)
}

/** The rule that was chosen and typed, where nothing is wrong with it. */
export function typedOwnRule(name: OwnRuleName, { choice, row }: OwnRule): WorkRules {
  if (choice === 'plan') return {}
  return { [name]: choice === 'none' ? null : OWN_LISTS[name].write(NO_PLAN_RULES, [row]).limits[name] }
}

/** Packs for somebody who is a minor. */
export const MINOR_PACKS = RULE_PACKS.filter(({ appliesTo }) => appliesTo === 'agent')

/** Rules for a minor, as the form has them. */
export interface OwnMinor {
  /** 'plan', 'none', the id of a pack, or 'kept': numbers of no pack, as they are stored. */
  readonly choice: string
  readonly schoolDays: readonly number[]
  readonly schoolBreaks: MinorRules['schoolBreaks']
}

const USUAL_SCHOOL_DAYS = [1, 2, 3, 4, 5]

/** An agent's rules for minors, as their fields show them. */
export function ownMinor({ minor }: AgentRules): OwnMinor {
  if (!minor) return minorOfChoice(minor === null ? 'none' : 'plan')
  const { schoolDays, schoolBreaks } = minor
  return { choice: packOfMinor(minor)?.id ?? 'kept', schoolDays, schoolBreaks }
}

/** What a choice begins with. */
export function minorOfChoice(choice: string): OwnMinor {
  return { choice, schoolDays: USUAL_SCHOOL_DAYS, schoolBreaks: [] }
}

/** The same agent by other rules: when they have school stays as it is, also where a choice is taken back. */
export function withMinorChoice(minor: OwnMinor, choice: string): OwnMinor {
  return { ...minor, choice }
}

export function isMinor({ choice }: OwnMinor): boolean {
  return choice !== 'plan' && choice !== 'none'
}

/** The rules for minors that were chosen; `kept` are those that are stored. */
export function typedMinor({ choice, schoolDays, schoolBreaks }: OwnMinor, kept: AgentRules): WorkRules {
  if (choice === 'plan') return {}
  const numbers = choice === 'kept' ? kept.minor : MINOR_PACKS.find(({ id }) => id === choice)?.rules.limits?.minor
  return { minor: numbers ? { ...numbers, schoolDays, schoolBreaks } : null }
}

/** Dates without school with some more; those that touch are one. */
export function withSchoolBreak(
  breaks: OwnMinor['schoolBreaks'],
  added: OwnMinor['schoolBreaks'][number],
): OwnMinor['schoolBreaks'] {
  const merged: (typeof added)[] = []
  for (const each of [...breaks, added].toSorted((one, other) => (one.from < other.from ? -1 : 1))) {
    const last = merged.at(-1)
    if (last === undefined || daysBetween(last.to, each.from) > 1) merged.push(each)
    else if (each.to > last.to) merged[merged.length - 1] = { from: last.from, to: each.to }
  }
  return merged
}

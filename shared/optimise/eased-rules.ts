import { limitFor, rulesOf, type AgentRules } from '../plan/rules/rules.ts'
import type { ViolationKind } from '../plan/rules/violation.ts'
import { addDays } from '../time/local.ts'
import type { Person } from './people.ts'
import type { SuggestOptions, SuggestProblem } from './problem.ts'
import type { EasedLimit, RuleDetail } from './rule-detail.ts'

/** A rule of work, or of the suggestion itself. */
export type EasedRule = ViolationKind | 'hours' | 'changes' | 'pinned' | 'moves' | 'target'

/** A rule that holds for one person, by one step or altogether less strict. */
export interface Easing {
  readonly rule: EasedRule
  readonly agentId: string | null
  readonly detail: RuleDetail
  readonly options: Partial<SuggestOptions>
  /** Hours of everybody together that it adds. */
  readonly hoursMore: number
}

interface NumericRule {
  readonly rule: ViolationKind
  readonly name: EasedLimit
  readonly step: number
  /** Whether more of it is less strict. */
  readonly isMost: boolean
}

/** Limits that are numbers, and how they are eased. */
export const NUMERIC_RULES: readonly NumericRule[] = [
  { rule: 'too-many-hours', name: 'maxHoursPerWeek', step: 1, isMost: true },
  { rule: 'too-few-hours', name: 'minHoursPerWeek', step: 1, isMost: false },
  { rule: 'short-rest', name: 'minRestHours', step: 1, isMost: false },
  { rule: 'too-many-days', name: 'maxConsecutiveDays', step: 1, isMost: true },
  { rule: 'long-shift', name: 'maxShiftHours', step: 1, isMost: true },
  { rule: 'short-shift', name: 'minShiftHours', step: 1, isMost: false },
  { rule: 'too-many-hours-a-day', name: 'maxHoursPerDay', step: 1, isMost: true },
  { rule: 'long-day', name: 'maxDaySpanHours', step: 1, isMost: true },
  { rule: 'short-weekly-rest', name: 'minWeeklyRestHours', step: 1, isMost: false },
  { rule: 'too-many-weekends', name: 'maxWeekendsInRow', step: 1, isMost: true },
]

/** The options with some of an agent's own rules changed. */
export function withAgentRules(
  options: SuggestOptions,
  agentId: string,
  changes: Partial<AgentRules>,
): Partial<SuggestOptions> {
  const { rules } = options
  return { rules: { ...rules, agents: { ...rules.agents, [agentId]: { ...rulesOf(agentId, rules), ...changes } } } }
}

/** Every rule that holds for a person, one step less strict. */
export function easingsOf(
  { agentId, shifts }: Person,
  { options, inputs }: Pick<SuggestProblem, 'options' | 'inputs'>,
): readonly Easing[] {
  if (agentId === null) return []
  const { rules } = options
  const own = rulesOf(agentId, rules)
  const found: Easing[] = []
  const add = (rule: EasedRule, detail: RuleDetail, eased: Partial<SuggestOptions>): void =>
    void found.push({ rule, agentId, detail, options: eased, hoursMore: 0 })
  for (const { rule, name, step, isMost } of NUMERIC_RULES) {
    const limit = limitFor(agentId, name, rules)
    const eased = limit === null ? null : limit + (isMost ? step : -step)
    if (limit === null || eased === null || eased < 0) continue
    add(rule, { about: 'limit', name, limit, eased }, withAgentRules(options, agentId, { [name]: eased }))
  }
  if (own?.availability)
    add(
      'unavailable',
      { about: 'more-availability' },
      withAgentRules(options, agentId, {
        availability: own.availability.map((range) => ({
          ...range,
          startMinute: Math.max(0, range.startMinute - 60),
          endMinute: Math.min(range.startMinute + 1440, range.endMinute + 60),
        })),
      }),
    )
  const off = (own?.daysOff ?? []).filter((date) => date >= inputs.firstDate && date < addDays(inputs.firstDate, 7))
  for (const date of off)
    add(
      'day-off',
      { about: 'day-off', date },
      withAgentRules(options, agentId, { daysOff: (own?.daysOff ?? []).filter((one) => one !== date) }),
    )
  const pinned = shifts.filter(({ id }) => options.pinnedShifts.includes(id))
  if (pinned.length > 0 || options.pinnedAgents.includes(agentId))
    add(
      'pinned',
      { about: 'may-move' },
      {
        pinnedShifts: options.pinnedShifts.filter((id) => pinned.every((shift) => shift.id !== id)),
        pinnedAgents: options.pinnedAgents.filter((id) => id !== agentId),
      },
    )
  return found
}

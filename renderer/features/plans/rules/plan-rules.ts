import { inactiveOf } from '../../../../shared/plan/inactive-agents.ts'
import { concerns } from '../../../../shared/plan/rules/minimum-staff.ts'
import { USUAL_LIMITS } from '../../../../shared/plan/rules/packs/packs.ts'
import {
  NO_PLAN_RULES,
  owedBreaksOf,
  type PlanRules,
  type Rules,
  type WorkRules,
} from '../../../../shared/plan/rules/rules.ts'
import type { Published } from '../../../../shared/plan/rules/rule-types.ts'
import { planRulesSchema } from '../../../../shared/plan/rules/rules-schema.ts'
import type { Formatter } from '../../../format/formatter.ts'
import type { Inputs } from '../../../app/rpc/procedures.ts'
import type { AgentEntry, PlanDocument, TimeOffEntry } from '../plan-types.ts'

/** The rules that a plan is checked by: its own, those of every agent, and when each is away. */
export function rulesFor(
  settings: PlanDocument['settings'],
  {
    agents,
    timeOff,
    published = null,
  }: {
    readonly agents: readonly AgentEntry[]
    readonly timeOff: readonly TimeOffEntry[]
    readonly published?: Published | null
  },
): Rules {
  return {
    plan: storedPlanRules(settings),
    agents: Object.fromEntries(agents.map(({ id, rules }) => [id, rules])),
    inactive: inactiveOf(agents),
    timeOff: Object.fromEntries(Map.groupBy(timeOff, ({ agentId }) => agentId)),
    ...(published === null ? {} : { published }),
  }
}

/** The rules in a plan's settings; what they leave out holds nobody to anything. */
export function storedPlanRules(settings: PlanDocument['settings']): PlanRules {
  const read = planRulesSchema.safeParse(settings['rules'] ?? {})
  return read.success ? read.data : NO_PLAN_RULES
}

/** A plan's rules with limits that most teams keep; what is set already stays. */
export function withUsualLimits(rules: PlanRules): PlanRules {
  return {
    ...rules,
    limits: { ...USUAL_LIMITS.limits, ...rules.limits },
    owedBreak: rules.owedBreak ?? USUAL_LIMITS.owedBreak,
  }
}

type SettingValue = Inputs['plans']['saveSettings']['patch'][string]

/** Rules as a plan keeps them among its settings: plain data. */
export function asSetting(rules: PlanRules): SettingValue {
  return JSON.parse(JSON.stringify(rules)) as SettingValue
}

/** What a plan can be checked against. */
export type RuleCheck = keyof Formatter['texts']['planRules']['checks']

/** What a plan of a pool (null: of all) is checked against; empty: nothing. Pay, pools and zones are no rules of work. */
export function checkedRules({ plan, agents, timeOff = {} }: Rules, poolId: string | null): readonly RuleCheck[] {
  const own = Object.values(agents)
  const set = (name: keyof WorkRules): boolean => isSet(plan.limits[name]) || own.some((agent) => isSet(agent[name]))
  const all: readonly (readonly [RuleCheck, boolean])[] = [
    ['weekHours', set('maxHoursPerWeek') || set('minHoursPerWeek')],
    ['averageHours', set('averageHours')],
    ['dayHours', set('maxHoursPerDay') || set('maxDaySpanHours')],
    ['shiftLength', set('maxShiftHours') || set('minShiftHours')],
    ['rest', set('minRestHours')],
    ['weeklyRest', set('minWeeklyRestHours')],
    ['consecutiveDays', set('maxConsecutiveDays')],
    ['weekends', set('maxWeekendsInRow')],
    ['night', set('night')],
    ['breaks', owedBreaksOf(plan).length > 0 || (plan.breaksByHour ?? []).length > 0 || isSet(plan.unbrokenWork)],
    ['minors', set('minor')],
    ['availability', own.some(({ availability }) => isSet(availability))],
    [
      'timeOff',
      own.some(({ daysOff = [] }) => daysOff.length > 0) || Object.values(timeOff).some((each) => each.length > 0),
    ],
    ['notice', isSet(plan.noticeDays)],
    ['minimumStaff', (plan.minimumStaff ?? []).some((rule) => concerns(rule, poolId))],
  ]
  return all.flatMap(([check, isChecked]) => (isChecked ? [check] : []))
}

function isSet(value: unknown): boolean {
  return value !== null && value !== undefined
}

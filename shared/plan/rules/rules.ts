import type { InactiveAgents } from '../inactive-agents.ts'
import type { TimeRange } from '../plan.ts'
import type {
  AverageHours,
  BreakByHour,
  HolidayPlace,
  MinimumStaff,
  MinorRules,
  NightRules,
  OvertimeRule,
  OwedBreak,
  Published,
  TimeOff,
  UnbrokenWork,
} from './rule-types.ts'

/** Limits of one person's work. Left out: as the plan has it; null: no limit. Hours are worked hours, without drawn breaks, unless said otherwise. */
export interface WorkLimits {
  readonly maxHoursPerWeek?: number | null
  readonly minHoursPerWeek?: number | null
  /** From start to end, breaks included. */
  readonly maxShiftHours?: number | null
  readonly minShiftHours?: number | null
  /** From the end of a shift to the start of the next. At most 72. */
  readonly minRestHours?: number | null
  /** Days on which a shift begins, in a row. */
  readonly maxConsecutiveDays?: number | null
  /** Of the shifts that begin on a local date. */
  readonly maxHoursPerDay?: number | null
  /** From the start of the first shift of a local date to the end of the last, what lies between included. */
  readonly maxDaySpanHours?: number | null
  /** A rest without work that every week has to have. At most 72. */
  readonly minWeeklyRestHours?: number | null
  /** Weekends on which a shift begins, in a row. */
  readonly maxWeekendsInRow?: number | null
}

/** Everything that can hold for one person. Left out: as the plan has it; null: no rule. */
export interface WorkRules extends WorkLimits {
  readonly averageHours?: AverageHours | null
  readonly night?: NightRules | null
  readonly minor?: MinorRules | null
}

/** When somebody can work on a weekday, in minutes after its midnight; past 1440 it is the next day. */
export interface AvailableRange extends TimeRange {
  /** 0 = Sunday. */
  readonly dayOfWeek: number
}

/** When somebody would rather work, or rather not: no rule, but what suggestions keep to where they can. */
export interface Wish extends AvailableRange {
  readonly wish: (typeof WISHES)[number]
}

export const WISHES = ['rather', 'rather-not'] as const

/** What holds for one agent, in every plan. */
export interface AgentRules extends WorkRules {
  /** Pay for a worked hour; null or left out: the plan's. */
  readonly hourlyCost?: number | null
  /** null or left out: at any time. */
  readonly availability?: readonly AvailableRange[] | null
  /** Local dates, YYYY-MM-DD. */
  readonly daysOff?: readonly string[]
  /** Pools that the agent serves; null or left out: all. */
  readonly pools?: readonly string[] | null
  /** IANA zone in which the agent lives: availability and days off follow it. null or left out: the plan's. */
  readonly timeZone?: string | null
  /** Whose public holidays are days off, where they are in the workspace; null or left out: those of its calendars. */
  readonly holidayCalendar?: HolidayPlace | null
  /** Days of vacation a calendar year; null or left out: none is given. */
  readonly vacationDays?: number | null
  /** By the clock of the zone where the agent lives. */
  readonly wishes?: readonly Wish[]
  /** Where shifts are sent to, and by which rosters name somebody; no rule looks at it. null or left out: not known. */
  readonly email?: string | null
}

/** What holds in one plan. */
export interface PlanRules {
  /** For agents who have none of their own; those on the length of a shift hold for open shifts too. */
  readonly limits: WorkRules
  /** Breaks owed in more than `afterHours`; null: none. */
  readonly owedBreak: OwedBreak | null
  /** More is owed after more hours: of those that apply the most counts. */
  readonly moreOwedBreaks?: readonly OwedBreak[]
  /** Each is a break of its own. */
  readonly breaksByHour?: readonly BreakByHour[]
  readonly unbrokenWork?: UnbrokenWork | null
  readonly overtime?: readonly OvertimeRule[]
  /** A shift that begins within so many days must be as it is published. */
  readonly noticeDays?: number | null
  readonly minimumStaff?: readonly MinimumStaff[]
  /** Id of the pack that filled these rules in; a number that was changed since is not the pack's any more. */
  readonly pack?: string | null
  /** Pay for a worked hour of whoever has no rate, and of open shifts; null: not known. */
  readonly hourlyCost: number | null
}

/** The rules that a plan is checked against. None of them ever blocks an edit. */
export interface Rules {
  readonly plan: PlanRules
  /** By agent id; who is not here has no rules but the plan's. */
  readonly agents: Readonly<Record<string, AgentRules>>
  /** Agents who are deactivated, and since when; absent: none. */
  readonly inactive?: InactiveAgents
  /** By agent id; absent: none is known. */
  readonly timeOff?: Readonly<Record<string, readonly TimeOff[]>>
  /** What is published for the weeks that are looked at; absent: notice is not checked. */
  readonly published?: Published
}

/** No rules at all. */
export const NO_PLAN_RULES: PlanRules = { limits: {}, owedBreak: null, hourlyCost: null }
export const NO_RULES: Rules = { plan: NO_PLAN_RULES, agents: {} }
export const MAX_REST_HOURS = 72

/** The limit that holds for an agent; null: none. */
export function limitFor(agentId: string | null, name: keyof WorkLimits, rules: Rules): number | null {
  const own = agentId === null ? undefined : rulesOf(agentId, rules)?.[name]
  return own === undefined ? (rules.plan.limits[name] ?? null) : own
}

/** A rule of several numbers that holds for an agent; null: none. */
export function workRuleFor<Name extends Exclude<keyof WorkRules, keyof WorkLimits>>(
  agentId: string,
  name: Name,
  rules: Rules,
): NonNullable<WorkRules[Name]> | null {
  const own = rulesOf(agentId, rules)?.[name]
  return (own === undefined ? rules.plan.limits[name] : own) ?? null
}

/** Every break that is owed by the hours of a shift. */
export function owedBreaksOf({ owedBreak, moreOwedBreaks = [] }: PlanRules): readonly OwedBreak[] {
  return owedBreak === null ? moreOwedBreaks : [owedBreak, ...moreOwedBreaks]
}

/** An agent's time off, if there is any. */
export function timeOffOf(agentId: string, { timeOff }: Rules): readonly TimeOff[] {
  return timeOff !== undefined && Object.hasOwn(timeOff, agentId) ? timeOff[agentId]! : []
}

/** What an agent's worked hour costs; null: not known. */
export function hourlyCostOf(agentId: string | null, rules: Rules): number | null {
  const own = agentId === null ? null : rulesOf(agentId, rules)?.hourlyCost
  return own ?? rules.plan.hourlyCost
}

/** An agent's own rules, if there are any. */
export function rulesOf(agentId: string, rules: Rules): AgentRules | undefined {
  return Object.hasOwn(rules.agents, agentId) ? rules.agents[agentId] : undefined
}

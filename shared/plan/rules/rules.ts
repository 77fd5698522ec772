import type { InactiveAgents } from '../inactive-agents.ts'
import type { WallSpell } from '../plan.ts'

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
}

/** When somebody can work on a weekday, in minutes after its midnight; past 1440 it is the next day. */
export interface AvailableSpell extends WallSpell {
  /** 0 = Sunday. */
  readonly dayOfWeek: number
}

/** What holds for one agent, in every plan. */
export interface AgentRules extends WorkLimits {
  /** Pay for a worked hour; null or left out: the plan's. */
  readonly hourlyCost?: number | null
  /** null or left out: at any time. */
  readonly availability?: readonly AvailableSpell[] | null
  /** Local dates, YYYY-MM-DD. */
  readonly daysOff?: readonly string[]
  /** Pools that the agent serves; null or left out: all. */
  readonly pools?: readonly string[] | null
  /** IANA zone in which the agent lives: availability and days off are told by it. null or left out: the plan's. */
  readonly timeZone?: string | null
}

/** What holds in one plan. */
export interface PlanRules {
  /** For agents who have none of their own; those on the length of a shift hold for open shifts too. */
  readonly limits: WorkLimits
  /** Breaks owed in a shift longer than `afterHours`; null: none. */
  readonly owedBreak: { readonly afterHours: number; readonly minutes: number } | null
  /** Pay for a worked hour of whoever has no rate, and of open shifts; null: not known. */
  readonly hourlyCost: number | null
}

/** The rules that a plan is held against. None of them ever blocks an edit. */
export interface Rules {
  readonly plan: PlanRules
  /** By agent id; who is not here has no rules but the plan's. */
  readonly agents: Readonly<Record<string, AgentRules>>
  /** Agents who are deactivated, and since when; absent: none. */
  readonly inactive?: InactiveAgents
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

/** What an agent's worked hour costs; null: not known. */
export function hourlyCostOf(agentId: string | null, rules: Rules): number | null {
  const own = agentId === null ? null : rulesOf(agentId, rules)?.hourlyCost
  return own ?? rules.plan.hourlyCost
}

/** An agent's own rules, if there are any. */
export function rulesOf(agentId: string, rules: Rules): AgentRules | undefined {
  return Object.hasOwn(rules.agents, agentId) ? rules.agents[agentId] : undefined
}

import type { DAY_NAMES } from '../foundation/hour-of-week.ts'
/** An instant: UTC epoch milliseconds, or an ISO 8601 string with offset. */
export type InstantInput = number | string

/** A visit as the source records it. */
export interface Pageview {
  readonly createdAt: InstantInput
  /** The agent who was available, or null when none was. */
  readonly agentId: string | null
  /** null or absent: "No pool". */
  readonly poolId?: string | null
  /** null, absent or empty: unknown. */
  readonly country?: string | null
  /** Class of its page, null: no rule names it; absent: there are no rules. */
  readonly pageClass?: string | null
}

/** An interval online of one agent. */
export interface AgentSession {
  readonly agentId: string
  readonly startedAt: InstantInput
  /** null: never closed. It ends where the agent's next one begins, else it lasts until now; longer than 16 hours only until the last sign of the agent. */
  readonly endedAt: InstantInput | null
  /** When the agent was last seen in this session, where that is recorded apart from visits. Matters only while it has no end. */
  readonly lastSeenAt?: InstantInput | null
}

/** Which countries count. An empty list filters nothing; a visit of unknown country always counts. */
export interface CountryFilter {
  readonly mode: 'blocklist' | 'allowlist'
  readonly countries: readonly string[]
}

/** The local dates of a report, both inside, and the instant after which nothing counts. */
export interface CoverageRange {
  /** Local date, YYYY-MM-DD. */
  readonly from: string
  /** Local date, YYYY-MM-DD, inside the range. */
  readonly to: string
  /** IANA time zone. */
  readonly timeZone: string
  readonly now: InstantInput
}

export interface CoverageOptions extends CoverageRange {
  readonly countryFilter?: CountryFilter
  /** Only this pool's visits (null: "No pool"); absent: all. */
  readonly poolId?: string | null
  /** The agents of `poolId`; absent: membership is not known and all agents count. */
  readonly poolMembers?: readonly string[]
}

export interface CoverageSummary {
  readonly totalPageviews: number
  readonly pageviewsWithAgent: number
  readonly missedOpportunities: number
  /** 0-100; 100 when nobody came. */
  readonly coverageRate: number
}

export interface HourlyStats {
  readonly hour: number
  readonly totalPageviews: number
  readonly pageviewsWithAgent: number
  readonly missedOpportunities: number
  /** Agent-time over the time this hour of day really had in the elapsed part of the range. */
  readonly avgAgentsOnline: number
}

export interface DayHourStats extends HourlyStats {
  /** 0 = Sunday. */
  readonly dayOfWeek: number
  readonly dayName: (typeof DAY_NAMES)[number]
  /** missed / total, 0-1; 0 when nobody came. */
  readonly coverageGap: number
}

export interface DayOfWeekStats extends CoverageSummary {
  readonly dayOfWeek: number
  readonly dayName: (typeof DAY_NAMES)[number]
}

export interface DailyHourlyCoverage {
  /** [7][24], Sunday first. */
  readonly byDayHour: readonly (readonly DayHourStats[])[]
  /** [7], Sunday first. */
  readonly byDayOfWeek: readonly DayOfWeekStats[]
}

export interface DailyCoverage extends CoverageSummary {
  /** Local date. */
  readonly date: string
  readonly avgAgentsOnline: number
}

/** Every coverage figure of a range: what the calculators return, computed in one pass. */
export interface CoverageFigures {
  readonly totals: CoverageSummary & { readonly avgAgentsOnline: number }
  readonly hourly: readonly HourlyStats[]
  readonly byDayHour: readonly (readonly DayHourStats[])[]
  readonly byDayOfWeek: readonly DayOfWeekStats[]
  readonly daily: readonly DailyCoverage[]
  readonly problemHours: readonly number[]
}

/** Calls of one pool that began on one UTC day, where the source logs them. */
export interface CallCount {
  /** UTC day number. */
  readonly day: number
  /** null: no pool, or the source does not say. */
  readonly poolId: string | null
  /** Every call, whatever became of it: a visitor rang. */
  readonly calls: number
  /** Of them, those that were completed and whose length is known, and their seconds together. */
  readonly completed: number
  readonly seconds: number
}

/** A fact of the source that cannot be true or could not be used, and how often. */
export interface DataProblem {
  readonly kind: DataProblemKind
  readonly count: number
  /** In English, as `--json` has it. */
  readonly note: string
  /** Which of several of the kind; absent: its usual one. */
  readonly variant?:
    | 'country-rule-missing'
    | 'catch-all-missing'
    | 'call-lengths-missing'
    | 'calls-unread'
    | PageRulesOff
  /** Of 'covered-outside-sessions': of covered visits, 0-1. */
  readonly share?: number
  /** Why it could not be read, in English. */
  readonly reason?: string
}

/** Why pages are not classed although there are rules. */
type PageRulesOff = 'page-column-missing' | 'page-not-granted' | 'page-pattern-invalid' | 'page-pattern-slow'

export type DataProblemKind =
  | 'session-ends-before-start'
  | 'session-starts-in-future'
  | 'session-probably-forgotten'
  | 'session-left-open'
  | 'sessions-overlap'
  | 'pageview-in-future'
  | 'covered-outside-sessions'
  | 'country-column-missing'
  | 'membership-missing'
  | 'pools-missing'
  | 'pools-repeated'
  | 'agents-missing'
  | 'agents-repeated'
  | 'organizations-missing'
  | 'calls-missing'
  | 'calls-slow'
  | 'presence-unread'
  | 'page-rules-off'
  | 'source-changed'

import type { Service } from '../predict/model/coverage.ts'

/** Staffing recommendations. Rates are 0-1; instants are epoch milliseconds. */

export type Priority = 'critical' | 'high' | 'medium' | 'low'

/** Visitors missed in 30 days from which on a block is of a priority; below the last it is low. */
export interface PriorityThresholds {
  readonly critical: number
  readonly high: number
  readonly medium: number
}

/** What an extra agent is worth: 'model' by the fitted coverage model, 'rule' by a rule of thumb where too little is known to fit it. */
export type SuggestionBasis = 'model' | 'rule'

export type ReasonKind = 'nobody-online' | 'lunch-dip' | 'fewer-than-around' | 'busy' | 'few-agents' | 'no-agent-data'

/** The same hours on one or several days of the week in which more visitors than wanted find nobody. */
export interface StaffingBlock {
  /** null: visits without a pool, or all pools together. */
  readonly poolId: string | null
  /** 0 = Sunday, ascending. */
  readonly dayIndices: readonly number[]
  readonly startHour: number
  /** Exclusive, 1-24. */
  readonly endHour: number
  readonly missedVisitors: number
  readonly totalVisitors: number
  /** As counted. */
  readonly coverageRate: number
  readonly priority: Priority
  /** Fewest further agents with whom every hour of the block reaches the target; at least 1. */
  readonly suggestedAgents: number
  readonly expectedRecoveredPerWeek: number
  /** Coverage of the block to expect with them. */
  readonly expectedRate: number
  readonly basis: SuggestionBasis
  readonly reason: BlockReason
  /** The same as sums of what visitors are worth; absent: every visitor counts 1. */
  readonly weighted?: Pick<StaffingBlock, 'missedVisitors' | 'totalVisitors' | 'expectedRecoveredPerWeek'>
}

/** Visits that met the same number of agents, and about the same load. */
export interface VisitsAtStaffing {
  readonly agents: number
  /** Erlangs. */
  readonly load: number
  readonly visitors: number
}

/** What one hour of the week shows of one pool in the range. */
export interface CellEvidence {
  readonly visitors: number
  readonly covered: number
  /** Agents online added up over the visits. */
  readonly agentsMet: number
  /** Of the missed, those who came while nobody was online. */
  readonly missedOffline: number
  readonly met: readonly VisitsAtStaffing[]
}

/** What one pool shows in the range, and what is known of how its agents serve. Hour cells are 24 * day of week (Sunday first) + hour. */
export interface PoolEvidence {
  readonly poolId: string | null
  readonly cells: readonly CellEvidence[]
  readonly service: Service
  /** By hour cell: the model's factor on the load. */
  readonly loadFactors: readonly number[]
  /** Share of those who came while nobody was online and were covered all the same: agents without sessions. */
  readonly offlineRate: number
  /** How many visitors the model's word is worth against a cell's own history. */
  readonly kappa: number
  /** Too little is known to fit the model. */
  readonly isThin: boolean
  readonly hasSessions: boolean
}

/** How long calls take and how many visitors ring, where the source records it; null: the usual values. */
export interface CallFacts {
  /** Calls per covered visitor, 0-1. */
  readonly ringRate: CallFigure | null
  readonly averageCallSeconds: CallFigure | null
  /** The ring rate is too high: visitors who were passed on from agent to agent count each time. Absent: they count once. */
  readonly isOverstated?: boolean
}

export interface CallFigure {
  readonly value: number
  /** Whose calls it is from: 'own' of the pool (or pools) that is looked at, 'all-pools' where those have none. */
  readonly of: 'own' | 'all-pools'
}

/** Whose calls a figure is from; 'usual': of none, but a typical value. */
type CallOrigin = CallFigure['of'] | 'usual'

/** The rule of thumb by which extra agents were found where the model could not be fitted, and the calls that it rests on. */
export interface RuleUsed {
  /** Calls that one agent takes in an hour. */
  readonly callsPerAgentHour: number
  /** Share of visitors who ring, 0-1. */
  readonly ringRate: number
  /** An average call. */
  readonly callMinutes: number
  readonly ringOf: CallOrigin
  readonly callOf: CallOrigin
  /** Visitors who were passed on count each time. */
  readonly isOverstated: boolean
}

/** Why visitors are missed in a block: what its sentences are written from. */
export interface BlockReason {
  /** Share of the missed who came while nobody was online, 0-1. */
  readonly missedOffline: number
  /** Agents online when visitors came, on average. */
  readonly agents: number
  /** The same in the hours before and after on the same days; null: nobody came then. */
  readonly agentsAround: number | null
  readonly visitorsPerHour: number
  readonly kind: ReasonKind
  /** null: the model was fitted. */
  readonly rule: RuleUsed | null
  /** With fewer agents than the target takes, because each further one would cover less than a visitor an hour. */
  readonly isCapped: boolean
}

import type { CubeBatch } from '../../coverage/cube.ts'
import type { SessionInterval } from '../../coverage/session-interval.ts'
import type { CountryFilter } from '../../coverage/types.ts'
import type { Interval } from '../../foundation/interval.ts'
import type { InactiveAgents } from '../../plan/inactive-agents.ts'

/** A pool as the source names it. */
export interface PoolFact {
  readonly id: string
  /** While nobody is listed for it, everybody serves it. */
  readonly isCatchAll: boolean
  /** false: no longer in the source. */
  readonly present: boolean
}

/** An agent served a pool on UTC days fromDay <= day < untilDay; null means without limit on that side. */
export interface MembershipFact {
  readonly poolId: string
  readonly agentId: string
  readonly fromDay: number | null
  readonly untilDay: number | null
}

/** What is known of one organization. It may reach beyond the origin of a prediction, which then uses only what lies before. */
export interface PredictionFacts {
  /** The cube; it may hold more than is needed. */
  readonly batches: readonly CubeBatch[]
  /** The organization's own rule: load is all traffic that counts, whatever a screen shows. */
  readonly countryRule: CountryFilter | null
  readonly sessions: readonly SessionInterval[]
  /** null: not known by the source. */
  readonly pools: readonly PoolFact[] | null
  /** null: membership is not known. */
  readonly members: readonly MembershipFact[] | null
  /** Agents whom the source calls deactivated; absent: none. */
  readonly inactive?: InactiveAgents
  /** Spans of which it is known what happened. */
  readonly known: readonly Interval[]
  /** The clock of the last sync, epoch milliseconds. */
  readonly now: number
}

import type { TimeRange } from '../time-range.ts'

/** When an assumption holds, in wall time of its plan's zone. What is null does not limit it. */
export interface AssumedTime {
  /** Local dates, both inside. */
  readonly from: string | null
  readonly to: string | null
  /** Days of the week, 0 = Sunday. */
  readonly days: readonly number[] | null
  /** Of each of its days, on a quarter of an hour; past 1440 it goes on into the next day. */
  readonly hours: TimeRange | null
}

/** Something about the world that a plan takes to be otherwise than the history says. docs/what-if.md has the exact meanings. */
export type Assumption = { readonly id: string } & (
  | {
      /** Visitors more or fewer than the forecast, in percent; `poolId` null: of all pools; `WITHOUT_POOL`: of none. */
      readonly kind: 'demand'
      readonly percent: number
      readonly poolId: string | null
      readonly time: AssumedTime
    }
  | {
      /** Visitors of one date in place of the forecast: of the day, or of each of its 24 hours. */
      readonly kind: 'visitors'
      readonly date: string
      readonly visitors: readonly number[]
      readonly poolId: string | null
    }
  | { readonly kind: 'absence'; readonly agentId: string; readonly time: AssumedTime }
  | {
      /** People who work on top of the plan from a date on. */
      readonly kind: 'hires'
      readonly count: number
      readonly from: string
      readonly days: readonly number[]
      readonly hours: TimeRange
      /** Percent of a full agent, by week from the first one on; the last holds from then on. */
      readonly ramp: readonly number[]
    }
  | {
      /** Off-phone time; `agentIds` null: of everybody. */
      readonly kind: 'shrinkage'
      readonly agentIds: readonly string[] | null
      readonly time: AssumedTime
    }
  /** Visitors keep an agent busy for longer or shorter, in percent. */
  | { readonly kind: 'handling'; readonly percent: number }
  /** Agents who are online are available more or less often, in points. */
  | { readonly kind: 'availability'; readonly points: number }
)

/** An assumption without its id, as it is made. */
export type NewAssumption = Assumption extends infer One ? (One extends Assumption ? Omit<One, 'id'> : never) : never

/** In the place of a pool's id: visits without a pool, as everywhere that a pool is named. */
export const WITHOUT_POOL = 'none'

/** At any time. */
export const ALWAYS: AssumedTime = { from: null, to: null, days: null, hours: null }

/** How a hire becomes a full agent unless something else is said: percent by week. */
export const USUAL_RAMP: readonly number[] = [50, 75, 90, 100]

/** Whether an assumption leaves every week as it is. */
export function isWithoutEffect(assumption: Assumption): boolean {
  switch (assumption.kind) {
    case 'demand':
    case 'handling':
      return assumption.percent === 0
    case 'availability':
      return assumption.points === 0
    case 'hires':
      return assumption.ramp.every((percent) => percent === 0)
    default:
      return false
  }
}

/** So that texts of the same assumptions are the same, whoever made them. */
const FIELDS = [
  'id',
  'kind',
  'percent',
  'points',
  'poolId',
  'agentId',
  'agentIds',
  'date',
  'visitors',
  'count',
  'ramp',
  'time',
  'from',
  'to',
  'days',
  'hours',
  'startMinute',
  'endMinute',
]

/** Whether two lists hold the same assumptions in the same order. */
export function areSameAssumptions(
  one: readonly Assumption[] | undefined,
  other: readonly Assumption[] | undefined,
): boolean {
  return one === other || JSON.stringify(one ?? [], FIELDS) === JSON.stringify(other ?? [], FIELDS)
}

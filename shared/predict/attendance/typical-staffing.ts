import { agentSteps, type AgentSteps } from '../../coverage/agents-online.ts'
import type { SessionInterval } from '../../coverage/session-interval.ts'
import { type Interval, isWithinOne } from '../../foundation/interval.ts'
import { DAY_MS } from '../../foundation/minutes.ts'
import { instantOfWallTime } from '../../plan/week-clock.ts'
import { SLOT_MS } from '../../time/slots.ts'
import type { TypicalStaffing } from '../types.ts'
import { localMinuteOf } from './local-time.ts'

export interface TypicalStaffingInput {
  readonly sessions: readonly SessionInterval[]
  readonly timeZone: string
  /** Epoch milliseconds; nothing at or after it counts. */
  readonly origin: number
  /** Instant at which each quarter-hour of the week begins. */
  readonly starts: ArrayLike<number>
  /** Who serves each pool; null: everybody. */
  readonly pools: readonly { readonly members: readonly string[] | null }[]
  /** Spans of which it is known what happened; absent: all. */
  readonly known?: readonly Interval[]
  /** Weeks to look back; absent: 8. */
  readonly weeks?: number
}

export interface TypicalStaffings {
  readonly all: TypicalStaffing
  /** In the order of the input's pools. */
  readonly pools: readonly TypicalStaffing[]
  /** The past weeks that these are of, the last first: the instant of each slot, by the wall clock, and the week's weight. */
  readonly weeks: readonly { readonly starts: Float64Array; readonly weight: number }[]
}

const DEFAULT_WEEKS = 8
/** How much less a week counts than the one after it: what predicted the last weeks best is taken. */
const DECAYS = [1, 0.85, 0.65, 0.4]
/** A decay must predict better by so much to be preferred to none. */
const CLEARLY = 0.97
const TRIED_WEEKS = 3

/** Instants of a past week's slots that match those of the week, by the wall clock. */
type PastWeek = Float64Array

/** Who was online at each slot of the week in past weeks: pool by pool, and everybody. Weeks in which nobody at all was online are left out. */
export function typicalStaffing(input: TypicalStaffingInput): TypicalStaffings {
  return staffingIn(pastWeeks(input), input)
}

/** As `typicalStaffing`, of many weeks of the same past: what rests on the same past weeks and sessions is computed once. */
export function typicalStaffingOfWeeks(
  past: Omit<TypicalStaffingInput, 'starts' | 'sessions'>,
): (week: Pick<TypicalStaffingInput, 'starts' | 'sessions'>) => TypicalStaffings {
  const found: (Pick<TypicalStaffingInput, 'sessions'> & {
    readonly candidates: readonly PastWeek[]
    readonly staffings: TypicalStaffings
  })[] = []
  return (week) => {
    const { sessions } = week
    const candidates = pastWeeks({ ...past, ...week })
    const known = found.find(
      (one) => isSame(one.sessions, sessions) && isSame(one.candidates, candidates, (a, b) => isSame(a, b)),
    )
    if (known !== undefined) return known.staffings
    const staffings = staffingIn(candidates, { ...past, sessions })
    found.push({ sessions, candidates, staffings })
    return staffings
  }
}

function isSame<T>(one: ArrayLike<T>, other: ArrayLike<T>, isEqual: (a: T, b: T) => boolean = Object.is): boolean {
  if (one.length !== other.length) return false
  for (let index = 0; index < one.length; index += 1) if (!isEqual(one[index]!, other[index]!)) return false
  return true
}

function staffingIn(
  candidates: readonly PastWeek[],
  input: Pick<TypicalStaffingInput, 'sessions' | 'origin' | 'pools'>,
): TypicalStaffings {
  const from = Math.min(input.origin, ...candidates.map((week) => Math.min(...week)))
  const membership = new Map(
    input.pools.map(({ members }, index) => [String(index), members === null ? ('all' as const) : new Set(members)]),
  )
  const steps = agentSteps(input.sessions, { from, to: input.origin, now: input.origin, membership })
  const countsAll = new SlotCounts(steps, steps.all)
  const weeks = candidates.filter((week) => week.some((start) => countsAll.mean(start) > 0))
  const weights = weekWeights(weeks.map((week) => Float64Array.from(week, (start) => countsAll.mean(start))))
  return {
    all: staffingOf(weeks, weights, countsAll),
    pools: input.pools.map((_, index) =>
      staffingOf(weeks, weights, new SlotCounts(steps, steps.byPool.get(String(index))!)),
    ),
    weeks: weeks.map((starts, age) => ({ starts, weight: weights[age]! })),
  }
}

/** The last first. Weeks that are not over by the origin, or not wholly known, are left out. */
function pastWeeks({
  starts,
  timeZone,
  origin,
  known,
  weeks = DEFAULT_WEEKS,
}: TypicalStaffingInput): readonly PastWeek[] {
  const places = Array.from(starts, (start) => localMinuteOf(start, timeZone))
  const found: PastWeek[] = []
  const nearest = Math.max(1, Math.ceil((starts[starts.length - 1]! + SLOT_MS - origin) / (7 * DAY_MS) - 1e-9))
  for (let back = nearest; back < nearest + weeks; back += 1) {
    const week = Float64Array.from(places, ({ day, minute }) => instantOfWallTime(timeZone, day - 7 * back, minute))
    if (week.at(-1)! + SLOT_MS > origin) continue
    if (known === undefined || week.every((start) => isWithinOne({ start, end: start + SLOT_MS }, known)))
      found.push(week)
  }
  return found
}

/** Weights of weeks, the last first: as much decay as would have foretold the last weeks' staffing best. */
function weekWeights(means: readonly Float64Array[]): readonly number[] {
  const weigh = (decay: number, count: number): readonly number[] =>
    Array.from({ length: count }, (_, age) => decay ** age)
  const scores = DECAYS.map((decay) => {
    let score = 0
    for (let target = 0; target < TRIED_WEEKS && target + 3 < means.length; target += 1) {
      const earlier = means.slice(target + 1)
      score += squaredError(means[target]!, earlier, weigh(decay, earlier.length))
    }
    return score
  })
  let best = 0
  scores.forEach((score, index) => {
    if (score < Math.min(scores[0]! * CLEARLY, scores[best]!)) best = index
  })
  return weigh(DECAYS[best]!, means.length)
}

function squaredError(actual: Float64Array, weeks: readonly Float64Array[], weights: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return actual.reduce((sum, value, slot) => {
    const expected = weeks.reduce((mean, week, age) => mean + (weights[age]! / total) * week[slot]!, 0)
    return sum + (value - expected) ** 2
  }, 0)
}

function staffingOf(weeks: readonly PastWeek[], weights: readonly number[], counts: SlotCounts): TypicalStaffing {
  const offsets = [0]
  const agents: number[] = []
  const shares: number[] = []
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const slots = weeks[0]?.length ?? 0
  for (let slot = 0; slot < slots; slot += 1) {
    const shareOf = new Map<number, number>()
    weeks.forEach((week, age) => {
      counts.visit(week[slot]!, (online, share) =>
        shareOf.set(online, (shareOf.get(online) ?? 0) + (share * weights[age]!) / total),
      )
    })
    for (const [online, share] of [...shareOf].toSorted(([a], [b]) => a - b)) {
      agents.push(online)
      shares.push(share)
    }
    offsets.push(agents.length)
  }
  return { offsets, agents, shares, weeks: weeks.length }
}

/** Numbers online as steps, asked slot by slot. */
class SlotCounts {
  readonly #points: readonly number[]
  readonly #counts: readonly number[]

  constructor(steps: AgentSteps, counts: readonly number[]) {
    this.#points = steps.points
    this.#counts = counts
  }

  /** Visits each number online in the quarter-hour from `start`, with its share of the time. */
  visit(start: number, receive: (online: number, share: number) => void): void {
    const end = start + SLOT_MS
    let step = this.#stepAt(start)
    for (let from = start; from < end; step += 1) {
      const to = Math.min(end, this.#points[step + 1] ?? Number.POSITIVE_INFINITY)
      if (to > from) receive(this.#counts[step] ?? 0, (to - from) / SLOT_MS)
      from = Math.max(from, to)
    }
  }

  mean(start: number): number {
    let mean = 0
    this.visit(start, (online, share) => (mean += online * share))
    return mean
  }

  #stepAt(instant: number): number {
    let low = 0
    let high = this.#points.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#points[middle]! <= instant) low = middle + 1
      else high = middle
    }
    return Math.max(0, low - 1)
  }
}

/** Mean number online at each slot. */
export function meanStaffing({ offsets, agents, shares }: TypicalStaffing): Float64Array {
  return Float64Array.from({ length: Math.max(0, offsets.length - 1) }, (_, slot) => {
    let mean = 0
    for (let index = offsets[slot]!; index < offsets[slot + 1]!; index += 1) mean += agents[index]! * shares[index]!
    return mean
  })
}

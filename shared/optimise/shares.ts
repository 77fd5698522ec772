import { type Interval, merge } from '../foundation/interval.ts'
import { MINUTE_MS } from '../foundation/minutes.ts'
import type { Shift } from '../plan/plan.ts'
import { intervalOf } from '../plan/planned-intervals.ts'
import { type Rules, rulesOf } from '../plan/rules/rules.ts'
import { fairnessOf, workedTimes } from '../plan/staffing/fairness.ts'
import { keptWishes, wishedHours, wishTimes, type WishTime } from '../plan/staffing/wishes.ts'
import { addDays, type LocalDateRange } from '../time/local.ts'
import type { SlotClock } from './slot-clock.ts'

/** What somebody worked before the week. */
export interface PastShare {
  readonly hours: number
  readonly unpopularHours: number
}

/** What a shift is to whoever works it. */
export interface ShiftWeight {
  readonly workedMinutes: number
  readonly breakMinutes: number
  readonly unpopularHours: number
  readonly worked: readonly Interval[]
}

/** Unpopular hours that somebody has more; negative: fewer. */
interface MoreHours {
  readonly agentId: string
  readonly hours: number
}

/** Who has how much of the unpopular hours. */
export interface Shares {
  /** null: the shift is of another week, or nothing is left of it. */
  readonly weightOf: (shift: Shift) => ShiftWeight | null
  /** How far agents are from their fair share on average, in hours; null: nobody works. */
  readonly spread: () => number | null
  /** Unpopular hours of an agent over the fair share; negative: under it. */
  readonly over: (agentId: string) => number
  /** How much better things are shared when agents have so many unpopular hours more, or fewer. */
  readonly gainOf: (more: readonly MoreHours[]) => number
  /** Hours of shifts at times that an agent asked for, less those at times that they would rather not work. */
  readonly wishedHours: (agentId: string, shifts: readonly Shift[]) => number
  readonly hasWishes: (agentId: string) => boolean
  /** Wishes of the week, and how many of them are kept when agents work these shifts. */
  readonly wishesOf: (shifts: readonly Shift[]) => { readonly all: number; readonly kept: number }
  readonly add: (agentId: string, hours: number) => void
  /** How far all agents are from their fair share together. */
  readonly distance: () => number
}

/** Far off counts a trifle more, so that of two ways to the same spread the one that helps those who are farthest off is taken. */
const SQUARES = 1e-4

/** The shares of the agents of a week, those of the weeks before included. */
export function createShares(
  shifts: readonly Shift[],
  {
    clock,
    rules,
    past,
  }: { readonly clock: SlotClock; readonly rules: Rules; readonly past: ReadonlyMap<string, PastShare> },
): Shares {
  const weights = new Map<string, ShiftWeight | null>()
  const weightOf = (shift: Shift): ShiftWeight | null => {
    const key = `${shift.id} ${shift.day} ${shift.startMinute}`
    const known = weights.get(key)
    if (known !== undefined) return known
    const weight = weightOfShift(shift, clock)
    weights.set(key, weight)
    return weight
  }
  const { firstDate, timeZone } = clock.clock
  const week: LocalDateRange = { from: firstDate, to: addDays(firstDate, 6), timeZone }
  const wishesOfAgent = new Map<string, readonly WishTime[]>()
  const wishesFor = (agentId: string): readonly WishTime[] => {
    const known = wishesOfAgent.get(agentId) ?? wishTimes(rulesOf(agentId, rules) ?? {}, week)
    wishesOfAgent.set(agentId, known)
    return known
  }
  const totals = new Map<string, { hours: number; unpopular: number }>()
  for (const shift of shifts) {
    const { agentId } = shift
    const weight = weightOf(shift)
    if (agentId === null || weight === null) continue
    const before = past.get(agentId)
    const total = totals.get(agentId) ?? { hours: before?.hours ?? 0, unpopular: before?.unpopularHours ?? 0 }
    total.hours += weight.workedMinutes / 60
    total.unpopular += weight.unpopularHours
    totals.set(agentId, total)
  }
  /** Unpopular hours that an hour of work owes. */
  const rate = (): number => {
    let [hours, unpopular] = [0, 0]
    for (const one of totals.values()) {
      hours += one.hours
      unpopular += one.unpopular
    }
    return hours === 0 ? 0 : unpopular / hours
  }
  let owed = rate()
  const over = (agentId: string): number => {
    const total = totals.get(agentId)
    return total === undefined ? 0 : total.unpopular - owed * total.hours
  }
  const distance = (): number => [...totals.keys()].reduce((sum, agentId) => sum + Math.abs(over(agentId)), 0)
  const far = (hoursOver: number): number => Math.abs(hoursOver) + SQUARES * hoursOver ** 2
  return {
    weightOf,
    spread: () => (totals.size === 0 ? null : distance() / totals.size),
    distance,
    over,
    gainOf: (more) =>
      more.reduce((sum, { agentId, hours }) => sum + far(over(agentId)) - far(over(agentId) + hours), 0),
    hasWishes: (agentId) => wishesFor(agentId).length > 0,
    wishedHours(agentId, own) {
      const wishes = wishesFor(agentId)
      if (wishes.length === 0) return 0
      return own.reduce((sum, shift) => sum + wishedHours(weightOf(shift)?.worked ?? [], wishes), 0)
    },
    wishesOf(own) {
      let [wishes, kept] = [0, 0]
      for (const [agentId, theirs] of Map.groupBy(own, (shift) => shift.agentId)) {
        if (agentId === null) continue
        const found = keptWishes(merge(theirs.flatMap((shift) => weightOf(shift)?.worked ?? [])), wishesFor(agentId))
        wishes += found.wishes
        kept += found.wishesKept
      }
      return { all: wishes, kept }
    },
    add(agentId, hours) {
      totals.get(agentId)!.unpopular += hours
      owed = rate()
    },
  }
}

function weightOfShift(shift: Shift, { clock, dayOf, localDay }: SlotClock): ShiftWeight | null {
  const day = dayOf(shift)
  const interval = day < 0 || day > 6 ? null : intervalOf(shift, localDay(day), clock)
  if (interval === null) return null
  const date = addDays(clock.firstDate, day)
  const worked = workedTimes([{ ...interval, agentId: shift.id }])
  // A shift belongs to its date, and may end two days later.
  const [share] = fairnessOf(worked, { from: date, to: addDays(date, 2), timeZone: clock.timeZone }).agents
  if (share === undefined) return null
  const breakMs = interval.breaks.reduce((sum, { start, end }) => sum + end - start, 0)
  return {
    workedMinutes: Math.round(share.hours * 60),
    breakMinutes: breakMs / MINUTE_MS,
    unpopularHours: share.unpopularHours,
    worked,
  }
}

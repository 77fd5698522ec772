import { HOUR_MS } from '../foundation/minutes.ts'
import { merge, totalWithin, type Interval } from '../foundation/interval.ts'
import { inactiveSince } from '../plan/inactive-agents.ts'
import type { Shift } from '../plan/plan.ts'
import { availableIntervals, daysOffIntervals } from '../plan/rules/availability.ts'
import { limitFor, rulesOf, workRuleFor, type Rules } from '../plan/rules/rules.ts'
import { timeOffNear } from '../plan/rules/time-off.ts'
import type { Violation, ViolationKind } from '../plan/rules/violation.ts'
import type { PlacedRange, SlotClock } from './slot-clock.ts'

/** What the dynamic programme knows of one person's rules, in slots. null: no limit. */
export interface PersonLimits {
  readonly maxUnits: number | null
  readonly minUnits: number
  readonly maxDays: number | null
  /** From the end of a shift to the start of the next: at least what keeps their presences apart. */
  readonly restSlots: number
  /** A rest of so many slots has to be in every week; null: none. */
  readonly longRestSlots: number | null
  /** Whether a shift may lie there: availability, days off, pool. */
  readonly mayWork: (range: PlacedRange) => boolean
}

/** Late leavers of one shift and early comers of the next are up to so far apart: shifts of an agent that are nearer are suggested to nobody. */
export const APART_SLOTS = 6
const SLOTS_PER_HOUR = 4

export interface LimitOptions {
  readonly rules: Rules
  readonly poolId: string | null
  readonly clock: SlotClock
  readonly keepsEveryRule: boolean
}

/** The week that somebody has, and what it breaks. */
export interface WeekAsPlanned {
  readonly agentId: string | null
  readonly shifts: readonly Shift[]
  readonly violations: readonly Violation[]
  readonly units: number
}

/** What a person may work: where the plan breaks a rule already, and that may stay so, no more than it does. */
export function personLimits(planned: WeekAsPlanned, options: LimitOptions): PersonLimits {
  const { agentId, violations, units } = planned
  const { rules, poolId, clock, keepsEveryRule } = options
  const hours = (name: Parameters<typeof limitFor>[1]): number | null => limitFor(agentId, name, rules)
  /** As bad as the plan has it now, where that may stay. */
  const accepted = <Kind extends ViolationKind>(kind: Kind): readonly Extract<Violation, { kind: Kind }>[] =>
    keepsEveryRule ? [] : violations.filter((one): one is Extract<Violation, { kind: Kind }> => one.kind === kind)
  const own = agentId === null ? undefined : rulesOf(agentId, rules)
  const available = own === undefined ? null : availableIntervals(own, clock.clock)
  const off = merge([
    ...(own === undefined ? [] : daysOffIntervals(own, clock.clock)),
    ...(agentId === null ? [] : timeOffNear(agentId, rules, clock.clock)),
  ])
  const servesPool = poolId === null || !own?.pools || own.pools.includes(poolId)
  // A repeated week is its own average.
  const average = agentId === null || clock.kind === 'dated' ? null : workRuleFor(agentId, 'averageHours', rules)
  const most = slotsOf(leastOf(hours('maxHoursPerWeek'), average?.hours ?? null), Math.floor)
  // Of somebody who leaves within the week, no whole week's work is owed.
  const isLeaving = inactiveSince(agentId, rules.inactive) < clock.clock.end
  const least = isLeaving ? 0 : (slotsOf(hours('minHoursPerWeek'), Math.ceil) ?? 0)
  const days = hours('maxConsecutiveDays')
  const row = accepted('too-many-days')
  const weekly = accepted('short-weekly-rest').map(({ ms }) => ms / HOUR_MS)
  const rest = Math.max(APART_SLOTS, slotsOf(hours('minRestHours'), Math.ceil) ?? 0)
  return {
    maxUnits: agentId === null || most === null ? null : keepsEveryRule ? most : Math.max(most, Math.ceil(units)),
    minUnits: agentId === null ? 0 : keepsEveryRule ? least : Math.min(least, Math.floor(units)),
    maxDays:
      agentId === null || row.some(({ isEndless }) => isEndless)
        ? null
        : row.reduce<number | null>((longest, { count }) => Math.max(longest ?? 0, count), days),
    restSlots: keepsEveryRule ? rest : Math.min(rest, Math.max(0, shortestRest(planned.shifts, clock))),
    longRestSlots:
      agentId === null
        ? null
        : slotsOf(leastOf(hours('minWeeklyRestHours'), weekly.length === 0 ? null : Math.min(...weekly)), Math.ceil),
    mayWork: (range) => servesPool && isWithin(range, available) && totalWithin(off, range.start, range.end) === 0,
  }
}

/** Of two limits the stricter one; null: there is none. */
function leastOf(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other)
}

function slotsOf(hours: number | null, round: (value: number) => number): number | null {
  // A limit of 37.6 hours is not on the grid; one of 37.5 must not be lost to rounding.
  return hours === null ? null : round(hours * SLOTS_PER_HOUR + (round === Math.floor ? 1e-9 : -1e-9))
}

function isWithin({ start, end }: Interval, available: readonly Interval[] | null): boolean {
  return available === null || totalWithin(available, start, end) === end - start
}

/** Between shifts of different days of the week, in slots; Infinity with fewer than two. */
function shortestRest(shifts: readonly Shift[], clock: SlotClock): number {
  const intervals = shifts
    .flatMap((shift) => clock.intervalOf(shift) ?? [])
    .toSorted((one, other) => one.startAt - other.startAt)
  let shortest = Number.POSITIVE_INFINITY
  for (let index = 1; index < intervals.length; index += 1)
    shortest = Math.min(shortest, intervals[index]!.startAt - intervals[index - 1]!.endAt)
  return shortest
}

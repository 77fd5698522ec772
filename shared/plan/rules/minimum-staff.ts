import { type Interval, merge, subtract } from '../../foundation/interval.ts'
import { MINUTE_MS } from '../../foundation/minutes.ts'
import { dayOfWeekOfDay } from '../../time/local.ts'
import { inactiveSince } from '../inactive-agents.ts'
import type { PlannedInterval } from '../plan.ts'
import { workedIntervals } from '../planned-intervals.ts'
import { instantOnClock, type WeekClock } from '../week-clock.ts'
import type { MinimumStaff } from './rule-types.ts'
import { rulesOf, type Rules } from './rules.ts'
import { timeOffNear } from './time-off.ts'
import type { Violation } from './violation.ts'

/** When fewer people are planned than there have to be; instants. */
export interface StaffGap extends Interval {
  readonly poolId: string | null
  readonly people: number
  readonly needed: number
}

/** People who are needed at least; instants. */
export interface StaffLevel extends Interval {
  readonly people: number
}

interface StaffContext {
  readonly rules: Rules
  readonly clock: WeekClock
  /** Of the plan; a rule for another pool does not concern it. */
  readonly poolId: string | null
}

/**
 * How many people a plan needs in a week at least, by pool: apart and in order, cut at the week's edges; where rules overlap the most
 * counts. An hour that the clock skips needs nobody, one that it repeats needs them twice.
 */
export function minimumStaffLevels({
  rules,
  clock,
  poolId,
}: StaffContext): ReadonlyMap<string | null, readonly StaffLevel[]> {
  const own = (rules.plan.minimumStaff ?? []).filter((rule) => rule.people > 0 && concerns(rule, poolId))
  return new Map(
    [...Map.groupBy(own, (rule) => rule.poolId)].map(([pool, ofPool]) => [
      pool,
      highest(ofPool.flatMap((rule) => levelsOf(rule, clock))),
    ]),
  )
}

/** When somebody is at work: apart and in order. */
export interface AtWork {
  readonly agentId: string
  readonly atWork: readonly Interval[]
}

/** Where fewer people are at work in a week than have to be, by pool and then by time. Open shifts are nobody. */
export function staffGaps(people: readonly AtWork[], context: StaffContext): readonly StaffGap[] {
  const gaps: StaffGap[] = []
  for (const [pool, levels] of minimumStaffLevels(context)) {
    const { starts, ends } = comingsAndGoings(people.filter(({ agentId }) => serves(agentId, pool, context.rules)))
    let [started, ended] = [0, 0]
    for (const level of levels) {
      let at = level.start
      while (at < level.end) {
        while (started < starts.length && starts[started]! <= at) started++
        while (ended < ends.length && ends[ended]! <= at) ended++
        const count = started - ended
        const until = Math.min(level.end, starts[started] ?? level.end, ends[ended] ?? level.end)
        if (count < level.people)
          addGap(gaps, { poolId: pool, start: at, end: until, people: count, needed: level.people })
        at = until
      }
    }
  }
  return gaps
}

/** When somebody is at work: not on a break, away or deactivated; booked twice they are one person. */
export function whenAtWork(
  agentId: string,
  own: readonly PlannedInterval[],
  { rules, clock }: Pick<StaffContext, 'rules' | 'clock'>,
): readonly Interval[] {
  const since = inactiveSince(agentId, rules.inactive)
  return subtract(merge(workedIntervals(own)), timeOffNear(agentId, rules, clock)).flatMap(({ start, end }) =>
    start < since ? [{ start, end: Math.min(end, since) }] : [],
  )
}

function serves(agentId: string, pool: string | null, rules: Rules): boolean {
  const pools = rulesOf(agentId, rules)?.pools
  return pool === null || !pools || pools.includes(pool)
}

/** Sorted as plain numbers: hundreds of people are sorted again with every edit. */
function comingsAndGoings(people: readonly AtWork[]): { readonly starts: Float64Array; readonly ends: Float64Array } {
  const count = people.reduce((sum, { atWork }) => sum + atWork.length, 0)
  const starts = new Float64Array(count)
  const ends = new Float64Array(count)
  let index = 0
  for (const { atWork } of people) {
    for (const { start, end } of atWork) {
      starts[index] = start
      ends[index++] = end
    }
  }
  return { starts: starts.sort(), ends: ends.sort() }
}

/** Gaps as violations: those of a pool that follow one another without a pause are one. */
export function staffViolations(
  gaps: readonly StaffGap[],
  { rules }: Pick<StaffContext, 'rules'>,
): readonly Violation[] {
  const severalPools = new Set((rules.plan.minimumStaff ?? []).map(({ poolId }) => poolId)).size > 1
  return joined(gaps).map((parts) => {
    const [first, last] = [parts[0]!, parts.at(-1)!]
    const worst = parts.reduce((one, other) => (other.needed - other.people > one.needed - one.people ? other : one))
    const by = parts.reduce(
      (sum, { start, end, needed, people }) => sum + ((end - start) / MINUTE_MS) * (needed - people),
      0,
    )
    return {
      kind: 'under-staffed',
      agentId: null,
      shiftIds: [],
      by,
      start: first.start,
      end: last.end,
      people: worst.people,
      needed: worst.needed,
      isFewest: parts.length > 1,
      poolId: severalPools ? first.poolId : null,
    }
  })
}

function joined(gaps: readonly StaffGap[]): readonly (readonly StaffGap[])[] {
  const groups: StaffGap[][] = []
  for (const gap of gaps) {
    const before = groups.at(-1)?.at(-1)
    if (before !== undefined && before.end === gap.start && before.poolId === gap.poolId) groups.at(-1)!.push(gap)
    else groups.push([gap])
  }
  return groups
}

/** Whether a rule holds in a plan of a pool; null: of all pools. */
export function concerns(rule: Pick<MinimumStaff, 'poolId'>, poolId: string | null): boolean {
  return poolId === null || rule.poolId === null || rule.poolId === poolId
}

function levelsOf(
  { dayOfWeek, startMinute, endMinute, people }: MinimumStaff,
  clock: WeekClock,
): readonly StaffLevel[] {
  const levels: StaffLevel[] = []
  // One that begins the day before the week may reach into it.
  for (let day = clock.firstDay - 1; day < clock.firstDay + 7; day++) {
    if (dayOfWeekOfDay(day) !== dayOfWeek) continue
    const start = Math.max(clock.start, instantOnClock(clock, day, startMinute))
    const end = Math.min(clock.end, instantOnClock(clock, day, endMinute))
    if (end > start) levels.push({ start, end, people })
  }
  return levels
}

/** Levels apart and in order: at each instant the highest. */
function highest(levels: readonly StaffLevel[]): readonly StaffLevel[] {
  const result: StaffLevel[] = []
  let covered: readonly Interval[] = []
  for (const level of levels.toSorted((one, other) => other.people - one.people)) {
    result.push(...subtract([level], covered).map((part) => ({ ...part, people: level.people })))
    covered = merge([...covered, level])
  }
  return result.sort((one, other) => one.start - other.start)
}

/** Gaps that go on as before are one. */
function addGap(gaps: StaffGap[], gap: StaffGap): void {
  const last = gaps.at(-1)
  const goesOn =
    last !== undefined &&
    last.end === gap.start &&
    last.poolId === gap.poolId &&
    last.people === gap.people &&
    last.needed === gap.needed
  if (goesOn) gaps[gaps.length - 1] = { ...last, end: gap.end }
  else gaps.push(gap)
}

import { MINUTE_MS } from '../../shared/foundation/minutes.ts'
import { dayInWeek, firstDayOf, instantOf } from './wall-clock.ts'
import type { Randomness } from './random.ts'
import type { Habits, World, WorldShift } from './world.ts'

/** Instants [start, end). */
export interface Interval {
  readonly start: number
  readonly end: number
}

/** What an agent really did: online (as sessions record it) and, of that, at the desk. Apart and in order. */
export interface AgentPresence {
  readonly online: readonly Interval[]
  readonly atDesk: readonly Interval[]
}

interface Weeks {
  readonly from: number
  readonly to: number
  readonly shiftsOf: (week: number) => readonly WorldShift[]
  readonly random: Randomness
  /** Days before the first week, on which its own shifts are worked too. */
  readonly runUpDays?: number
}

/** Everybody's presence over some weeks, by index of the agent. */
export function presenceOf(
  world: World,
  { from, to, shiftsOf, random, runUpDays = 0 }: Weeks,
): readonly AgentPresence[] {
  const online: Interval[][] = world.agents.map(() => [])
  const away: Interval[][] = world.agents.map(() => [])
  let absenceOdds: number | null = null
  const work = (shift: WorldShift, day: number): void => {
    const { habits } = world.agents[shift.agent]!
    const intervals = workedShift({
      shift,
      day,
      habits: absenceOdds === null ? habits : { ...habits, noShow: 1 / (1 + Math.exp(-absenceOdds)) },
      timeZone: world.timeZone,
      random,
    })
    online[shift.agent]!.push(...intervals.online)
    away[shift.agent]!.push(...intervals.away)
  }
  for (let week = from; week < to; week += 1) {
    const first = firstDayOf(world, week)
    const { weeksOff, absence } = world.quirks
    const off = new Set(weeksOff === 0 ? [] : [...world.agents.keys()].filter(() => random.chance(weeksOff)))
    absenceOdds =
      absence === null ? null : Math.log(absence.chance / (1 - absence.chance)) + random.normal(0, absence.spread)
    const shifts = shiftsOf(week).filter(({ agent }) => !off.has(agent))
    for (let offset = week === from ? -runUpDays : 0; offset < 7; offset += 1) {
      for (const shift of shifts)
        if (dayInWeek(world, shift.dayOfWeek) === (offset + 7) % 7) work(shift, first + offset)
    }
  }
  return world.agents.map((_, agent) => {
    const merged = union(online[agent]!)
    return { online: merged, atDesk: without(merged, union(away[agent]!)) }
  })
}

interface Turn {
  readonly shift: WorldShift
  readonly day: number
  readonly habits: Habits
  readonly timeZone: string
  readonly random: Randomness
}

function workedShift({ shift, day, habits, timeZone, random }: Turn): {
  readonly online: readonly Interval[]
  readonly away: readonly Interval[]
} {
  if (random.chance(habits.noShow)) return { online: [], away: [] }
  const at = (minute: number): number => instantOf(day, minute, timeZone)
  const late = random.normal(habits.late, 3) + (random.chance(habits.tardy) ? random.exponential(30) : 0)
  const early = random.normal(habits.early, 4) + (random.chance(habits.leaves) ? random.between(30, 90) : 0)
  const whole = {
    start: at(shift.startMinute) + Math.max(late, -10) * MINUTE_MS,
    end: at(shift.endMinute) - Math.max(early, -15) * MINUTE_MS,
  }
  if (whole.end <= whole.start) return { online: [], away: [] }
  const off: Interval[] = []
  const away: Interval[] = []
  for (const rest of shift.breaks) {
    const start = at(rest.startMinute) + random.normal(2, 5) * MINUTE_MS
    const planned = (rest.endMinute - rest.startMinute) * MINUTE_MS
    const interval = {
      start,
      end: start + Math.max(0.4 * planned, planned + random.normal(habits.breakOverrun, 4) * MINUTE_MS),
    }
    if (random.chance(habits.signsOffForBreaks)) off.push(interval)
    else away.push(interval)
  }
  if (habits.dropsEvery > 0) {
    for (
      let at = whole.start + random.exponential(habits.dropsEvery) * MINUTE_MS;
      at < whole.end;
      at += random.exponential(habits.dropsEvery) * MINUTE_MS
    ) {
      off.push({ start: at, end: at + random.between(0.5, 6) * MINUTE_MS })
    }
  }
  if (habits.awayFor > 0) {
    let at = whole.start + random.exponential(habits.awayEvery) * MINUTE_MS
    while (at < whole.end) {
      const end = at + random.exponential(habits.awayFor) * MINUTE_MS
      away.push({ start: at, end })
      at = end + random.exponential(habits.awayEvery) * MINUTE_MS
    }
  }
  return { online: without([whole], union(off)), away }
}

/** Intervals as a set: apart, in order, on whole milliseconds. */
export function union(intervals: readonly Interval[]): readonly Interval[] {
  const merged: Interval[] = []
  for (const interval of intervals.toSorted((a, b) => a.start - b.start)) {
    const start = Math.round(interval.start)
    const end = Math.round(interval.end)
    if (end <= start) continue
    const last = merged.at(-1)
    if (last !== undefined && start <= last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, end) }
    else merged.push({ start, end })
  }
  return merged
}

/** What of a set of intervals is outside of another. */
export function without(intervals: readonly Interval[], holes: readonly Interval[]): readonly Interval[] {
  const left: Interval[] = []
  let hole = 0
  for (const interval of union(intervals)) {
    let { start } = interval
    while (hole < holes.length && holes[hole]!.end <= start) hole += 1
    for (let next = hole; next < holes.length && holes[next]!.start < interval.end; next += 1) {
      if (holes[next]!.start > start) left.push({ start, end: holes[next]!.start })
      start = Math.max(start, holes[next]!.end)
    }
    if (start < interval.end) left.push({ start, end: interval.end })
  }
  return left
}

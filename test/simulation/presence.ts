import { dayInWeek, firstDayOf, instantOf } from './wall-clock.ts'
import type { Randomness } from './random.ts'
import type { Habits, World, WorldShift } from './world.ts'

const MINUTE = 60_000

/** Instants [start, end). */
export interface Spell {
  readonly start: number
  readonly end: number
}

/** What an agent really did: online (as sessions record it) and, of that, at the desk. Apart and in order. */
export interface AgentPresence {
  readonly online: readonly Spell[]
  readonly atDesk: readonly Spell[]
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
export function presenceOf(world: World, { from, to, shiftsOf, random, runUpDays = 0 }: Weeks): readonly AgentPresence[] {
  const online: Spell[][] = world.agents.map(() => [])
  const away: Spell[][] = world.agents.map(() => [])
  const work = (shift: WorldShift, day: number): void => {
    const spells = workedShift({ shift, day, habits: world.agents[shift.agent]!.habits, timeZone: world.timeZone, random })
    online[shift.agent]!.push(...spells.online)
    away[shift.agent]!.push(...spells.away)
  }
  for (let week = from; week < to; week += 1) {
    const first = firstDayOf(world, week)
    const shifts = shiftsOf(week)
    for (let offset = week === from ? -runUpDays : 0; offset < 7; offset += 1) {
      for (const shift of shifts) if (dayInWeek(world, shift.dayOfWeek) === (offset + 7) % 7) work(shift, first + offset)
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

function workedShift({ shift, day, habits, timeZone, random }: Turn): { readonly online: readonly Spell[]; readonly away: readonly Spell[] } {
  if (random.chance(habits.noShow)) return { online: [], away: [] }
  const at = (minute: number): number => instantOf(day, minute, timeZone)
  const late = random.normal(habits.late, 3) + (random.chance(habits.tardy) ? random.exponential(30) : 0)
  const early = random.normal(habits.early, 4) + (random.chance(habits.leaves) ? random.between(30, 90) : 0)
  const whole = { start: at(shift.startMinute) + Math.max(late, -10) * MINUTE, end: at(shift.endMinute) - Math.max(early, -15) * MINUTE }
  if (whole.end <= whole.start) return { online: [], away: [] }
  const off: Spell[] = []
  const away: Spell[] = []
  for (const rest of shift.breaks) {
    const start = at(rest.startMinute) + random.normal(2, 5) * MINUTE
    const planned = (rest.endMinute - rest.startMinute) * MINUTE
    const spell = { start, end: start + Math.max(0.4 * planned, planned + random.normal(habits.breakOverrun, 4) * MINUTE) }
    if (random.chance(habits.signsOffForBreaks)) off.push(spell)
    else away.push(spell)
  }
  if (habits.dropsEvery > 0) {
    for (let at = whole.start + random.exponential(habits.dropsEvery) * MINUTE; at < whole.end; at += random.exponential(habits.dropsEvery) * MINUTE) {
      off.push({ start: at, end: at + random.between(0.5, 6) * MINUTE })
    }
  }
  if (habits.awayFor > 0) {
    let at = whole.start + random.exponential(habits.awayEvery) * MINUTE
    while (at < whole.end) {
      const end = at + random.exponential(habits.awayFor) * MINUTE
      away.push({ start: at, end })
      at = end + random.exponential(habits.awayEvery) * MINUTE
    }
  }
  return { online: without([whole], union(off)), away }
}

/** Spells as a set: apart, in order, on whole milliseconds. */
export function union(spells: readonly Spell[]): readonly Spell[] {
  const merged: Spell[] = []
  for (const spell of spells.toSorted((a, b) => a.start - b.start)) {
    const start = Math.round(spell.start)
    const end = Math.round(spell.end)
    if (end <= start) continue
    const last = merged.at(-1)
    if (last !== undefined && start <= last.end) merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, end) }
    else merged.push({ start, end })
  }
  return merged
}

/** What of a set of spells is outside of another. */
export function without(spells: readonly Spell[], holes: readonly Spell[]): readonly Spell[] {
  const left: Spell[] = []
  let hole = 0
  for (const spell of union(spells)) {
    let { start } = spell
    while (hole < holes.length && holes[hole]!.end <= start) hole += 1
    for (let next = hole; next < holes.length && holes[next]!.start < spell.end; next += 1) {
      if (holes[next]!.start > start) left.push({ start, end: holes[next]!.start })
      start = Math.max(start, holes[next]!.end)
    }
    if (start < spell.end) left.push({ start, end: spell.end })
  }
  return left
}

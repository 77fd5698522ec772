import { Randomness } from './random.ts'
import type { World, WorldShift } from './world.ts'

/** What a planner might try. `unchanged` is the roster as it goes on. */
export const SCHEDULES = [
  'unchanged',
  'a third fewer',
  'an hour later',
  'new Saturday',
  'halved',
  'doubled',
  'empty day',
] as const

export type ScheduleName = (typeof SCHEDULES)[number]

/** Everybody's shifts of the week under a schedule. Whom it is about is decided by the world's seed. */
export function shiftsUnder(world: World, schedule: ScheduleName): readonly WorldShift[] {
  const all = world.shiftsOf(world.weeks)
  const planned = all.filter((shift) => isPlanned(world, shift))
  return [...changed(world, planned, schedule), ...all.filter((shift) => !isPlanned(world, shift))]
}

/** Whether plans of this world are about a shift. */
export function isPlanned({ agents, planPool }: World, { agent }: WorldShift): boolean {
  return planPool === null || agents[agent]!.pools.includes(planPool)
}

function changed(world: World, base: readonly WorldShift[], schedule: ScheduleName): readonly WorldShift[] {
  const random = new Randomness(`${world.seed} ${schedule}`)
  switch (schedule) {
    case 'unchanged':
      return base
    case 'a third fewer': {
      const left = new Set(chosen(agentsOf(base), 2 / 3, random))
      return base.filter(({ agent }) => left.has(agent))
    }
    case 'an hour later':
      return base.map((shift) => moved(shift, 60))
    case 'new Saturday':
      return [...base, ...saturdayShifts(base, random)]
    case 'halved':
      return base.map(firstHalf)
    case 'doubled':
      return [...base, ...base.map((shift) => doubleOf(world, shift, shift.agent % 2 === 0 ? 'newcomer' : 'open'))]
    case 'empty day':
      return base.filter(({ dayOfWeek }) => dayOfWeek !== 3)
    default:
      throw new Error(`No such schedule: ${String(schedule satisfies never)}`)
  }
}

function agentsOf(shifts: readonly WorldShift[]): readonly number[] {
  return [...new Set(shifts.map(({ agent }) => agent))].toSorted((a, b) => a - b)
}

/** A share of some agents, at least one and not all, drawn without favour. */
function chosen(agents: readonly number[], share: number, random: Randomness): readonly number[] {
  const order = agents.map((agent) => ({ agent, key: random.uniform() })).toSorted((a, b) => a.key - b.key)
  const count = Math.min(Math.max(1, Math.round(agents.length * share)), Math.max(1, agents.length - 1))
  return order.slice(0, count).map(({ agent }) => agent)
}

function moved(shift: WorldShift, minutes: number): WorldShift {
  const by = <T extends { readonly startMinute: number; readonly endMinute: number }>(times: T): T => ({
    ...times,
    startMinute: times.startMinute + minutes,
    endMinute: times.endMinute + minutes,
  })
  const later = { ...by(shift), breaks: shift.breaks.map(by) }
  if (later.startMinute < 1440) return later
  const tomorrow = moved(later, -1440)
  return { ...tomorrow, dayOfWeek: (shift.dayOfWeek + 1) % 7 }
}

/** A third of those who have Saturdays off work 10 to 16 on it, with their usual break where it lies in between. */
function saturdayShifts(base: readonly WorldShift[], random: Randomness): readonly WorldShift[] {
  const busyOnSaturday = new Set(
    base
      .filter(({ dayOfWeek }) => dayOfWeek === 6 || dayOfWeek === 5)
      .filter((shift) => shift.dayOfWeek === 6 || shift.endMinute > 1440)
      .map(({ agent }) => agent),
  )
  const free = agentsOf(base).filter((agent) => !busyOnSaturday.has(agent))
  return chosen(free, 1 / 3, random).map((agent) => ({
    agent,
    dayOfWeek: 6,
    startMinute: 600,
    endMinute: 960,
    breaks: [{ startMinute: 765, endMinute: 795 }],
  }))
}

function firstHalf(shift: WorldShift): WorldShift {
  const half = Math.round((shift.endMinute - shift.startMinute) / 30) * 15
  const endMinute = shift.startMinute + Math.max(15, half)
  return { ...shift, endMinute, breaks: shift.breaks.filter((rest) => rest.endMinute < endMinute) }
}

/** The same shift, worked by somebody the history has never seen; people take turns with their breaks. */
function doubleOf(world: World, shift: WorldShift, shownAs: 'open' | 'newcomer'): WorldShift {
  const breaks = shift.breaks.map((rest) => {
    const minutes = rest.endMinute + 120 <= shift.endMinute ? 60 : -60
    return { startMinute: rest.startMinute + minutes, endMinute: rest.endMinute + minutes }
  })
  return { ...shift, breaks, agent: shift.agent + world.agents.length / 2, shownAs }
}

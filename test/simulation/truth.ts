import { coverageFraction } from '../../shared/foundation/rate.ts'
import { SLOT_MS, SLOTS_PER_WEEK } from '../../shared/time/slots.ts'
import { weekLevels, rateOf } from './demand.ts'
import { type Events, onlineHours, replayWeek, type Totals, totalsOf } from './replay.ts'
import { isPlanned } from './schedules.ts'
import { weeksSpan } from './wall-clock.ts'
import type { TypicalStaffing } from '../../shared/predict/types.ts'
import type { World, WorldShift } from './world.ts'

/** What really comes of a schedule, over many futures of the same week. Rates 0-1. */
export interface Truth {
  /** Each future's visitors and covered ones of the pool that plans are about, or of all. */
  readonly weeks: readonly Totals[]
  /** Mean coverage rate, and how far single weeks stray from it. */
  readonly rate: number
  readonly deviation: number
  readonly visitors: number
  /** Hours that the planned people are online, and at the desk. */
  readonly onlineHours: number
  readonly deskHours: number
  /** By pool: for each quarter-hour of the week, how many who serve it are online. */
  readonly staffing: readonly TypicalStaffing[]
}

/** Replays a week under some shifts as often as asked. */
export function truthOf(
  world: World,
  shifts: readonly WorldShift[],
  { name, replays }: { readonly name: string; readonly replays: number },
): Truth {
  const futures = Array.from({ length: replays }, (_, replay) => replayWeek(world, shifts, `${name} ${replay}`))
  const weeks = futures.map((events) => totalsOf(events, world.planPool ?? undefined))
  const rates = weeks.map((totals) => coverageFraction(totals, 1))
  const planned = new Set(shifts.filter((shift) => isPlanned(world, shift)).map(({ agent }) => agent))
  return {
    weeks,
    rate: mean(rates),
    deviation: deviation(rates),
    visitors: mean(weeks.map(({ visitors }) => visitors)),
    onlineHours: mean(futures.map((events) => onlineHours(events, planned))),
    deskHours: mean(futures.map((events) => deskHours(events, planned))),
    staffing: world.pools.map((_, pool) => staffingOf(world, futures, pool)),
  }
}

/** Visitors expected in each quarter-hour of the week to predict, by pool, by whoever knew all that the past can tell. */
export function expectedVisitors(world: World): readonly Float64Array[] {
  const { weekMemory, weekNoise } = world.demand
  const { bursts } = world.quirks
  const ofBursts = bursts === null ? 1 : 1 + ((bursts.factor - 1) * bursts.perWeek) / SLOTS_PER_WEEK
  const level =
    Math.exp(weekMemory * weekLevels(world).at(-1)! + (weekNoise ** 2 * (1 - weekMemory ** 2)) / 2) * ofBursts
  const { start, end } = weeksSpan(world, world.weeks, world.weeks + 1)
  const rate = rateOf(world)
  return world.pools.map((_, pool) =>
    Float64Array.from(
      { length: Math.round((end - start) / SLOT_MS) },
      (_unused, slot) => level * rate(start + slot * SLOT_MS, pool, world.weeks),
    ),
  )
}

/** Share of the online time of everybody in the history that is spent at the desk. */
export function deskShare(events: Events): number {
  return deskHours(events, null) / onlineHours(events)
}

function deskHours({ presence, start, end }: Events, agents: ReadonlySet<number> | null): number {
  const desk = presence.map(({ atDesk }) => ({ online: atDesk, atDesk }))
  return onlineHours({ presence: desk, start, end }, agents ?? undefined)
}

function staffingOf(world: World, futures: readonly Events[], pool: number): TypicalStaffing {
  const serves = world.agents.map(
    (agent) => world.pools[pool]!.id === null || !world.membershipKnown || agent.pools.includes(pool),
  )
  const { start, end } = weeksSpan(world, world.weeks, world.weeks + 1)
  const slots = Math.round((end - start) / SLOT_MS)
  const shares: Map<number, number>[] = Array.from({ length: slots }, () => new Map())
  for (const { presence } of futures) {
    // Minute by minute is close enough: people come and go some ten times a day.
    const online = new Int16Array(slots * 15)
    for (const [agent, intervals] of presence.entries()) {
      if (!serves[agent]) continue
      for (const interval of intervals.online) {
        const from = Math.max(0, Math.round((interval.start - start) / 60_000))
        const to = Math.min(online.length, Math.round((interval.end - start) / 60_000))
        for (let minute = from; minute < to; minute += 1) online[minute]! += 1
      }
    }
    for (let minute = 0; minute < online.length; minute += 1) {
      const slot = shares[Math.floor(minute / 15)]!
      slot.set(online[minute]!, (slot.get(online[minute]!) ?? 0) + 1 / (15 * futures.length))
    }
  }
  const offsets = [0]
  for (const slot of shares) offsets.push(offsets.at(-1)! + slot.size)
  return {
    offsets,
    agents: shares.flatMap((slot) => [...slot.keys()]),
    shares: shares.flatMap((slot) => [...slot.values()]),
    weeks: futures.length,
  }
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

export function deviation(values: readonly number[]): number {
  const center = mean(values)
  return Math.sqrt(values.reduce((sum, value) => sum + (value - center) ** 2, 0) / Math.max(1, values.length - 1))
}

import { DAY_MS } from '../../shared/foundation/minutes.ts'
import { dayOfWeekOfDay } from '../../shared/time/local.ts'
import { SLOT_MS, SLOTS_PER_WEEK } from '../../shared/time/slots.ts'
import { offsetAt } from '../../shared/time/zone.ts'
import { Randomness } from './random.ts'
import { firstDayOf, weeksSpan } from './wall-clock.ts'
import type { World } from './world.ts'

/** Visitors as they come, in order of time. */
export interface Arrivals {
  /** Epoch milliseconds. */
  readonly at: Float64Array
  /** Index into the world's pools. */
  readonly pool: Uint8Array
}

/** The week factors' logarithms of the history: the only thing that the past says about the level of the week to come. */
export function weekLevels(world: World): Float64Array {
  const random = new Randomness(`${world.seed} levels`)
  const levels = new Float64Array(world.weeks)
  let level = random.normal(0, world.demand.weekNoise)
  for (let week = 0; week < world.weeks; week += 1) {
    levels[week] = level
    level = nextLevel(world, level, random)
  }
  return levels
}

function nextLevel({ demand }: World, level: number, random: Randomness): number {
  return demand.weekMemory * level + random.normal(0, demand.weekNoise * Math.sqrt(1 - demand.weekMemory ** 2))
}

/** Visitors of the whole history. */
export function historyArrivals(world: World): Arrivals {
  const random = new Randomness(`${world.seed} arrivals`)
  const levels = weekLevels(world)
  return arrivalsOf(world, { from: 0, to: world.weeks, levels: (week) => levels[week]!, random })
}

/** Visitors of the week after the history, from the evening before it on: one of the futures that the history leaves open. */
export function futureArrivals(world: World, random: Randomness): Arrivals {
  const last = weekLevels(world).at(-1)!
  const level = nextLevel(world, last, random)
  return arrivalsOf(world, { from: world.weeks, to: world.weeks + 1, levels: () => level, random, runUpDays: 1 })
}

interface Stretch {
  readonly from: number
  readonly to: number
  readonly levels: (week: number) => number
  readonly random: Randomness
  /** Days before it, so that nobody begins the stretch idle who would not be. */
  readonly runUpDays?: number
}

function arrivalsOf(world: World, { from, to, levels, random, runUpDays = 0 }: Stretch): Arrivals {
  const span = weeksSpan(world, from, to)
  const rate = rateOf(world)
  const { bursts } = world.quirks
  const times: number[] = []
  const pools: number[] = []
  let day = Number.NaN
  let hour = Number.NaN
  let dayFactor = 1
  let hourFactor = 1
  for (let slot = span.start - runUpDays * DAY_MS; slot < span.end; slot += SLOT_MS) {
    const wall = slot + offsetAt(slot, world.timeZone)
    const wallDay = Math.floor(wall / DAY_MS)
    const wallHour = Math.floor((wall - wallDay * DAY_MS) / 3_600_000)
    if (wallDay !== day) dayFactor = random.factor(world.demand.dayNoise)
    if (wallHour !== hour || wallDay !== day) hourFactor = random.factor(world.demand.hourNoise)
    day = wallDay
    hour = wallHour
    const week = Math.max(from, Math.floor((wallDay - firstDayOf(world, 0)) / 7))
    const burst = bursts === null || !random.chance(bursts.perWeek / SLOTS_PER_WEEK) ? 1 : bursts.factor
    const level = Math.exp(levels(week)) * dayFactor * hourFactor * spikeOn(world, wallDay) * burst
    for (let pool = 0; pool < world.pools.length; pool += 1) {
      const count = random.poisson(rate(slot, pool, week) * level)
      for (let index = 0; index < count; index += 1) {
        times.push(slot + Math.floor(random.uniform() * SLOT_MS))
        pools.push(pool)
      }
    }
  }
  const order = Uint32Array.from(times.keys()).sort((a, b) => times[a]! - times[b]!)
  return {
    at: Float64Array.from(order, (index) => times[index]!),
    pool: Uint8Array.from(order, (index) => pools[index]!),
  }
}

function spikeOn(world: World, day: number): number {
  const { spike } = world.quirks
  return spike !== null && day === firstDayOf(world, 0) + spike.day ? spike.factor : 1
}

/** Day number of the known day in the week to predict: its busiest working day. */
export function knownDayOf(world: World): number {
  const first = firstDayOf(world, world.weeks)
  const week = Array.from({ length: 7 }, (_, offset) => first + offset)
  return week.reduce((busiest, day) =>
    world.demand.days[dayOfWeekOfDay(day)]! > world.demand.days[dayOfWeekOfDay(busiest)]! ? day : busiest,
  )
}

/** All days of its name, that of the week to predict among them. */
export function knownDaysOf(world: World): readonly number[] {
  const { knownDay } = world.quirks
  if (knownDay === null) return []
  const day = knownDayOf(world)
  return knownDay.weeksBefore === null ? [day] : [day - 7 * knownDay.weeksBefore, day]
}

/** Visitors expected in the quarter-hour that begins at an instant, before week, day and hour factors. */
export function rateOf(world: World): (slot: number, pool: number, week: number) => number {
  const knownDays = new Set(knownDaysOf(world))
  const knownFactor = world.quirks.knownDay?.factor ?? 1
  const { hours, weekendHours, days, weeklyVisits, trend } = world.demand
  const perPool = world.pools.map(({ share, hoursLater }) => {
    const shape = Float64Array.from({ length: (7 * 1440) / 15 }, (_, index) => {
      const dayOfWeek = Math.floor(index / 96)
      const weights = dayOfWeek === 0 || dayOfWeek === 6 ? weekendHours : hours
      return days[dayOfWeek]! * (interpolated(weights, (index % 96) / 4 - hoursLater) / mean(weights))
    })
    const total = shape.reduce((sum, weight) => sum + weight, 0)
    return shape.map((weight) => (weight / total) * weeklyVisits * share)
  })
  return (slot, pool, week) => {
    const wall = slot + offsetAt(slot, world.timeZone)
    const wallDay = Math.floor(wall / DAY_MS)
    const quarter = Math.floor((wall - wallDay * DAY_MS) / SLOT_MS)
    const jump = week >= world.weeks - 1 ? world.quirks.jump : 1
    return (
      perPool[pool]![dayOfWeekOfDay(wallDay) * 96 + quarter]! *
      (1 + trend) ** (week - world.weeks) *
      jump *
      (knownDays.has(wallDay) ? knownFactor : 1)
    )
  }
}

/** The weight at an hour of the day, smoothly from the middle of one hour to the middle of the next. */
function interpolated(weights: readonly number[], hour: number): number {
  const place = (((hour + 0.125 - 0.5) % 24) + 24) % 24
  const before = Math.floor(place)
  const part = place - before
  return weights[before]! * (1 - part) + weights[(before + 1) % 24]! * part
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

import { coverageFraction } from '../../shared/foundation/rate.ts'
import { liveHistory, totalsOf } from './replay.ts'
import { Randomness } from './random.ts'
import { EVERY_DAY, staffOf, WEEKDAYS, type Discipline, type Post } from './roster.ts'
import { poolId, SHAPES } from './worlds.ts'
import { NO_QUIRKS, type ServiceTimes, type SiteKind, type World, type WorldPool } from './world.ts'

const ZONES = [
  'America/New_York',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Australia/Adelaide',
  'America/Sao_Paulo',
  'Africa/Cairo',
  'UTC',
  'Asia/Tokyo',
  'America/St_Johns',
  'Pacific/Chatham',
]
const DAY_PATTERNS: readonly (readonly number[])[] = [
  WEEKDAYS,
  WEEKDAYS,
  WEEKDAYS,
  [2, 3, 4, 5, 6],
  [0, 1, 2, 3, 4],
  [0, 3, 4, 5, 6],
  [1, 3, 5],
  [0, 6],
  [1, 2, 4, 6],
]

interface KindOfSite {
  readonly visits: readonly [number, number]
  readonly people: readonly [number, number]
  /** People of one separate team at least. */
  readonly fewest: number
  /** Share of the visits covered, of those that come while anybody is at the desk. */
  readonly served: readonly [number, number]
}

const KINDS: Readonly<Record<SiteKind, KindOfSite>> = {
  busy: { visits: [2_000, 12_000], people: [7, 18], fewest: 6, served: [0.72, 0.96] },
  sparse: { visits: [200, 700], people: [3, 7], fewest: 3, served: [0.7, 0.95] },
  presence: { visits: [400, 1_500], people: [3, 7], fewest: 3, served: [0.985, 0.995] },
}

/** A site of a kind drawn from its number: zone, traffic, people, pools, habits, everything. A rough one has quirks as well. Nothing was ever tuned to it. */
export function drawWorld(kind: SiteKind, number: number, isRough = false): World {
  const name = `${isRough ? 'rough' : 'drawn'} ${kind}`
  const seed = `${name} ${number}`
  const random = new Randomness(seed)
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random.uniform() * values.length)]!
  const whole = (low: number, high: number): number => Math.floor(random.between(low, high + 1))
  const { visits, people, fewest, served } = KINDS[kind]
  const poolCount = whole(1, 3)
  const membership = poolCount === 1 ? 'unknown' : pick(['unknown', 'shared', 'separate'] as const)
  const headcount = Math.max(whole(...people), membership === 'separate' ? fewest * poolCount : 0)
  const poolsOf = (index: number): readonly number[] | undefined => {
    if (membership === 'unknown') return undefined
    const home = index % poolCount
    return membership === 'separate' || random.chance(0.4)
      ? [home]
      : [home, (home + 1) % poolCount].toSorted((a, b) => a - b)
  }
  const posts = Array.from({ length: headcount }, (_, index): Post =>
    drawPost({ random, pools: poolsOf(index), pick, whole }),
  )
  const weights = Array.from({ length: poolCount }, () => random.between(0.5, 1.5))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const service = pick<ServiceTimes>(['exponential', 'exponential', 'log-normal', 'fixed'])
  const pools = weights.map((weight, index): WorldPool => ({
    id: poolId(index + 1),
    share: weight / total,
    minutes: random.between(0.8, 1.25),
    service,
    hoursLater: whole(0, 2),
  }))
  const { agents, shiftsOf } = staffOf(posts, {
    poolCount,
    isDividedByPool: membership === 'separate',
    discipline: pick<Discipline>(['tight', 'usual', 'usual', 'loose']),
    seed,
  })
  const world: World = {
    name,
    kind,
    seed,
    timeZone: pick(ZONES),
    firstDate: `2026-${String(whole(1, 10)).padStart(2, '0')}-${String(whole(1, 28)).padStart(2, '0')}`,
    weeks: whole(4, 8),
    demand: {
      ...pick(SHAPES),
      weeklyVisits: Math.round(random.between(...visits)),
      weekNoise: random.between(0.03, 0.09),
      dayNoise: random.between(0.04, 0.13),
      hourNoise: random.between(0.05, 0.2),
      weekMemory: random.between(0, 0.8),
      trend: random.chance(0.5) ? 0 : random.between(-0.01, 0.015),
    },
    pools,
    agents,
    membershipKnown: membership !== 'unknown',
    visitorsPerAgent: pick([1, 1, 1, 2, 3]),
    shiftsOf,
    drawsBreaks: random.chance(0.5),
    planPool: membership === 'separate' ? 0 : null,
    quirks: isRough
      ? {
          ...NO_QUIRKS,
          paceSpread: random.between(0.1, 0.35),
          slowEvenings: random.between(0, 0.4),
          forgets: random.between(0, 0.02),
          spike: { day: whole(3, 27), factor: random.between(1.5, 3) },
        }
      : NO_QUIRKS,
  }
  return withService(world, random.between(...served))
}

interface PostDraw {
  readonly random: Randomness
  readonly pools: readonly number[] | undefined
  readonly pick: <T>(values: readonly T[]) => T
  readonly whole: (low: number, high: number) => number
}

function drawPost({ random, pools, pick, whole }: PostDraw): Post {
  const at = (minutes: number): string =>
    `${String(Math.floor((minutes % 1440) / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  const isNight = random.chance(0.08)
  const start = isNight ? 1320 : 30 * whole(13, 29)
  const isShort = !isNight && random.chance(0.2)
  const length = isShort ? 60 * whole(4, 5) : 30 * whole(15, 18)
  const end = start + length
  const rest = isShort ? null : start + 30 * Math.round(length / 60) + 30 * whole(-1, 1)
  const turns =
    !isNight && !isShort && random.chance(0.12)
      ? { start: at(start + 240), end: at(end + 240), rest: at(rest! + 240) }
      : null
  return {
    days: random.chance(0.06) ? EVERY_DAY : pick(DAY_PATTERNS),
    start: at(start),
    end: at(end),
    restMinutes: pick([30, 30, 45, 60]),
    ...(rest === null ? {} : { rest: at(rest) }),
    ...(turns === null ? {} : { otherWeeks: turns }),
    ...(pools === undefined ? {} : { pools }),
    ...(random.chance(0.1) ? { absentWeeks: [whole(0, 3)] } : {}),
  }
}

/** The world with service times such that people at the desk cover this share of those who come while anybody is there. */
function withService(world: World, served: number): World {
  const rateWith = (scale: number): number => {
    const scaled = {
      ...world,
      weeks: 2,
      pools: world.pools.map((pool) => ({ ...pool, minutes: pool.minutes * scale })),
    }
    return coverageFraction(totalsOf(liveHistory(scaled)), 1)
  }
  const target = rateWith(0.001) * served
  let low = Math.log(0.02)
  let high = Math.log(60)
  for (let step = 0; step < 12; step += 1) {
    const middle = (low + high) / 2
    if (rateWith(Math.exp(middle)) > target) low = middle
    else high = middle
  }
  return { ...world, pools: world.pools.map((pool) => ({ ...pool, minutes: pool.minutes * Math.exp(low) })) }
}

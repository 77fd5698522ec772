import { EVERY_DAY, staffOf, WEEKDAYS, type Discipline, type Post } from './roster.ts'
import { NO_QUIRKS, type SiteKind, type World, type WorldDemand, type WorldPool } from './world.ts'

const OFFICE = [1, 1, 1, 1, 1, 2, 6, 22, 55, 88, 104, 110, 96, 92, 100, 102, 92, 74, 48, 32, 22, 14, 8, 3]
const SHOP = [6, 3, 2, 2, 2, 3, 8, 20, 42, 66, 82, 92, 100, 92, 84, 82, 84, 88, 94, 98, 90, 66, 36, 16]
const ROUND_THE_CLOCK = [42, 38, 34, 32, 32, 36, 44, 56, 70, 82, 90, 94, 96, 96, 94, 92, 90, 88, 84, 78, 72, 64, 56, 48]
const WEEKEND = [8, 5, 3, 2, 2, 3, 6, 14, 34, 60, 84, 98, 102, 98, 92, 86, 78, 70, 62, 54, 46, 34, 22, 12]

const USUAL_DAYS = [0.45, 1.2, 1.1, 1.05, 1.05, 1, 0.7]
const SHOP_DAYS = [1.1, 0.95, 0.9, 0.92, 0.98, 1.05, 1.2]

type Shape = Pick<WorldDemand, 'hours' | 'weekendHours' | 'days'>
const office: Shape = { hours: OFFICE, weekendHours: WEEKEND, days: USUAL_DAYS }
const shop: Shape = { hours: SHOP, weekendHours: WEEKEND, days: SHOP_DAYS }
const roundTheClock: Shape = {
  hours: ROUND_THE_CLOCK,
  weekendHours: ROUND_THE_CLOCK,
  days: [0.85, 1.1, 1.08, 1.05, 1.02, 1, 0.9],
}

const NOISE = { weekNoise: 0.06, dayNoise: 0.08, hourNoise: 0.1, weekMemory: 0.5, trend: 0 }

interface Site {
  readonly name: string
  readonly kind: SiteKind
  readonly timeZone: string
  readonly firstDate: string
  readonly weeks: number
  readonly demand: WorldDemand
  readonly pools: readonly WorldPool[]
  readonly posts: readonly Post[]
  readonly discipline: Discipline
  readonly membershipKnown?: boolean
  readonly visitorsPerAgent?: number
  readonly drawsBreaks?: boolean
  readonly planPool?: number
}

/** Traffic through the day and the week, as sites have it. */
export const SHAPES: readonly Shape[] = [office, shop, roundTheClock]

/** The id of a site's pool by its number. */
export function poolId(number: number): string {
  return `00000000-0000-4000-8001-${String(number).padStart(12, '0')}`
}

function pool(number: number, traffic: Pick<WorldPool, 'share' | 'minutes'> & Partial<WorldPool>): WorldPool {
  return { id: poolId(number), service: 'exponential', hoursLater: 0, ...traffic }
}

/** Work on weekdays, unless told otherwise. */
function day(hours: `${string}-${string}`, rest?: string, more: Partial<Post> = {}): Post {
  const [start, end] = hours.split('-') as [string, string]
  return { days: WEEKDAYS, start, end, ...(rest === undefined ? {} : { rest }), ...more }
}

const LARGE_TEAM: readonly Post[] = Array.from({ length: 30 }, (_, index) => {
  const startHour = 7 + ((index * 5) % 8)
  const at = (hour: number, minute: string): string => `${String(hour).padStart(2, '0')}:${minute}`
  return day(`${at(startHour, '00')}-${at(startHour + 8, '30')}`, at(startHour + 4, index % 2 === 0 ? '00' : '30'), {
    days: [0, 1, 2, 3, 4].map((each) => (each + index) % 7),
  })
})

const SITES: readonly Site[] = [
  {
    name: 'office team, one pool',
    kind: 'busy',
    timeZone: 'America/New_York',
    // The clock goes back in the week to predict.
    firstDate: '2026-08-31',
    weeks: 8,
    demand: { ...office, ...NOISE, weeklyVisits: 4200 },
    pools: [pool(1, { share: 1, minutes: 3.5 })],
    discipline: 'usual',
    drawsBreaks: true,
    posts: [
      day('08:00-16:30', '12:00'),
      day('08:00-16:30', '12:30'),
      day('09:00-17:30', '12:30'),
      day('09:00-17:30', '13:00'),
      day('09:00-17:30', '13:30'),
      day('10:00-18:30', '14:00'),
      day('12:00-20:30', '16:00'),
      day('12:00-20:30', '16:30'),
      day('09:00-13:00'),
      day('13:00-17:00', undefined, { days: [1, 2, 3] }),
      day('10:00-18:00', '13:30', { days: [0, 6] }),
      day('09:00-17:30', '12:30', { days: [2, 3, 4, 5, 6] }),
    ],
  },
  {
    name: 'two separate teams, known members',
    kind: 'busy',
    planPool: 0,
    timeZone: 'Europe/Berlin',
    // The clock goes forward inside the history.
    firstDate: '2026-03-09',
    weeks: 6,
    demand: { ...office, ...NOISE, weeklyVisits: 6000, dayNoise: 0.12 },
    pools: [
      pool(1, { share: 0.6, minutes: 2.2, service: 'log-normal' }),
      pool(2, { share: 0.4, minutes: 2.8, service: 'exponential', hoursLater: 1 }),
    ],
    discipline: 'tight',
    membershipKnown: true,
    posts: [
      day('07:30-16:00', '11:30', { pools: [0] }),
      day('08:00-16:30', '12:00', { pools: [0] }),
      day('08:30-17:00', '12:30', { pools: [0] }),
      day('09:00-17:30', '12:30', { pools: [0] }),
      day('09:00-17:30', '13:00', { pools: [0] }),
      day('10:00-18:30', '14:00', { pools: [0] }),
      day('12:30-21:00', '17:00', { pools: [0] }),
      day('09:00-15:00', '12:00', { pools: [0], days: [0, 6] }),
      day('08:00-16:30', '12:00', { pools: [1] }),
      day('09:00-17:30', '12:30', { pools: [1] }),
      day('09:30-18:00', '13:00', { pools: [1] }),
      day('10:00-18:30', '14:00', { pools: [1] }),
      day('13:00-21:30', '17:00', { pools: [1] }),
      day('09:00-13:00', undefined, { pools: [1], days: [1, 3, 5] }),
      day('10:00-16:00', '13:00', { pools: [1], days: [6] }),
    ],
  },
  {
    name: 'three pools, shared people',
    kind: 'busy',
    timeZone: 'Australia/Sydney',
    firstDate: '2026-05-04',
    weeks: 8,
    demand: { ...shop, ...NOISE, weeklyVisits: 5200 },
    pools: [
      pool(1, { share: 0.5, minutes: 2 }),
      pool(2, { share: 0.3, minutes: 3, service: 'log-normal' }),
      pool(3, { share: 0.2, minutes: 2.5 }),
    ],
    discipline: 'usual',
    membershipKnown: true,
    drawsBreaks: true,
    posts: [
      day('08:00-16:30', '12:00', { pools: [0, 1] }),
      day('09:00-17:30', '12:30', { pools: [0] }),
      day('09:00-17:30', '13:00', { pools: [0, 2], days: [2, 3, 4, 5, 6] }),
      day('11:00-19:30', '15:00', { pools: [0, 1, 2] }),
      day('13:30-22:00', '17:30', { pools: [0, 1, 2] }),
      day('13:30-22:00', '18:00', { pools: [0, 1], days: [0, 3, 4, 5, 6] }),
      day('10:00-18:30', '14:00', { pools: [1, 2], days: [0, 1, 4, 5, 6] }),
      day('07:00-15:30', '11:00', { pools: [0, 1, 2] }),
      day('09:00-17:30', '13:00', { pools: [0, 1, 2], days: [0, 1, 2, 3, 6] }),
      day('12:00-20:00', '16:00', { pools: [0, 2], days: [0, 2, 4, 6] }),
    ],
  },
  {
    name: 'two pools, members not known',
    kind: 'busy',
    timeZone: 'America/Chicago',
    firstDate: '2026-06-07',
    weeks: 5,
    demand: { ...office, ...NOISE, weeklyVisits: 3600, dayNoise: 0.15 },
    pools: [pool(1, { share: 0.7, minutes: 3 }), pool(2, { share: 0.3, minutes: 4.5 })],
    discipline: 'loose',
    posts: [
      day('08:00-16:00', '12:00'),
      day('08:00-16:00', '12:00'),
      day('08:30-16:30', '12:30'),
      day('09:00-17:00', '12:30'),
      day('09:00-17:00', '13:00'),
      day('09:30-17:30', '13:00'),
      day('11:00-19:00', '15:00'),
      day('12:00-20:00', '16:00'),
      day('10:00-16:00', '13:00', { days: [0, 6] }),
      day('10:00-14:00', undefined, { days: [1, 2, 4] }),
    ],
  },
  {
    name: 'chat, three visitors at once',
    kind: 'busy',
    timeZone: 'Europe/London',
    firstDate: '2026-09-14',
    weeks: 6,
    demand: { ...shop, ...NOISE, weeklyVisits: 5600 },
    pools: [pool(1, { share: 1, minutes: 6 })],
    discipline: 'usual',
    visitorsPerAgent: 3,
    posts: [
      day('08:00-16:00', '12:00', { days: [0, 1, 2, 3, 4] }),
      day('09:00-17:00', '12:30'),
      day('10:00-18:00', '13:30', { days: [2, 3, 4, 5, 6] }),
      day('12:00-20:00', '16:00', { days: [0, 1, 4, 5, 6] }),
      day('14:00-22:00', '18:00', { days: [0, 1, 2, 3, 6] }),
      day('14:00-22:00', '18:00', { days: [2, 3, 4, 5, 6] }),
      day('17:00-22:00', undefined, { days: [1, 3, 5] }),
    ],
  },
  {
    name: 'round the clock, rotating',
    kind: 'busy',
    timeZone: 'Asia/Kolkata',
    firstDate: '2026-02-01',
    weeks: 8,
    demand: { ...roundTheClock, ...NOISE, weeklyVisits: 7000, trend: 0.015 },
    pools: [pool(1, { share: 1, minutes: 2.2, service: 'fixed' })],
    discipline: 'usual',
    drawsBreaks: true,
    posts: [
      day('06:00-14:30', '10:00', { otherWeeks: { start: '14:00', end: '22:30', rest: '18:00' } }),
      day('14:00-22:30', '18:00', { otherWeeks: { start: '06:00', end: '14:30', rest: '10:00' } }),
      day('06:00-14:30', '10:30', { days: [0, 1, 2, 3, 4] }),
      day('06:00-14:30', '11:00', { days: [0, 3, 4, 5, 6] }),
      day('14:00-22:30', '18:30', { days: [0, 3, 4, 5, 6] }),
      day('14:00-22:30', '17:30', { days: [0, 1, 2, 5, 6] }),
      day('22:00-06:30', '02:00', { days: [0, 1, 2, 3, 4] }),
      day('22:00-06:30', '02:30', { days: [0, 3, 4, 5, 6] }),
      day('22:00-06:30', '02:00', { days: [1, 2, 5, 6] }),
      day('09:00-17:30', '13:00'),
      day('09:00-17:30', '12:30'),
      day('11:00-19:30', '15:00', { days: [0, 2, 4, 5, 6] }),
    ],
  },
  {
    name: 'holidays, comers and goers',
    kind: 'busy',
    timeZone: 'Europe/Paris',
    firstDate: '2026-05-18',
    weeks: 7,
    demand: { ...office, ...NOISE, weeklyVisits: 3000 },
    pools: [pool(1, { share: 1, minutes: 2.5, service: 'log-normal' })],
    discipline: 'usual',
    posts: [
      day('08:00-16:30', '12:00', { absentWeeks: [2] }),
      day('08:30-17:00', '12:30'),
      day('09:00-17:30', '12:30', { absentWeeks: [4, 5] }),
      day('09:00-17:30', '13:00', { absentWeeks: [0, 1, 2] }),
      day('09:30-18:00', '13:00', { absentWeeks: [5, 6, 7] }),
      day('11:00-19:30', '15:00'),
      day('12:00-20:30', '16:00', { absentWeeks: [3] }),
      day('09:00-17:00', '13:00', { days: [6] }),
      day('10:00-14:00'),
    ],
  },
  {
    name: 'large, thirty people',
    kind: 'busy',
    timeZone: 'America/Toronto',
    firstDate: '2026-04-12',
    weeks: 4,
    demand: { ...shop, ...NOISE, weeklyVisits: 14_000, weekNoise: 0.05, dayNoise: 0.06 },
    pools: [
      pool(1, { share: 0.7, minutes: 5 }),
      { id: null, share: 0.3, minutes: 4, service: 'log-normal', hoursLater: 0 },
    ],
    discipline: 'usual',
    posts: LARGE_TEAM,
  },
  {
    name: 'a few hundred, one pool',
    kind: 'sparse',
    timeZone: 'America/Los_Angeles',
    firstDate: '2026-02-16',
    weeks: 8,
    demand: { ...office, ...NOISE, weeklyVisits: 420 },
    pools: [pool(1, { share: 1, minutes: 8 })],
    discipline: 'usual',
    drawsBreaks: true,
    posts: [
      day('08:00-16:30', '12:00'),
      day('10:00-18:30', '14:00'),
      day('12:00-20:00', '16:00', { days: [1, 3, 5] }),
      day('10:00-16:00', '13:00', { days: [6] }),
    ],
  },
  {
    name: 'a few hundred, two teams',
    kind: 'sparse',
    planPool: 1,
    timeZone: 'Asia/Kathmandu',
    firstDate: '2026-04-05',
    weeks: 6,
    demand: { ...shop, ...NOISE, weeklyVisits: 520 },
    pools: [pool(1, { share: 0.65, minutes: 5, service: 'log-normal' }), pool(2, { share: 0.35, minutes: 8 })],
    discipline: 'loose',
    membershipKnown: true,
    posts: [
      day('09:00-17:00', '13:00', { pools: [0] }),
      day('11:00-19:00', '15:00', { pools: [0], days: [0, 2, 4, 6] }),
      day('09:00-17:00', '12:00', { pools: [1] }),
      day('12:00-20:00', '16:00', { pools: [1], days: [0, 3, 6] }),
      day('13:00-21:00', '17:00', { pools: [0], days: [1, 2, 3, 5, 6] }),
    ],
  },
  {
    name: 'a few hundred, two at once',
    kind: 'sparse',
    timeZone: 'Europe/Madrid',
    firstDate: '2026-09-07',
    weeks: 4,
    demand: { ...shop, ...NOISE, weeklyVisits: 300 },
    pools: [
      pool(1, { share: 0.8, minutes: 25 }),
      { id: null, share: 0.2, minutes: 15, service: 'exponential', hoursLater: 0 },
    ],
    discipline: 'usual',
    visitorsPerAgent: 2,
    posts: [
      day('09:00-17:30', '13:00'),
      day('12:00-20:30', '16:00', { days: [0, 2, 3, 5, 6] }),
      day('16:00-22:00', undefined, { days: [0, 1, 4, 6] }),
    ],
  },
  {
    name: 'one desk, half-hour clock change',
    kind: 'presence',
    timeZone: 'Australia/Lord_Howe',
    firstDate: '2026-03-02',
    weeks: 6,
    demand: { ...shop, ...NOISE, weeklyVisits: 900 },
    pools: [pool(1, { share: 1, minutes: 0.4, service: 'fixed' })],
    discipline: 'usual',
    posts: [
      day('08:00-16:00', '12:00'),
      day('14:00-22:00', '18:00', { days: [2, 3, 4, 5, 6] }),
      day('10:00-18:00', '14:00', { days: [0, 6] }),
    ],
  },
  {
    name: 'two desks, light traffic',
    kind: 'presence',
    timeZone: 'America/Sao_Paulo',
    firstDate: '2026-07-06',
    weeks: 5,
    demand: { ...office, ...NOISE, weeklyVisits: 700 },
    pools: [pool(1, { share: 0.5, minutes: 0.5 }), pool(2, { share: 0.5, minutes: 0.5 })],
    discipline: 'loose',
    drawsBreaks: true,
    posts: [
      day('08:00-16:30', '12:00'),
      day('09:00-13:00', undefined, { days: [1, 3, 5] }),
      day('15:00-21:00', undefined),
      day('10:00-15:00', undefined, { days: [0, 6] }),
    ],
  },
  {
    name: 'night watch, known members',
    kind: 'presence',
    timeZone: 'Pacific/Auckland',
    firstDate: '2026-06-01',
    weeks: 8,
    demand: { ...roundTheClock, ...NOISE, weeklyVisits: 1200 },
    pools: [pool(1, { share: 1, minutes: 0.5, service: 'log-normal' })],
    discipline: 'tight',
    membershipKnown: true,
    posts: [
      day('22:00-06:00', '02:00', { days: [0, 1, 2, 3, 4] }),
      day('06:00-14:00', '10:00'),
      day('13:00-21:00', '17:00', { days: [1, 2, 3, 4, 5, 6] }),
      day('08:00-16:00', '12:00', { days: EVERY_DAY.filter((each) => each !== 2 && each !== 3) }),
    ],
  },
]

/** Names of all made-up sites. */
export const SITE_NAMES: readonly string[] = SITES.map(({ name }) => name)

/** A site brought to life by a seed: other people's habits, other weeks, other visitors. */
export function makeWorld(name: string, seed: number): World {
  const site = SITES.find((each) => each.name === name)
  if (site === undefined) throw new Error(`No such site: ${name}`)
  const text = `${name} ${seed}`
  const { agents, shiftsOf } = staffOf(site.posts, {
    poolCount: site.pools.length,
    isDividedByPool: site.planPool !== undefined,
    discipline: site.discipline,
    seed: text,
  })
  return {
    name,
    kind: site.kind,
    seed: text,
    timeZone: site.timeZone,
    firstDate: site.firstDate,
    weeks: site.weeks,
    demand: site.demand,
    pools: site.pools,
    agents,
    membershipKnown: site.membershipKnown ?? false,
    visitorsPerAgent: site.visitorsPerAgent ?? 1,
    shiftsOf,
    drawsBreaks: site.drawsBreaks ?? false,
    planPool: site.planPool ?? null,
    quirks: NO_QUIRKS,
  }
}

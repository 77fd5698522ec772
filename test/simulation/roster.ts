import { Randomness } from './random.ts'
import type { Habits, WorldAgent, WorldShift } from './world.ts'

export const WEEKDAYS: readonly number[] = [1, 2, 3, 4, 5]
export const EVERY_DAY: readonly number[] = [0, 1, 2, 3, 4, 5, 6]

/** One person's usual work. */
export interface Post {
  readonly days: readonly number[]
  readonly start: string
  readonly end: string
  /** Begin of a break of `restMinutes` (default 30); absent: none. */
  readonly rest?: string
  readonly restMinutes?: number
  /** Every other week the person works these hours instead. */
  readonly otherWeeks?: {
    readonly days?: readonly number[]
    readonly start: string
    readonly end: string
    readonly rest?: string
  }
  /** Indexes of the pools served; absent: all. */
  readonly pools?: readonly number[]
  /** Weeks of the history in which the person is on holiday, has not come yet or has left. */
  readonly absentWeeks?: readonly number[]
}

export type Discipline = 'tight' | 'usual' | 'loose'

/** What people of a site do on average; each one differs. */
const AVERAGE: Readonly<Record<Discipline, Habits>> = {
  tight: {
    noShow: 0.01,
    late: 1,
    tardy: 0.02,
    early: 0,
    leaves: 0.01,
    signsOffForBreaks: 1,
    breakOverrun: 0,
    awayEvery: 60,
    awayFor: 3,
    dropsEvery: 0,
  },
  usual: {
    noShow: 0.04,
    late: 3,
    tardy: 0.06,
    early: 1,
    leaves: 0.03,
    signsOffForBreaks: 0.85,
    breakOverrun: 3,
    awayEvery: 40,
    awayFor: 4,
    dropsEvery: 600,
  },
  loose: {
    noShow: 0.08,
    late: 7,
    tardy: 0.12,
    early: 5,
    leaves: 0.07,
    signsOffForBreaks: 0.6,
    breakOverrun: 8,
    awayEvery: 25,
    awayFor: 5,
    dropsEvery: 240,
  },
}

export interface Staff {
  readonly agents: readonly WorldAgent[]
  readonly shiftsOf: (week: number) => readonly WorldShift[]
}

interface StaffOptions {
  readonly poolCount: number
  /** Teams are apart, and so are those who are taken on. */
  readonly isDividedByPool: boolean
  readonly discipline: Discipline
  readonly seed: string
}

/** The people of a site, and after them as many that could be taken on: whom the history never shows, with habits of the same kind. */
export function staffOf(posts: readonly Post[], options: StaffOptions): Staff {
  const random = new Randomness(`${options.seed} habits`)
  const everyPool = Array.from({ length: options.poolCount }, (_, pool) => pool)
  const person = (pools: readonly number[] | undefined, number: number): WorldAgent => ({
    id: `00000000-0000-4000-8002-${String(number).padStart(12, '0')}`,
    pools: pools ?? everyPool,
    habits: habitsOf(options.discipline, random),
  })
  const regulars = posts.map(({ pools }, index) => person(pools, 1 + index))
  // Every other one is hired into a team; the others are whoever takes an open shift.
  const newcomers = posts.map(({ pools }, index) =>
    person(options.isDividedByPool || index % 2 === 0 ? pools : everyPool, 501 + index),
  )
  return {
    agents: [...regulars, ...newcomers],
    shiftsOf: (week) => posts.flatMap((post, agent) => shiftsOfPost(post, agent, week)),
  }
}

function habitsOf(discipline: Discipline, random: Randomness): Habits {
  const average = AVERAGE[discipline]
  return {
    noShow: average.noShow * random.between(0.4, 1.6),
    late: average.late + random.normal(0, 2),
    tardy: average.tardy * random.between(0.4, 1.6),
    early: average.early + random.normal(0, 2),
    leaves: average.leaves * random.between(0.4, 1.6),
    signsOffForBreaks: average.signsOffForBreaks,
    breakOverrun: average.breakOverrun + random.normal(0, 2),
    awayEvery: average.awayEvery * random.between(0.7, 1.3),
    awayFor: average.awayFor,
    dropsEvery: average.dropsEvery,
  }
}

function shiftsOfPost(post: Post, agent: number, week: number): readonly WorldShift[] {
  if (post.absentWeeks?.includes(week)) return []
  const turn = post.otherWeeks !== undefined && week % 2 === 1 ? { ...post, rest: undefined, ...post.otherWeeks } : post
  const startMinute = minutesOf(turn.start)
  const after = (time: string): number => (minutesOf(time) > startMinute ? minutesOf(time) : minutesOf(time) + 1440)
  const rest = turn.rest === undefined ? null : after(turn.rest)
  return turn.days.map((dayOfWeek) => ({
    agent,
    dayOfWeek,
    startMinute,
    endMinute: after(turn.end),
    breaks: rest === null ? [] : [{ startMinute: rest, endMinute: rest + (post.restMinutes ?? 30) }],
  }))
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number)
  return hours! * 60 + minutes!
}

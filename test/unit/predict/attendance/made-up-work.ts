import type { SessionInterval } from '../../../../shared/coverage/session-interval.ts'
import { MINUTE_MS } from '../../../../shared/foundation/minutes.ts'
import { instantOfWallTime } from '../../../../shared/plan/week-clock.ts'
import { createRandom, type Random } from '../../../../shared/predict/random.ts'
import { dayOfWeekOfDay, parseLocalDate } from '../../../../shared/time/local.ts'

/** A shift of a made-up agent, minutes after midnight; past 1440 is the next day. */
export interface Turn {
  readonly agentId: string
  /** 0 = Sunday. */
  readonly days: readonly number[]
  readonly start: number
  readonly end: number
  readonly rest?: readonly [number, number]
  /** Whether it is worked in a week; absent: always. */
  readonly inWeek?: (week: number) => boolean
}

export interface Habits {
  readonly noShow?: number
  readonly late?: number
  readonly early?: number
  readonly jitter?: number
}

export interface MadeUpHistory {
  readonly timeZone?: string
  /** A Sunday. */
  readonly firstDate?: string
  readonly weeks: number
  readonly turns: readonly Turn[]
  readonly habits?: Habits
  readonly seed?: number
}

/** Sessions of people who keep to their turns more or less, and the instant at which the history ends. */
export function madeUpWork({
  timeZone = 'Europe/Berlin',
  firstDate = '2026-01-04',
  weeks,
  turns,
  habits = {},
  seed = 1,
}: MadeUpHistory): {
  readonly sessions: readonly SessionInterval[]
  readonly origin: number
  readonly timeZone: string
} {
  const random = createRandom(seed)
  const firstDay = parseLocalDate(firstDate)
  const sessions: SessionInterval[] = []
  for (let day = 0; day < weeks * 7; day += 1) {
    for (const turn of turns) {
      if (!turn.days.includes(dayOfWeekOfDay(firstDay + day)) || !(turn.inWeek?.(Math.floor(day / 7)) ?? true)) continue
      if (random.uniform() < (habits.noShow ?? 0)) continue
      sessions.push(
        ...worked(turn, { habits, random, at: (minute) => instantOfWallTime(timeZone, firstDay + day, minute) }),
      )
    }
  }
  return { sessions, origin: instantOfWallTime(timeZone, firstDay + weeks * 7, 0), timeZone }
}

function worked(
  { agentId, start, end, rest }: Turn,
  { habits, random, at }: { readonly habits: Habits; readonly random: Random; readonly at: (minute: number) => number },
): readonly SessionInterval[] {
  const { late = 0, early = 0, jitter = 0 } = habits
  const moved = (minute: number, by: number): number =>
    Math.round(at(minute) + (by + jitter * random.normal()) * MINUTE_MS)
  const from = moved(start, late)
  const to = moved(end, -early)
  if (!rest) return [{ agentId, startedAt: from, endedAt: to }]
  return [
    { agentId, startedAt: from, endedAt: moved(rest[0], 0) },
    { agentId, startedAt: moved(rest[1], 0), endedAt: to },
  ]
}

export const WEEKDAYS = [1, 2, 3, 4, 5]

/** Hours that sessions last from one instant to another. */
export function hoursOf(sessions: readonly SessionInterval[], from: number, to: number): number {
  return (
    sessions.reduce(
      (sum, { startedAt, endedAt }) => sum + Math.max(0, Math.min(endedAt!, to) - Math.max(startedAt, from)),
      0,
    ) /
    (60 * MINUTE_MS)
  )
}

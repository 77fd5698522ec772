import { HOUR_MS, MINUTE_MS } from '../../../shared/foundation/minutes.ts'
import { dayOfWeekOfDay } from '../../../shared/time/local.ts'
import { DEMO_AGENTS, DEMO_TRUTH } from './company.ts'
import { instantOf } from './local-days.ts'
import { DEMO_PLAN, type DemoShift } from './published-plan.ts'
import { SeededRandom, seededUuid } from './random.ts'
import type { SourceSession } from '../source.ts'

/** An interval that an agent really spent online, and how it was recorded. */
export interface DemoInterval {
  readonly agent: number
  readonly start: number
  readonly end: number
  readonly session: SourceSession & { readonly endedAt: number }
}

/** The intervals of all shifts that begin on a local date: late, early, absent, and back late from lunch, as people are. */
export function intervalsOf(day: number): readonly DemoInterval[] {
  const weekday = dayOfWeekOfDay(day)
  const shifts = DEMO_PLAN.shifts.filter(({ dayOfWeek }) => dayOfWeek === weekday)
  return shifts
    .flatMap((shift) => intervalsOfShift(shift, day))
    .map((interval, index) => withImperfections(interval, day, index))
}

function intervalsOfShift(shift: DemoShift, day: number): readonly DemoInterval[] {
  const agent = DEMO_AGENTS.findIndex(({ id }) => id === shift.agentId)
  const random = new SeededRandom(`attendance ${agent} ${day}`)
  if (random.uniform() < DEMO_TRUTH.noShow) return []
  const begin = minutesOf(shift.start)
  const after = (time: string): number => (minutesOf(time) > begin ? minutesOf(time) : minutesOf(time) + 1_440)
  const jitter = (mean: number, deviation: number): number =>
    Math.max(-8, mean + deviation * random.normal()) * MINUTE_MS
  const late = random.uniform() < 0.08 ? random.exponential(25) * MINUTE_MS : 0
  const rest = shift.breaks[0]!
  const times = [
    instantOf(day, begin) + jitter(3, 4) + late,
    instantOf(day, after(rest.start)) + jitter(0, 4),
    instantOf(day, after(rest.end)) + jitter(3, 4),
    instantOf(day, after(shift.end)) + jitter(-1, 5),
  ].map((instant) => Math.round(instant))
  const halves: readonly (readonly [number, number])[] = [
    [times[0]!, times[1]!],
    [Math.max(times[1]! + MINUTE_MS, times[2]!), times[3]!],
  ]
  return halves
    .filter(([start, end]) => end > start)
    .map(([start, end], half) => ({
      agent,
      start,
      end,
      session: {
        id: seededUuid(`session ${agent} ${day} ${half}`),
        agentId: shift.agentId,
        startedAt: start,
        endedAt: end,
      },
    }))
}

/** Now and then somebody forgets to sign off until the next evening, or a second browser stays signed in over lunch. */
function withImperfections(interval: DemoInterval, day: number, index: number): DemoInterval {
  if (day % 140 === 17 && index === 3)
    return { ...interval, session: { ...interval.session, endedAt: interval.end + 27 * HOUR_MS } }
  if (day % 150 === 61 && index === 4)
    return { ...interval, session: { ...interval.session, endedAt: interval.end + 80 * MINUTE_MS } }
  return interval
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number)
  return hours! * 60 + minutes!
}

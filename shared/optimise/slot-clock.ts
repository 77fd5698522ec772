import { MINUTE_MS } from '../foundation/minutes.ts'
import { GRID_MINUTES, type Plan, type PlannedInterval, type Shift } from '../plan/plan.ts'
import { intervalOf } from '../plan/planned-intervals.ts'
import { weekClock, type WeekClock } from '../plan/week-clock.ts'
import { intervalsInWeek } from '../predict/assemble/plan-intervals.ts'
import type { PredictionInputs } from '../predict/types.ts'
import { dayOfWeekOfDay } from '../time/local.ts'
import { SLOT_MS } from '../time/slots.ts'

/** A time range of one day of the week as it falls on the week's slots. */
export interface PlacedRange {
  /** Its instants on that day. */
  readonly start: number
  readonly end: number
  /** The same in slots from the week's begin; may lie outside of it. */
  readonly startAt: number
  readonly endAt: number
  /** Start slot of each time that it touches the week: a weekly plan's last night is also its first. */
  readonly pieces: readonly number[]
}

/** The clock of a plan's week in slots. */
export interface SlotClock {
  readonly clock: WeekClock
  readonly kind: Plan['kind']
  readonly slots: number
  /** The day number of the calendar of day 0-6 of the week. */
  readonly localDay: (day: number) => number
  /** The same as a shift of the plan has it. */
  readonly shiftDay: (day: number) => number
  /** 0-6; less than 0 or more than 6: another week. */
  readonly dayOf: (shift: Shift) => number
  /** null: the clock changes in it, or it does not fall on whole slots. Remembered. */
  readonly place: (day: number, startMinute: number, endMinute: number) => PlacedRange | null
  /** Every time that these shifts touch the week. */
  readonly intervals: (shifts: readonly Shift[]) => readonly PlannedInterval[]
  /** A shift on its day of the week, with the start and end in slots (perhaps not whole ones); null: nothing is left of it. */
  readonly intervalOf: (
    shift: Shift,
  ) => { readonly startAt: number; readonly endAt: number; readonly units: number } | null
}

/** The clock of a plan in the week that is predicted. */
export function slotClock(plan: Plan, inputs: PredictionInputs): SlotClock {
  const clock = weekClock(plan.timeZone, inputs.firstDate)
  const begin = inputs.starts[0]!
  const known = new Map<number, PlacedRange | null>()
  const localDay = (day: number): number => clock.firstDay + day
  const shiftDay = (day: number): number => (plan.kind === 'dated' ? localDay(day) : dayOfWeekOfDay(localDay(day)))
  const dayOf = ({ day }: Shift): number =>
    plan.kind === 'dated' ? day - clock.firstDay : (day - dayOfWeekOfDay(clock.firstDay) + 7) % 7
  const intervals = (shifts: readonly Shift[]): readonly PlannedInterval[] =>
    intervalsInWeek({ ...plan, shifts }, inputs)
  const slotOf = (instant: number): number => (instant - begin) / SLOT_MS

  const placed = (day: number, startMinute: number, endMinute: number): PlacedRange | null => {
    const shift: Shift = { id: 'any', agentId: null, day: shiftDay(day), startMinute, endMinute, breaks: [], note: '' }
    const main = intervalOf(shift, localDay(day), clock)
    const isWhole = ({ start, end }: { readonly start: number; readonly end: number }): boolean =>
      end - start === (endMinute - startMinute) * MINUTE_MS && Number.isInteger(slotOf(start))
    const touching = intervals([shift])
    if (main === null || !isWhole(main) || !touching.every(isWhole)) return null
    return {
      start: main.start,
      end: main.end,
      startAt: slotOf(main.start),
      endAt: slotOf(main.end),
      pieces: touching.map(({ start }) => slotOf(start)),
    }
  }

  return {
    clock,
    kind: plan.kind,
    slots: inputs.starts.length,
    localDay,
    shiftDay,
    dayOf,
    place(day, startMinute, endMinute) {
      const key = ((day * 96 + startMinute / GRID_MINUTES) * 97 + (endMinute - startMinute) / GRID_MINUTES) | 0
      const found = known.get(key)
      if (found !== undefined) return found
      const range = placed(day, startMinute, endMinute)
      known.set(key, range)
      return range
    },
    intervals,
    intervalOf(shift) {
      const interval = intervalOf(shift, localDay(dayOf(shift)), clock)
      if (interval === null) return null
      const { start, end, breaks } = interval
      const worked = end - start - breaks.reduce((sum, one) => sum + one.end - one.start, 0)
      return { startAt: slotOf(start), endAt: slotOf(end), units: worked / SLOT_MS }
    },
  }
}

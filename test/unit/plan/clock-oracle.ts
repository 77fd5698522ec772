import { IANAZone } from 'luxon'
import { DAY_MS, MINUTE_MS } from '../../../shared/foundation/minutes.ts'
import type { Plan, Shift } from '../../../shared/plan/index.ts'
import { dayOfWeekOfDay, parseLocalDate } from '../../../shared/time/local.ts'

/** The steps that everything is walked in: quarter-hours, on which shifts begin and end, or minutes, on which rules may. */
export const walk = { minutes: 15, ms: 15 * MINUTE_MS, anHour: 4 }

/** Walks in minutes while something is counted. */
export function minuteByMinute<T>(count: () => T): T {
  const before = { ...walk }
  Object.assign(walk, { minutes: 1, ms: MINUTE_MS, anHour: 60 })
  try {
    return count()
  } finally {
    Object.assign(walk, before)
  }
}

/** A week's clock as a table of its steps, read off luxon. */
export interface ClockOracle {
  readonly start: number
  readonly end: number
  readonly firstDay: number
  /** Local time as if it were UTC. */
  localOf(instant: number): number
  instantOf(day: number, minute: number): number
}

export interface OracleInterval {
  readonly shift: Shift
  readonly day: number
  readonly start: number
  readonly end: number
  /** Steps at work, by instant. */
  readonly working: ReadonlySet<number>
}

export function clockOracle(timeZone: string, firstDate: string): ClockOracle {
  const key = `${timeZone} ${firstDate} ${walk.minutes}`
  const known = clocks.get(key)
  if (known) return known
  if (clocks.size >= CLOCKS_KEPT) clocks.clear()
  const made = readClock(timeZone, firstDate)
  clocks.set(key, made)
  return made
}

const clocks = new Map<string, ClockOracle>()
/** One property asks for the same few again and again. */
const CLOCKS_KEPT = 40

function readClock(timeZone: string, firstDate: string): ClockOracle {
  const zone = IANAZone.create(timeZone)
  const firstDay = parseLocalDate(firstDate)
  const { ms } = walk
  const from = (firstDay - 16) * DAY_MS
  const instants = Array.from({ length: 42 * 24 * walk.anHour }, (_, index) => from + index * ms)
  const locals = offsetsAt(instants, zone).map((offset, index) => instants[index]! + offset)
  // A search from the start is slow only in minutes.
  const firstOf =
    walk.minutes === 1 ? new Map(locals.map((local, index) => [local, index] as const).toReversed()) : null
  const firstAtOrAfter = (day: number): number => instants[locals.findIndex((local) => local >= day * DAY_MS)]!
  return {
    start: firstAtOrAfter(firstDay),
    end: firstAtOrAfter(firstDay + 7),
    firstDay,
    localOf: (instant) => locals[Math.floor((instant - from) / ms)]!,
    instantOf: (day, minute) => {
      const wall = day * DAY_MS + minute * MINUTE_MS
      const first = firstOf === null ? locals.indexOf(wall) : (firstOf.get(wall) ?? -1)
      if (first >= 0) return instants[first]!
      const afterGap = locals.findIndex((local) => local > wall)
      return wall - (locals[afterGap - 1]! - instants[afterGap - 1]!)
    },
  }
}

/** Asked of luxon every six hours, and each step in between where that differs: no zone goes there and back in six hours. */
function offsetsAt(instants: readonly number[], zone: IANAZone): readonly number[] {
  const ask = (index: number): number => Math.round(zone.offset(instants[index]!) * MINUTE_MS)
  const offsets: number[] = []
  const sixHours = 6 * walk.anHour
  for (let block = 0; block < instants.length; block += sixHours) {
    const [first, next] = [ask(block), ask(Math.min(block + sixHours, instants.length - 1))]
    for (let index = block; index < Math.min(block + sixHours, instants.length); index++)
      offsets.push(first === next ? first : ask(index))
  }
  return offsets
}

/** Every occurrence of a plan's shifts from 12 days before the week to 18 after its start; emptied ones are left out. */
export function oracleIntervals(plan: Plan, clock: ClockOracle): readonly OracleInterval[] {
  const intervals: OracleInterval[] = []
  for (let day = clock.firstDay - 12; day < clock.firstDay + 18; day++) {
    for (const shift of plan.shifts) {
      if (plan.kind === 'weekly' ? shift.day !== dayOfWeekOfDay(day) : shift.day !== day) continue
      const [start, end] = [clock.instantOf(day, shift.startMinute), clock.instantOf(day, shift.endMinute)]
      if (end <= start) continue
      const breaks = shift.breaks.map(
        (pause) => [clock.instantOf(day, pause.startMinute), clock.instantOf(day, pause.endMinute)] as const,
      )
      const working = quarters(start, end).filter(
        (quarter) => !breaks.some(([from, to]) => quarter >= from && quarter < to),
      )
      intervals.push({ shift, day, start, end, working: new Set(working) })
    }
  }
  return intervals
}

/** The steps of [start, end), by instant. */
export function quarters(start: number, end: number): readonly number[] {
  const { ms } = walk
  return Array.from({ length: Math.max(0, (end - start) / ms) }, (_, index) => start + index * ms)
}

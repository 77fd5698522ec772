import { IANAZone } from 'luxon'
import { DAY_MS, MINUTE_MS } from '../../../shared/foundation/minutes.ts'
import type { Plan, Shift } from '../../../shared/plan/index.ts'
import { dayOfWeekOfDay, parseLocalDate } from '../../../shared/time/local.ts'

const QUARTER = 15 * MINUTE_MS

/** A week's clock as a table of its quarter-hours, read off luxon. */
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
  /** Quarter-hours at work, by instant. */
  readonly working: ReadonlySet<number>
}

export function clockOracle(timeZone: string, firstDate: string): ClockOracle {
  const key = `${timeZone} ${firstDate}`
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
  const from = (firstDay - 16) * DAY_MS
  const instants = Array.from({ length: 42 * 96 }, (_, index) => from + index * QUARTER)
  const locals = offsetsAt(instants, zone).map((offset, index) => instants[index]! + offset)
  const firstAtOrAfter = (day: number): number => instants[locals.findIndex((local) => local >= day * DAY_MS)]!
  return {
    start: firstAtOrAfter(firstDay),
    end: firstAtOrAfter(firstDay + 7),
    firstDay,
    localOf: (instant) => locals[(instant - from) / QUARTER]!,
    instantOf: (day, minute) => {
      const wall = day * DAY_MS + minute * MINUTE_MS
      const first = locals.indexOf(wall)
      if (first >= 0) return instants[first]!
      const afterGap = locals.findIndex((local) => local > wall)
      return wall - (locals[afterGap - 1]! - instants[afterGap - 1]!)
    },
  }
}

/** Asked of luxon every six hours, and each quarter-hour in between where that differs: no zone goes there and back in six hours. */
function offsetsAt(instants: readonly number[], zone: IANAZone): readonly number[] {
  const ask = (index: number): number => Math.round(zone.offset(instants[index]!) * MINUTE_MS)
  const offsets: number[] = []
  for (let block = 0; block < instants.length; block += 24) {
    const [first, next] = [ask(block), ask(Math.min(block + 24, instants.length - 1))]
    for (let index = block; index < Math.min(block + 24, instants.length); index++)
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

/** The quarter-hours of [start, end), by instant. */
export function quarters(start: number, end: number): readonly number[] {
  return Array.from({ length: Math.max(0, (end - start) / QUARTER) }, (_, index) => start + index * QUARTER)
}

import { IANAZone } from 'luxon'
import type { Plan, Shift } from '../../../shared/plan/index.ts'
import { dayOfWeekOfDay, parseLocalDate } from '../../../shared/time/local.ts'

const MINUTE = 60_000
const QUARTER = 15 * MINUTE
const DAY = 1440 * MINUTE

/** A week's clock read off luxon quarter-hour by quarter-hour, without any cleverness. */
export interface ClockOracle {
  readonly start: number
  readonly end: number
  readonly firstDay: number
  /** Local time as if it were UTC. */
  localOf(instant: number): number
  instantOf(day: number, minute: number): number
}

export interface OracleSpell {
  readonly shift: Shift
  readonly day: number
  readonly start: number
  readonly end: number
  /** Quarter-hours at work, by instant. */
  readonly working: ReadonlySet<number>
}

export function clockOracle(timeZone: string, firstDate: string): ClockOracle {
  const zone = IANAZone.create(timeZone)
  const firstDay = parseLocalDate(firstDate)
  const from = (firstDay - 16) * DAY
  const instants = Array.from({ length: 42 * 96 }, (_, index) => from + index * QUARTER)
  const locals = instants.map((instant) => instant + Math.round(zone.offset(instant) * MINUTE))
  const firstAtOrAfter = (day: number): number => instants[locals.findIndex((local) => local >= day * DAY)]!
  return {
    start: firstAtOrAfter(firstDay),
    end: firstAtOrAfter(firstDay + 7),
    firstDay,
    localOf: (instant) => locals[(instant - from) / QUARTER]!,
    instantOf: (day, minute) => {
      const wall = day * DAY + minute * MINUTE
      const first = locals.indexOf(wall)
      if (first >= 0) return instants[first]!
      const afterGap = locals.findIndex((local) => local > wall)
      return wall - (locals[afterGap - 1]! - instants[afterGap - 1]!)
    },
  }
}

/** Every occurrence of a plan's shifts from 12 days before the week to 18 after its start; emptied ones are left out. */
export function oracleSpells(plan: Plan, clock: ClockOracle): readonly OracleSpell[] {
  const spells: OracleSpell[] = []
  for (let day = clock.firstDay - 12; day < clock.firstDay + 18; day++) {
    for (const shift of plan.shifts) {
      if (plan.kind === 'weekly' ? shift.day !== dayOfWeekOfDay(day) : shift.day !== day) continue
      const [start, end] = [clock.instantOf(day, shift.startMinute), clock.instantOf(day, shift.endMinute)]
      if (end <= start) continue
      const breaks = shift.breaks.map((pause) => [clock.instantOf(day, pause.startMinute), clock.instantOf(day, pause.endMinute)] as const)
      const working = quarters(start, end).filter((quarter) => !breaks.some(([from, to]) => quarter >= from && quarter < to))
      spells.push({ shift, day, start, end, working: new Set(working) })
    }
  }
  return spells
}

/** The quarter-hours of [start, end), by instant. */
export function quarters(start: number, end: number): readonly number[] {
  return Array.from({ length: Math.max(0, (end - start) / QUARTER) }, (_, index) => start + index * QUARTER)
}

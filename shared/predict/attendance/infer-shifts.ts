import type { SessionInterval } from '../../coverage/session-interval.ts'
import type { Interval } from '../../foundation/interval.ts'
import { DAY_MINUTES, DAY_MS } from '../../foundation/minutes.ts'
import type { PlannedInterval } from '../../plan/plan.ts'
import { dayOfWeekOfDay } from '../../time/local.ts'
import { instantInWeek, localMinuteOf } from './local-time.ts'
import { quantile } from './quantile.ts'
import { usualShifts, type Occurrence, type UsualShift } from './usual-shifts.ts'
import { forgottenByAgent, onlineByAgent, workIntervals, type WorkInterval } from './work-intervals.ts'

export interface HistoryOptions {
  readonly timeZone: string
  /** Epoch milliseconds; nothing at or after it counts. */
  readonly origin: number
  /** Weeks of history to look at; absent: 8. */
  readonly weeks?: number
}

/** Usual shifts that take each other's place: early one week, late the next. Most are alone. */
export interface Rota {
  readonly agentId: string
  /** The most worked first. */
  readonly shifts: readonly UsualShift[]
  /** Weeks (back from the origin, 0 the last) of which the agent could have worked it. */
  readonly weeks: readonly number[]
  /** Share of these weeks in which one of the shifts was worked. */
  readonly frequency: number
}

/** A shift that was evidently planned. */
export interface InferredInterval extends PlannedInterval {
  /** Expected every week, so that not having worked it is an absence. */
  readonly isRegular: boolean
}

const DEFAULT_WEEKS = 8
/** An agent unseen for so many days has left. */
const LEFT_AFTER_DAYS = 14
/** So many more days without work than usual are a leave ... */
const LEAVE_DAYS = 6
/** ... of somebody who usually works twice a week at least: for others it looks like a missed shift. */
const LONGEST_USUAL_GAP_DAYS = 5
/** On a closed day fewer come than this share of as many as usual; of fewer people than these it cannot be said. */
const CLOSED_SHARE = 0.25
const FEW_PEOPLE = 3
/** A shift worked in fewer of the weeks has no usual day: that it was not worked is no absence. */
const REGULAR_SHARE = 0.6
/** Shifts that begin within so much of one another can take each other's place. */
const SAME_DAY_MINUTES = 18 * 60

/** Every agent's shifts that come back, and what takes turns with what. */
export function inferRotas(sessions: readonly SessionInterval[], options: HistoryOptions): readonly Rota[] {
  const { timeZone, origin } = options
  const originDay = localMinuteOf(origin, timeZone).day
  const firstDay = originDay - 7 * (options.weeks ?? DEFAULT_WEEKS)
  const days = { firstDay, originDay, timeZone }
  const worksByAgent = new Map<string, readonly WorkInterval[]>()
  for (const [agentId, online] of onlineByAgent(sessions, { from: (firstDay - 2) * DAY_MS, origin })) {
    const works = workIntervals(online).filter((work) => isWithin(work, days))
    if (works.length > 0) worksByAgent.set(agentId, works)
  }
  const closed = closedDays([...worksByAgent.values()], days)
  const forgotten = forgottenByAgent(sessions, origin)
  const rotas: Rota[] = []
  for (const [agentId, works] of worksByAgent) {
    const active = new Set(
      [...activeDays(works, days)].filter(
        (day) => !closed.has(day) && !isTouched(day, forgotten.get(agentId) ?? [], timeZone),
      ),
    )
    for (const shifts of takingTurns(usualShifts(works, { agentId, timeZone, originDay })))
      rotas.push(rotaOf(shifts, active, originDay))
  }
  return rotas
}

/** Whether a rota's shift is expected every week: a week without it is an absence. */
export function isRegular(rota: Rota): boolean {
  return rota.frequency >= REGULAR_SHARE
}

/**
 * The shifts that people evidently had in past weeks, where no plan says so: each agent's usual ones. Of shifts that take turns a week has
 * the one that was worked; a regular one that was not worked is there all the same, so that it is an absence.
 */
export function inferPlannedIntervals(
  sessions: readonly SessionInterval[],
  options: HistoryOptions,
): readonly InferredInterval[] {
  const intervals: InferredInterval[] = []
  const originDay = localMinuteOf(options.origin, options.timeZone).day
  for (const rota of inferRotas(sessions, options)) {
    const regular = isRegular(rota)
    for (const week of rota.weeks) {
      const worked = rota.shifts.flatMap((shift) =>
        shift.occurrences.filter((occurrence) => occurrence.week === week).map((occurrence) => ({ shift, occurrence })),
      )
      for (const { shift, occurrence } of worked)
        intervals.push({ ...intervalOf(shift, occurrence.sunday, options.timeZone), isRegular: regular })
      if (worked.length > 0 || !regular) continue
      const shift = rota.shifts[0]!
      const interval = intervalOf(shift, sundayOfWeek(shift, week, originDay), options.timeZone)
      if (interval.end <= options.origin) intervals.push({ ...interval, isRegular: true })
    }
  }
  return intervals.sort((a, b) => a.start - b.start)
}

/** Day on which a shift begins in the week that lies `week` weeks back from the origin, less its minutes of the week. */
function sundayOfWeek(shift: UsualShift, week: number, originDay: number): number {
  const dayOfWeek = Math.floor(shift.startMinute / DAY_MINUTES)
  const firstDay = originDay - 7 * (week + 1)
  return firstDay + ((dayOfWeek - dayOfWeekOfDay(firstDay) + 7) % 7) - dayOfWeek
}

function intervalOf(shift: UsualShift, sunday: number, timeZone: string): PlannedInterval {
  const at = (minute: number): number => instantInWeek(sunday, minute, timeZone)
  return {
    shiftId: `${shift.agentId} ${shift.startMinute}`,
    agentId: shift.agentId,
    localDay: sunday + Math.floor(shift.startMinute / DAY_MINUTES),
    start: at(shift.startMinute),
    end: at(shift.endMinute),
    breaks: shift.breaks.map(({ startMinute, endMinute }) => ({ start: at(startMinute), end: at(endMinute) })),
  }
}

interface Days {
  readonly firstDay: number
  readonly originDay: number
  readonly timeZone: string
}

function isWithin(work: WorkInterval, { firstDay, originDay, timeZone }: Days): boolean {
  const { day } = localMinuteOf(work.start, timeZone)
  return day >= firstDay && day < originDay
}

function isTouched(day: number, intervals: readonly Interval[], timeZone: string): boolean {
  return intervals.some(
    ({ start, end }) => localMinuteOf(start, timeZone).day <= day && day <= localMinuteOf(end, timeZone).day,
  )
}

/** Days on which hardly anybody came who usually comes on that day of week: a holiday, an outage, a gap in the data. No absences. */
function closedDays(
  works: readonly (readonly WorkInterval[])[],
  { firstDay, originDay, timeZone }: Days,
): ReadonlySet<number> {
  const came = new Float64Array(originDay - firstDay)
  for (const own of works)
    for (const day of new Set(own.map(({ start }) => localMinuteOf(start, timeZone).day))) came[day - firstDay]! += 1
  const closed = new Set<number>()
  came.forEach((count, index) => {
    const usual = quantile(
      Array.from(came).filter((_, other) => (other - index) % 7 === 0),
      0.5,
    )
    if (usual >= FEW_PEOPLE && count < CLOSED_SHARE * usual) closed.add(firstDay + index)
  })
  return closed
}

/**
 * Days on which the agent could have worked: from the first seen to the last, unless that was just now; without those of a leave, which
 * a planner knows of: it says nothing about how the agent keeps to shifts.
 */
function activeDays(works: readonly WorkInterval[], { firstDay, originDay, timeZone }: Days): ReadonlySet<number> {
  const worked = [...new Set(works.map(({ start }) => localMinuteOf(start, timeZone).day))]
  const gaps = worked.slice(1).map((day, index) => day - worked[index]! - 1)
  const usualGap = quantile(gaps, 0.75)
  const first = worked[0]! < firstDay + 7 ? firstDay : worked[0]!
  const last = worked.at(-1)! >= originDay - LEFT_AFTER_DAYS ? originDay - 1 : worked.at(-1)!
  const active = new Set<number>()
  const addDays = (from: number, to: number): void => {
    if (usualGap <= LONGEST_USUAL_GAP_DAYS && to - from + 1 >= usualGap + LEAVE_DAYS) return
    for (let day = from; day <= to; day += 1) active.add(day)
  }
  addDays(first, worked[0]! - 1)
  worked.forEach((day, index) => {
    active.add(day)
    addDays(day + 1, index + 1 < worked.length ? worked[index + 1]! - 1 : last)
  })
  return active
}

function rotaOf(shifts: readonly UsualShift[], active: ReadonlySet<number>, originDay: number): Rota {
  const sorted = shifts.toSorted((a, b) => b.occurrences.length - a.occurrences.length)
  const weeks: number[] = []
  const earliest = Math.min(...active)
  for (let week = 0; originDay - 7 * week > earliest; week += 1) {
    const day = sundayOfWeek(sorted[0]!, week, originDay) + Math.floor(sorted[0]!.startMinute / DAY_MINUTES)
    if (active.has(day)) weeks.push(week)
  }
  const workedWeeks = new Set(sorted.flatMap(({ occurrences }) => occurrences.map(({ week }) => week)))
  for (const week of workedWeeks) if (!weeks.includes(week)) weeks.push(week)
  return { agentId: sorted[0]!.agentId, shifts: sorted, weeks, frequency: workedWeeks.size / Math.max(1, weeks.length) }
}

/** Groups shifts of one day that are never worked in the same week. */
function takingTurns(shifts: readonly UsualShift[]): readonly (readonly UsualShift[])[] {
  const groups: UsualShift[][] = []
  for (const shift of shifts.toSorted((a, b) => b.occurrences.length - a.occurrences.length)) {
    const group = groups.find((candidates) => candidates.every((candidate) => takesTurnsWith(candidate, shift)))
    if (group) group.push(shift)
    else groups.push([shift])
  }
  return groups
}

function takesTurnsWith(one: UsualShift, other: UsualShift): boolean {
  if (Math.abs(one.startMinute - other.startMinute) > SAME_DAY_MINUTES) return false
  const weekOf = ({ sunday }: Occurrence): number => sunday
  const weeks = new Set(one.occurrences.map(weekOf))
  return !other.occurrences.some((occurrence) => weeks.has(weekOf(occurrence)))
}

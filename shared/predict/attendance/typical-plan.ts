import type { SessionInterval } from '../../coverage/session-interval.ts'
import type { Interval } from '../../foundation/interval.ts'
import { DAY_MINUTES } from '../../foundation/minutes.ts'
import type { PlannedInterval, Shift, TimeRange } from '../../plan/plan.ts'
import { weekClock } from '../../plan/week-clock.ts'
import { intervalsOnClock } from '../../plan/planned-intervals.ts'
import { addDays, dayOfWeekOf, formatLocalDate } from '../../time/local.ts'
import { SLOT_MS } from '../../time/slots.ts'
import type { AttendanceModel } from '../types.ts'
import { blocksOf } from './blocks.ts'
import { addPresence, profileFor, type WeekGrid } from './expected-presence.ts'
import { inferRotas, isRegular, type HistoryOptions, type Rota } from './infer-shifts.ts'
import { localMinuteOf } from './local-time.ts'
import { meanStaffing, typicalStaffing } from './typical-staffing.ts'
import type { UsualShift } from './usual-shifts.ts'

export interface TypicalPlanInput extends HistoryOptions {
  readonly sessions: readonly SessionInterval[]
  readonly attendance: AttendanceModel
  readonly known?: readonly Interval[]
}

/**
 * The typical week as the shifts of a weekly plan, on the quarter-hour grid: everybody's regular shifts, and of irregular ones as many as
 * bring the plan, thinned by attendance, nearest to the numbers really online. Of shifts that take turns the plan has one. The shifts of
 * agents who have left are not in it.
 */
export function inferTypicalPlan(input: TypicalPlanInput): readonly Shift[] {
  const rotas = inferRotas(input.sessions, input).filter((rota) => rota.weeks.includes(0) || rota.weeks.includes(1))
  const fit = new StaffingFit(input)
  const chosen: UsualShift[] = []
  const add = (shift: UsualShift): void => {
    chosen.push(shift)
    fit.add(shift)
  }
  for (const rota of rotas) if (isRegular(rota) && rota.shifts.length === 1) add(rota.shifts[0]!)
  // Then those with a choice: the one that is missed the most.
  for (const rota of rotas) if (isRegular(rota) && rota.shifts.length > 1) add(bestOf(mainShifts(rota), fit))
  const candidates = new Set(rotas.filter((rota) => !isRegular(rota)).flatMap(({ shifts }) => shifts))
  for (;;) {
    const free = [...candidates].filter((shift) => !chosen.some((other) => isSamePersonAtOnce(shift, other)))
    if (free.length === 0) break
    const best = bestOf(free, fit)
    if (fit.gainOf(best) <= 0) break
    candidates.delete(best)
    add(best)
  }
  return chosen
    .toSorted((a, b) => a.startMinute - b.startMinute || (a.agentId < b.agentId ? -1 : 1))
    .map((shift, index) => weeklyShift(shift, `typical-${index + 1}`))
}

/** Shifts worked about as often as the most frequent one; a single exchange is no choice. */
function mainShifts({ shifts }: Rota): readonly UsualShift[] {
  return shifts.filter(({ occurrences }) => occurrences.length >= shifts[0]!.occurrences.length / 2)
}

function bestOf(shifts: readonly UsualShift[], fit: StaffingFit): UsualShift {
  return shifts.map((shift) => ({ shift, gain: fit.gainOf(shift) })).toSorted((a, b) => b.gain - a.gain)[0]!.shift
}

function isSamePersonAtOnce(
  one: TimeRange & { readonly agentId: string },
  other: TimeRange & { readonly agentId: string },
): boolean {
  return one.agentId === other.agentId && one.startMinute < other.endMinute && other.startMinute < one.endMinute
}

function weeklyShift(shift: UsualShift, id: string): Shift {
  const day = Math.floor(shift.startMinute / DAY_MINUTES)
  const inDay = ({ startMinute, endMinute }: TimeRange): TimeRange => ({
    startMinute: startMinute - day * DAY_MINUTES,
    endMinute: endMinute - day * DAY_MINUTES,
  })
  return { id, agentId: shift.agentId, day, ...inDay(shift), breaks: shift.breaks.map(inDay), note: '' }
}

/** How far the expected presence of the shifts chosen so far is from the numbers really online, over a week of the history's end. */
class StaffingFit {
  readonly #missing: Float64Array
  readonly #grid: WeekGrid
  readonly #attendance: AttendanceModel
  readonly #presence = new Map<UsualShift, readonly (readonly [slot: number, chance: number])[]>()
  readonly #intervals: (shift: UsualShift) => readonly PlannedInterval[]

  constructor(input: TypicalPlanInput) {
    const today = formatLocalDate(localMinuteOf(input.origin, input.timeZone).day)
    const clock = weekClock(input.timeZone, addDays(today, -dayOfWeekOf(today)))
    this.#grid = { start: clock.start, count: clock.slotCount }
    this.#attendance = input.attendance
    this.#intervals = (shift) =>
      intervalsOnClock(
        { name: '', timeZone: input.timeZone, poolId: null, kind: 'weekly', shifts: [weeklyShift(shift, 'shift')] },
        clock,
      )
    const starts = Float64Array.from({ length: clock.slotCount }, (_, slot) => clock.start + slot * SLOT_MS)
    const { all } = typicalStaffing({ ...input, starts, pools: [] })
    this.#missing = all.weeks === 0 ? new Float64Array(clock.slotCount) : meanStaffing(all)
  }

  add(shift: UsualShift): void {
    for (const [slot, chance] of this.#presenceOf(shift)) this.#missing[slot]! -= chance
  }

  /** By how much the squared distance shrinks. */
  gainOf(shift: UsualShift): number {
    let gain = 0
    for (const [slot, chance] of this.#presenceOf(shift)) gain += chance * (2 * this.#missing[slot]! - chance)
    return gain
  }

  #presenceOf(shift: UsualShift): readonly (readonly [slot: number, chance: number])[] {
    const known = this.#presence.get(shift)
    if (known) return known
    const presence = new Float64Array(this.#grid.count)
    const profile = profileFor(this.#attendance, shift.agentId)
    for (const block of blocksOf(this.#intervals(shift))) addPresence(presence, { block, profile, grid: this.#grid })
    const chances = [...presence.entries()].filter(([, chance]) => chance > 0)
    this.#presence.set(shift, chances)
    return chances
  }
}

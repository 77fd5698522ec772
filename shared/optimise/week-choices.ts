import { DAY_MINUTES } from '../foundation/minutes.ts'
import { GRID_MINUTES, type Shift } from '../plan/plan.ts'
import { owedBreaks } from '../plan/rules/owed-breaks.ts'
import type { PlanRules } from '../plan/rules/rules.ts'
import type { PersonLimits } from './person-limits.ts'
import type { PresenceLevels } from './presence-levels.ts'
import type { AllowedMoves, ShiftShapes } from './problem.ts'
import type { BreakPattern, ShiftOption } from './shift-option.ts'
import { breakSlots, type ShiftRules } from './shift-rules.ts'
import type { SlotClock } from './slot-clock.ts'

/** Everything that a person may do on one day. */
export interface DayChoices {
  readonly mayBeOff: boolean
  readonly options: readonly ShiftOption[]
}

/**
 * What a week's shifts add up to: a state that begins at 0, and for each kind of shift the state after it (-1: not allowed). Hours where
 * hours count, which of the shifts are placed where each is placed once, nothing where days are apart.
 */
export interface WeekKinds {
  readonly states: number
  readonly next: readonly Int32Array[]
  /** Whether a week may end in a state. */
  readonly mayEnd: Uint8Array
  /** Worked slots of a state, of movable shifts. */
  readonly units: Float64Array
}

/** What the plan has on one day of a person's week. */
export interface PlannedDay {
  readonly shifts: readonly Shift[]
  /** As it is, for the days that are worked. */
  readonly option: ShiftOption | null
  /** Neither moved nor changed. */
  readonly isFixed: boolean
}

export interface ChoiceOptions {
  readonly moves: AllowedMoves
  readonly shapes: ShiftShapes
  readonly keepsEveryRule: boolean
  readonly clock: SlotClock
  readonly limits: PersonLimits
  readonly shiftRules: ShiftRules
  readonly planRules: PlanRules
  readonly levels: PresenceLevels
}

/** A length with its worked slots, as shifts of it are placed. */
interface Shape {
  readonly slots: number
  readonly worked: number
  /** Ways to draw its breaks; of a shape of the plan the first is the plan's own. */
  readonly patterns: readonly (BreakPattern | null)[]
  /** Shifts of the plan that are like it. */
  count: number
}

/** Breaks stay so far from both ends, where the shift is long enough. */
const FROM_ENDS_SLOTS = 8

export interface WeekChoices {
  readonly days: readonly DayChoices[]
  readonly kinds: WeekKinds
}

/** The weeks that a person may work: what may be moved, within what their rules allow. */
export function weekChoices(planned: readonly PlannedDay[], options: ChoiceOptions): WeekChoices {
  const { moves, limits, shiftRules } = options
  const shapes = shapesOf(planned, options)
  const isAnyDay = moves === 'days' || moves === 'all'
  const ofShapes = shapes.map((shape, kind) => ({ shape, kind }))
  const days = planned.map((day, index): DayChoices => {
    const kept = day.option !== null && (day.isFixed || mayStay(day, options)) ? [withKind(day, shapes, options)] : []
    if (day.isFixed) return { mayBeOff: day.option === null, options: kept }
    if (!isAnyDay) {
      const [own] = day.shifts
      if (own === undefined) return { mayBeOff: true, options: [] }
      const moved = shapes
        .filter((shape) => isLike(own, shape))
        .flatMap((shape) => placed({ shape, kind: 0 }, { ...options, day: index, own: own.startMinute }))
      return { mayBeOff: false, options: [...kept, ...moved] }
    }
    return {
      mayBeOff: shiftRules.mayBeOff(index),
      options: [
        ...kept,
        ...ofShapes.flatMap((one) => placed(one, { ...options, day: index, own: day.shifts[0]?.startMinute ?? null })),
      ],
    }
  })
  const kinds =
    moves === 'all'
      ? hourKinds(shapes, { planned, limits })
      : moves === 'days'
        ? placedOnceKinds(shapes)
        : noKinds(limits, planned)
  return { days, kinds }
}

/** The lengths that may be placed: those of the plan, and where shifts may be added those that are allowed. */
function shapesOf(planned: readonly PlannedDay[], options: ChoiceOptions): readonly Shape[] {
  const { moves, shapes } = options
  const found: Shape[] = []
  const add = (shape: Shape): void => {
    const same = found.find((one) => isSameShape(one, shape))
    if (same === undefined) found.push(shape)
    else same.count += shape.count
  }
  for (const { shifts, isFixed } of planned) {
    if (isFixed) continue
    for (const shift of shifts) {
      const own = shapeOfShift(shift)
      const isPossible = own.patterns.some((breaks) => options.shiftRules.isPossible({ slots: own.slots, breaks }))
      add(isPossible ? own : { ...own, patterns: [...own.patterns, ...redrawn(own, options)] })
      // Where the rules require longer breaks than it has, hours must be free to change.
      if (!isPossible && moves === 'all') add({ ...newShape(own.slots, 0, options), count: 0 })
    }
  }
  if (moves !== 'all') return found
  for (const hours of shapes.lengthsHours) {
    const slots = Math.round(hours * 4)
    const due = slots > shapes.breakAfterHours * 4 ? Math.ceil(shapes.breakMinutes / GRID_MINUTES) : 0
    if (due < slots) add(newShape(slots, due, options))
  }
  return found
}

/** A shift of the plan as it is moved. */
function shapeOfShift(shift: Shift): Shape {
  const slots = (shift.endMinute - shift.startMinute) / GRID_MINUTES
  const first = shift.breaks[0]
  if (first === undefined) return { slots, worked: slots, patterns: [null], count: 1 }
  const parts = shift.breaks.map(({ startMinute, endMinute }) => ({
    after: (startMinute - first.startMinute) / GRID_MINUTES,
    slots: (endMinute - startMinute) / GRID_MINUTES,
  }))
  const breaks = patternOf(slots, parts)
  return { slots, worked: slots - breakSlots(breaks), patterns: [breaks], count: 1 }
}

/** A shift of a new length: with the break that is asked for, else with those that its rules require, which may be more or longer. */
function newShape(slots: number, due: number, options: ChoiceOptions): Shape {
  const asked = due === 0 ? null : patternOf(slots, [{ after: 0, slots: due }])
  if (options.shiftRules.isPossible({ slots, breaks: asked }))
    return { slots, worked: slots - due, patterns: [asked], count: 0 }
  const owed = owedParts(slots, options.planRules)
  const [breaks = null] = owed === null ? [] : patternsOf(slots, lengthened(owed, due), options)
  return { slots, worked: slots - breakSlots(breaks), patterns: breaks === null ? [] : [breaks], count: 0 }
}

/** Breaks of the same minutes together, at places or in pieces that the rules allow. */
function redrawn({ slots, worked, patterns }: Shape, options: ChoiceOptions): readonly BreakPattern[] {
  const [own = null] = patterns
  if (own === null) return []
  const nearer = patternsOf(slots, own.parts, options)
  if (nearer.length > 0) return nearer
  const owed = owedParts(slots, options.planRules)
  const free = slots - worked
  const parts = owed === null ? [] : lengthened(owed, free)
  return parts.reduce((sum, one) => sum + one.slots, 0) === free ? patternsOf(slots, parts, options) : []
}

/** The pattern of some breaks, away from the ends of the shift or, where rules allow none there, nearer to them. */
function patternsOf(
  slots: number,
  parts: BreakPattern['parts'],
  { shiftRules }: ChoiceOptions,
): readonly BreakPattern[] {
  const away = patternOf(slots, parts)
  const last = parts.at(-1)!
  const near = { parts, from: 1, to: slots - last.after - last.slots - 1 }
  return [away, near]
    .filter((breaks) => breaks.from <= breaks.to && shiftRules.isPossible({ slots, breaks }))
    .slice(0, 1)
}

/** The breaks that rules require in a shift, from the first of them on; null: there are none that would do. */
function owedParts(slots: number, rules: PlanRules): BreakPattern['parts'] | null {
  const owed = owedBreaks({ startMinute: 0, endMinute: slots * GRID_MINUTES }, rules)
  if (owed.length === 0) return null
  return owed.map(({ startMinute, endMinute }) => ({
    after: (startMinute - owed[0]!.startMinute) / GRID_MINUTES,
    slots: (endMinute - startMinute) / GRID_MINUTES,
  }))
}

/** The last of some breaks made longer, so that together they have so many slots at least. */
function lengthened(parts: BreakPattern['parts'], total: number): BreakPattern['parts'] {
  const more = total - parts.reduce((sum, { slots }) => sum + slots, 0)
  return more <= 0 ? parts : parts.with(-1, { ...parts.at(-1)!, slots: parts.at(-1)!.slots + more })
}

function patternOf(slots: number, parts: BreakPattern['parts']): BreakPattern {
  const last = parts.at(-1)!
  const span = last.after + last.slots
  const from = Math.min(FROM_ENDS_SLOTS, Math.floor((slots - span) / 2))
  return { parts, from, to: slots - span - from }
}

function isSameShape(one: Shape, other: Shape): boolean {
  return one.slots === other.slots && JSON.stringify(one.patterns[0]) === JSON.stringify(other.patterns[0])
}

function isLike(shift: Shift, shape: Shape): boolean {
  return isSameShape(shapeOfShift(shift), shape)
}

/** Whether rules let the plan's day stay as it is. */
function mayStay(
  { shifts, option }: PlannedDay,
  { keepsEveryRule, limits, shiftRules, clock }: ChoiceOptions,
): boolean {
  if (!keepsEveryRule || option === null) return true
  const [shift] = shifts
  if (shift === undefined || shifts.length !== 1) return true
  const range = clock.place(option.day, shift.startMinute, shift.endMinute)
  return range === null || (shiftRules.mayStay(shift, option.day) && limits.mayWork(range))
}

function withKind(
  { option, shifts, isFixed }: PlannedDay,
  shapes: readonly Shape[],
  { moves }: ChoiceOptions,
): ShiftOption {
  if (isFixed || moves === 'breaks' || moves === 'starts') return { ...option!, kind: -1 }
  return { ...option!, kind: shapes.findIndex((shape) => isLike(shifts[0]!, shape)) }
}

function placed(
  { shape, kind }: { readonly shape: Shape; readonly kind: number },
  options: ChoiceOptions & {
    readonly day: number
    /** Start of the day's shift in the plan. */ readonly own: number | null
  },
): readonly ShiftOption[] {
  const { moves, shiftRules, clock, limits, levels, day, own } = options
  const { slots, worked } = shape
  const made: ShiftOption[] = []
  for (const startMinute of startsOf(own, options)) {
    const range = clock.place(day, startMinute, startMinute + slots * GRID_MINUTES)
    if (range === null || !limits.mayWork(range)) continue
    const { startAt, endAt, pieces } = range
    for (const breaks of shape.patterns) {
      for (const places of shiftRules.breakRanges({ slots, breaks }, day, startMinute))
        made.push({
          day,
          startMinute,
          slots,
          pieces,
          startAt,
          endAt,
          units: worked,
          kind: moves === 'breaks' || moves === 'starts' ? -1 : kind,
          levels: levels.ofShift(slots, breaks !== null),
          duringBreaks: levels.duringBreaks,
          breaks: breaks === null ? null : { ...breaks, ...places },
          planned: null,
        })
    }
  }
  return made
}

/** On the grid of starts, and where the plan has one. */
function startsOf(own: number | null, { moves, shapes }: ChoiceOptions): readonly number[] {
  if (moves === 'breaks') return own === null ? [] : [own]
  const starts: number[] = []
  for (let minute = 0; minute < DAY_MINUTES; minute += shapes.startsEveryMinutes) starts.push(minute)
  return own === null || starts.includes(own) ? starts : [...starts, own]
}

/** Days are apart: nothing adds up. */
function noKinds({ maxUnits, minUnits }: PersonLimits, planned: readonly PlannedDay[]): WeekKinds {
  const units = planned.reduce((sum, { option }) => sum + (option?.units ?? 0), 0)
  const isAllowedSum = units >= minUnits - 1e-9 && (maxUnits === null || units <= maxUnits + 1e-9)
  const moved = planned.reduce((sum, { option, isFixed }) => sum + (isFixed ? 0 : (option?.units ?? 0)), 0)
  return { states: 1, next: [], mayEnd: Uint8Array.of(Number(isAllowedSum)), units: Float64Array.of(moved) }
}

/** Each shift of the plan is placed once, on whichever day. */
function placedOnceKinds(shapes: readonly Shape[]): WeekKinds {
  const sizes = shapes.map(({ count }) => count + 1)
  const states = sizes.reduce((product, size) => product * size, 1)
  const units = new Float64Array(states)
  const next = shapes.map(() => new Int32Array(states).fill(-1))
  for (let state = 0; state < states; state += 1) {
    let rest = state
    let weight = 1
    shapes.forEach(({ worked, count }, kind) => {
      const placedSoFar = rest % sizes[kind]!
      rest = Math.floor(rest / sizes[kind]!)
      if (placedSoFar < count) next[kind]![state] = state + weight
      weight *= sizes[kind]!
      units[state]! += placedSoFar * worked
    })
  }
  const mayEnd = new Uint8Array(states)
  mayEnd[states - 1] = 1
  return { states, next, mayEnd, units }
}

/** Hours add up, between what is owed and what is allowed. */
function hourKinds(
  shapes: readonly Shape[],
  { planned, limits }: { readonly planned: readonly PlannedDay[]; readonly limits: PersonLimits },
): WeekKinds {
  const fixed = planned.reduce((sum, { option, isFixed }) => sum + (isFixed ? (option?.units ?? 0) : 0), 0)
  const worked = shapes.map((shape) => shape.worked)
  const step = worked.reduce(greatestCommonDivisor, 0) || 1
  const most = Math.min(
    7 * worked.reduce((longest, units) => Math.max(longest, units), 0),
    limits.maxUnits === null ? Number.POSITIVE_INFINITY : Math.max(0, limits.maxUnits - fixed),
  )
  const states = Math.floor(most / step) + 1
  const next = worked.map((units) =>
    Int32Array.from({ length: states }, (_, state) => (state + units / step < states ? state + units / step : -1)),
  )
  const units = Float64Array.from({ length: states }, (_, state) => state * step)
  const isOver = limits.maxUnits !== null && fixed > limits.maxUnits
  return {
    states,
    next,
    units,
    mayEnd: Uint8Array.from(units, (sum) => Number(!isOver && sum + fixed >= limits.minUnits)),
  }
}

function greatestCommonDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestCommonDivisor(other, one % other)
}

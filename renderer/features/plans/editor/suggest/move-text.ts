import type { ValuedMove } from '../../../../../shared/optimise/suggested-plan.ts'
import type { Shift, TimeRange } from '../../../../../shared/plan/plan.ts'
import { dayOfWeekOf } from '../../../../../shared/time/local.ts'
import type { Formatter } from '../../../../format/formatter.ts'
import { dateOfColumn, weekColumn, type BoardWeek } from '../board/board-week.ts'

/** A move in words. */
export interface MoveText {
  /** "Move break" */
  readonly what: string
  /** "Mon 12:00–13:00"; null: a new shift. */
  readonly from: string | null
  /** null: the shift is dropped. */
  readonly to: string | null
  /** "+12", "+0.4" */
  readonly gain: string
}

/** Below this a whole number says too little. */
const SMALL = 10
const NOTHING = 0.05

/** A move as its row in the list has it. */
export function moveText(
  { kind, before, after, coveredGain }: ValuedMove,
  board: BoardWeek,
  format: Formatter,
): MoveText {
  const rangesOf = (shift: Shift): readonly TimeRange[] => (kind === 'move-break' ? shift.breaks : [shift])
  const written = (shift: Shift | null): string | null =>
    shift === null ? null : dayAndTimes(shift, rangesOf(shift), { board, format })
  return {
    what: format.texts.suggest.kinds[kind],
    from: written(before),
    // The day is said once.
    to: after !== null && after.day === before?.day ? timesText(rangesOf(after), format) : written(after),
    gain: gainText(coveredGain, format),
  }
}

/** "Mon 9:00–17:30" */
export function shiftWhen(shift: Shift, board: BoardWeek, format: Formatter): string {
  return dayAndTimes(shift, [shift], { board, format })
}

/** Visitors a week with their sign, small ones with a decimal. */
export function gainText(gain: number, format: Formatter): string {
  if (Math.abs(gain) < NOTHING) return format.signed(0)
  return Math.abs(gain) < SMALL ? format.signed(gain, 1) : format.signed(Math.round(gain))
}

function dayAndTimes(
  { day }: Shift,
  ranges: readonly TimeRange[],
  { board, format }: { readonly board: BoardWeek; readonly format: Formatter },
): string {
  const column = weekColumn(board, day)
  return format.texts.suggest.dayAndTimes({
    day: column === null ? '' : format.dayName(dayOfWeekOf(dateOfColumn(board, column)), 'short'),
    times: timesText(ranges, format),
  })
}

function timesText(ranges: readonly TimeRange[], format: Formatter): string {
  return format.list(
    ranges.map(
      ({ startMinute, endMinute }) => `${format.shortWallTime(startMinute)}–${format.shortWallTime(endMinute)}`,
    ),
  )
}

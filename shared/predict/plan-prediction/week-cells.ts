import { hourOfWeek } from '../../foundation/hour-of-week.ts'
import { HOUR_MINUTES } from '../../foundation/minutes.ts'
import { localMinuteOf } from '../attendance/local-time.ts'
import { dayOfWeekOfDay } from '../../time/local.ts'
import type { PredictionInputs } from '../types.ts'

/** A local hour of the week, as a run of slots. A night on which the clock is set back has a longer one, or the same hour twice. */
export interface WeekCell {
  /** 0-6 from the week's first day. */
  readonly day: number
  /** Day of week (Sunday first) * 24 + hour. */
  readonly dayHour: number
  /** Slots [from, to). */
  readonly from: number
  readonly to: number
}

/** The week's hours in order. */
export function weekCells({ starts, timeZone }: Pick<PredictionInputs, 'starts' | 'timeZone'>): readonly WeekCell[] {
  const cells: { day: number; dayHour: number; from: number; to: number }[] = []
  let firstDay: number | null = null
  starts.forEach((start, slot) => {
    const { day, minute } = localMinuteOf(start, timeZone)
    firstDay ??= day
    const dayHour = hourOfWeek(dayOfWeekOfDay(day), Math.floor(minute / HOUR_MINUTES))
    const last = cells.at(-1)
    if (last?.dayHour === dayHour) last.to = slot + 1
    else cells.push({ day: Math.min(6, day - firstDay), dayHour, from: slot, to: slot + 1 })
  })
  return cells
}

/** 0-6 from the week's first day, of each slot. */
export function daysOfSlots(inputs: Pick<PredictionInputs, 'starts' | 'timeZone'>): Uint8Array {
  const days = new Uint8Array(inputs.starts.length)
  for (const { day, from, to } of weekCells(inputs)) days.fill(day, from, to)
  return days
}

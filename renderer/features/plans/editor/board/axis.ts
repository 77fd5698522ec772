import { DAY_MINUTES } from '../../../../../shared/foundation/minutes.ts'
import { GRID_MINUTES } from '../../../../../shared/plan/plan.ts'

const DAYS = 7

/** How the week lies on the screen: seven columns of equal width, each showing the same hours of the wall clock. */
export interface Axis {
  /** Minutes after midnight that a column shows, [from, to). */
  readonly fromMinute: number
  readonly toMinute: number
  /** CSS pixels of one column. */
  readonly dayWidth: number
}

export interface Hours {
  readonly fromMinute: number
  readonly toMinute: number
}

export const WHOLE_DAY: Hours = { fromMinute: 0, toMinute: DAY_MINUTES }

/** The axis that shows these hours of seven days in a width, `zoom` times as wide as would fit. */
export function boardAxis(hours: Hours, { width, zoom }: { readonly width: number; readonly zoom: number }): Axis {
  return { ...hours, dayWidth: Math.max(1, Math.floor((width * zoom) / DAYS)) }
}

export function axisWidth(axis: Axis): number {
  return axis.dayWidth * DAYS
}

/** Pixels of a minute. */
export function minuteWidth(axis: Axis): number {
  return axis.dayWidth / (axis.toMinute - axis.fromMinute)
}

/** Pixels from the left edge of a minute of the week (0 = midnight of the first column); hours that are not shown lie on the edges of their columns. */
export function axisX(axis: Axis, weekMinute: number): number {
  const day = Math.min(Math.max(Math.floor(weekMinute / DAY_MINUTES), 0), DAYS - 1)
  const minute = Math.min(Math.max(weekMinute - day * DAY_MINUTES, axis.fromMinute), axis.toMinute)
  return day * axis.dayWidth + (minute - axis.fromMinute) * minuteWidth(axis)
}

/** The minute of the week under a pixel, inside the shown hours. */
export function weekMinuteAt(axis: Axis, x: number): number {
  const day = dayAt(axis, x)
  const minute = axis.fromMinute + (x - day * axis.dayWidth) / minuteWidth(axis)
  return day * DAY_MINUTES + Math.min(Math.max(minute, axis.fromMinute), axis.toMinute)
}

/** The column under a pixel, 0-6. */
function dayAt(axis: Axis, x: number): number {
  return Math.min(Math.max(Math.floor(x / axis.dayWidth), 0), DAYS - 1)
}

/** The nearest time of the grid. */
export function snap(minute: number): number {
  return Math.round(minute / GRID_MINUTES) * GRID_MINUTES
}

/** Every how many hours the axis has room for a label of this width. */
export function labelStep(axis: Axis, labelWidth: number): number {
  const hourWidth = minuteWidth(axis) * 60
  return [1, 2, 3, 4, 6, 12].find((hours) => hours * hourWidth >= labelWidth) ?? 24
}

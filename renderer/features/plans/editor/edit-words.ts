import type { Shift } from '../../../../shared/plan/plan.ts'
import { shortWallTime, wallTime } from '../../../format/wall-time.ts'
import type { Formatter } from '../../../format/formatter.ts'

interface Dragged {
  readonly shift: Shift
  /** "Thu" */
  readonly day: string
  /** null: nobody is expected. */
  readonly pointsGained: number | null
}

/** "Thu 9:00–17:30 · +0.8 points": what is said at the pointer while it drags. */
export function dragWords({ shift, day, pointsGained }: Dragged, format: Formatter): string {
  const times = `${day === '' ? '' : `${day} `}${shortWallTime(shift.startMinute, format.hour12)}–${shortWallTime(shift.endMinute, format.hour12)}`
  return pointsGained === null ? times : `${times} · ${signedPoints(pointsGained)}`
}

/** "+0.8 points", "−2.1 points", "±0 points". */
export function signedPoints(points: number): string {
  const rounded = Math.round(points * 10) / 10
  if (rounded === 0) return '±0 points'
  return `${signed(rounded, 1)} ${Math.abs(rounded) === 1 ? 'point' : 'points'}`
}

/** A number with its sign, "+" as well, and a real minus. */
export function signed(value: number, decimals = 0): string {
  const text = Math.abs(value).toFixed(decimals)
  if (Number(text) === 0) return `±${text}`
  return `${value < 0 ? '−' : '+'}${text}`
}

/** A whole number with its sign: "+1,240", "−61". */
export function signedCount(value: number, format: Formatter): string {
  const rounded = Math.round(value)
  if (rounded === 0) return '±0'
  return `${rounded < 0 ? '−' : '+'}${format.count(Math.abs(rounded))}`
}

interface Spoken {
  readonly shift: Shift | null
  readonly dayName: string
  /** 0-100; null: nobody is expected. */
  readonly coverage: number | null
  /** Against the baseline. */
  readonly points: number | null
  /** Nothing can be predicted for the week. */
  readonly isUnknown?: boolean
}

/** "Tuesday 09:15 to 17:45. Coverage 81 %, up 3 points." */
export function spokenChange({ shift, dayName, coverage, points, isUnknown = false }: Spoken, format: Formatter): string {
  const times = shift === null ? '' : `${dayName} ${wallTime(shift.startMinute, format.hour12)} to ${wallTime(shift.endMinute, format.hour12)}. `
  if (isUnknown) return `${times}Nothing can be predicted.`
  if (coverage === null) return `${times}No visitors are expected.`
  return `${times}Coverage ${format.rate(coverage)}${points === null ? '' : `, ${direction(points, format)}`}.`
}

function direction(points: number, format: Formatter): string {
  if (Math.round(points) === 0) return 'as before'
  return `${points > 0 ? 'up' : 'down'} ${format.points(points)}`
}

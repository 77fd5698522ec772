import type { Shift, TimeRange } from '../../../../shared/plan/plan.ts'
import { signedPoints } from '../../../format/signed.ts'
import { shortWallTime, wallTime } from '../../../format/wall-time.ts'
import type { Formatter } from '../../../format/formatter.ts'

interface Dragged {
  readonly shift: Shift
  /** "Thu" */
  readonly day: string
  /** null: nobody is expected. */
  readonly pointsGained: number | null
}

/** "Thu 9:00–17:30 · +0.8 points": what is shown at the pointer while it drags. */
export function dragText({ shift, day, pointsGained }: Dragged, format: Formatter): string {
  const times = `${day === '' ? '' : `${day} `}${shortWallTime(shift.startMinute, format.hour12)}–${shortWallTime(shift.endMinute, format.hour12)}`
  return pointsGained === null ? times : `${times} · ${signedPoints(pointsGained)}`
}

interface DraggedBreak {
  readonly range: TimeRange
  /** null: nobody is expected. */
  readonly pointsGained: number | null
}

/** "Break 12:30–13:00 · +0.2 points" */
export function breakText({ range, pointsGained }: DraggedBreak, format: Formatter): string {
  const { planBoard: t } = format.texts
  const times = t.breakAt({
    start: shortWallTime(range.startMinute, format.hour12),
    end: shortWallTime(range.endMinute, format.hour12),
  })
  return pointsGained === null ? times : `${times} · ${signedPoints(pointsGained)}`
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

/** "Tuesday 09:15 to 17:45. Coverage 81%, up 3 points." */
export function spokenChange(
  { shift, dayName, coverage, points, isUnknown = false }: Spoken,
  format: Formatter,
): string {
  const times =
    shift === null
      ? ''
      : `${dayName} ${wallTime(shift.startMinute, format.hour12)} to ${wallTime(shift.endMinute, format.hour12)}. `
  if (isUnknown) return `${times}Nothing can be predicted.`
  if (coverage === null) return `${times}No visitors are expected.`
  return `${times}Coverage ${format.rate(coverage)}${points === null ? '' : `, ${direction(points, format)}`}.`
}

function direction(points: number, format: Formatter): string {
  if (Math.round(points) === 0) return 'as before'
  return `${points > 0 ? 'up' : 'down'} ${format.points(points)}`
}

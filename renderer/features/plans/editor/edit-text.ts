import type { Shift, TimeRange } from '../../../../shared/plan/plan.ts'
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
  const { planShifts: t } = format.texts
  const range = {
    start: format.shortWallTime(shift.startMinute),
    end: format.shortWallTime(shift.endMinute),
  }
  const times = day === '' ? t.times(range) : t.dayAndTimes({ day, ...range })
  return pointsGained === null ? times : `${times} · ${format.signedPoints(pointsGained)}`
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
    start: format.shortWallTime(range.startMinute),
    end: format.shortWallTime(range.endMinute),
  })
  return pointsGained === null ? times : `${times} · ${format.signedPoints(pointsGained)}`
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
  const { planBoard: t } = format.texts
  const figures = isUnknown ? t.noPrediction : coverage === null ? t.noVisitors : coverageText(coverage, points, format)
  if (shift === null) return figures
  const start = format.wallTime(shift.startMinute)
  const end = format.wallTime(shift.endMinute)
  return `${t.editedShift({ day: dayName, start, end })} ${figures}`
}

function coverageText(coverage: number, points: number | null, format: Formatter): string {
  const { planBoard: t } = format.texts
  const rate = format.rate(coverage)
  if (points === null) return t.coverage({ rate })
  if (Math.round(points) === 0) return t.coverageSame({ rate })
  return (points > 0 ? t.coverageUp : t.coverageDown)({ rate, points: format.points(points) })
}

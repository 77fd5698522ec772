import type { Formatter } from '../../language/formatter.ts'
import { addDays, dayOfWeekOf } from '../../time/local.ts'
import {
  breakingPoints,
  type BreakingPoint,
  type Sensitivity,
  SENSITIVITY_ABSENT,
  SENSITIVITY_DEMANDS,
} from './sensitivity.ts'

/** Where a plan breaks, in sentences. `target` 0-1. */
export function sensitivitySentences(
  sensitivity: Sensitivity,
  { firstDate, target }: { readonly firstDate: string; readonly target: number },
  format: Formatter,
): readonly string[] {
  const { sensitivity: t } = format.texts
  const breaking = breakingPoints(sensitivity, target)
  if (breaking === null) return [t.nobodyExpected]
  const rate = format.rate(100 * breaking.rate)
  if (breaking.points.length === 0) return [t.staysAbove({ rate })]
  const sentence = (point: BreakingPoint): string =>
    point.kind === 'absent'
      ? t.breaksWithAbsent({
          count: point.count,
          day: format.dayName(dayOfWeekOf(addDays(firstDate, point.day))),
          rate,
        })
      : t.breaksWithDemand({ percent: format.signed(point.percent), rate })
  return breaking.points.map(sentence)
}

/** The week by visitors and by how many are absent on each day, and the same day by day. */
export function sensitivityTables({ week, days }: Sensitivity, firstDate: string, format: Formatter) {
  const { sensitivity: t } = format.texts
  const absent = SENSITIVITY_ABSENT.map((count) => t.absentCount({ count }))
  const rate = (value: number | null): string => (value === null ? '–' : format.rate(100 * value))
  return {
    week: {
      caption: t.week,
      columns: [t.visitors, ...absent],
      rows: SENSITIVITY_DEMANDS.map((percent, row) => [
        percent === 0 ? t.asAssumed : t.changePercent({ percent: format.signed(percent) }),
        ...week[row]!.map(rate),
      ]),
    },
    days: {
      caption: t.days,
      columns: [t.day, ...absent],
      rows: days.map((table, day) => [
        format.dayName(dayOfWeekOf(addDays(firstDate, day))),
        ...table[SENSITIVITY_DEMANDS.indexOf(0)]!.map(rate),
      ]),
    },
  }
}

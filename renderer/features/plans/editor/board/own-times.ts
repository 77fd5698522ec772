import { dayInWeek, intervalOf } from '../../../../../shared/plan/planned-intervals.ts'
import type { PlanKind, Shift } from '../../../../../shared/plan/plan.ts'
import type { WeekClock } from '../../../../../shared/plan/week-clock.ts'
import { localDateOf } from '../../../../../shared/time/local.ts'
import type { Formatter } from '../../../../format/formatter.ts'
import { cityOf } from '../../../../../shared/time/zone-city.ts'

interface OwnTimes {
  readonly kind: PlanKind
  /** Of the week that is shown: another week's times may differ. */
  readonly clock: WeekClock
  /** IANA zone in which the agent lives. */
  readonly timeZone: string
}

/** A shift as whoever lives in another zone reads it: "15:00 to 23:30 Berlin time"; null where a clock change leaves nothing of it. */
export function ownTimes(shift: Shift, { kind, clock, timeZone }: OwnTimes, format: Formatter): string | null {
  const interval = intervalOf(shift, dayInWeek(shift, kind, clock), clock)
  if (interval === null) return null
  const date = localDateOf(interval.start, timeZone)
  const { planBoard: t } = format.texts
  const values = {
    start: format.time(interval.start, timeZone),
    end: format.time(interval.end, timeZone),
    city: cityOf(timeZone),
  }
  return date === localDateOf(interval.start, clock.timeZone)
    ? t.ownTimes(values)
    : t.ownTimesOn({ ...values, day: format.date(date, 'weekday') })
}

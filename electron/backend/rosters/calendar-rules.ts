import ICAL from 'ical.js'
import { DAY_MS } from '../../../shared/foundation/minutes.ts'

/** Steps after which a rule that gave no day is given up: as many minutes as two months have. */
const MOST_STEPS = 100_000
/** After as many years every date was on every weekday. */
const CALENDAR_CYCLE_YEARS = 28

/**
 * Bounds the rules of an event: the library looks on for ever for a day that there never is, such as 30 February. The function that is
 * returned says whether they gave a day at all.
 */
export function boundRules(event: ICAL.Component, horizon: number): () => boolean {
  let isFound = event.hasProperty('rdate')
  const lastYear = new Date(horizon * DAY_MS).getUTCFullYear()
  for (const property of event.getAllProperties('rrule')) {
    const rule = property.getFirstValue()
    if (!(rule instanceof ICAL.Recur)) continue
    rule.until ??= new ICAL.Time(
      { year: lastYear + CALENDAR_CYCLE_YEARS, month: 12, day: 31, isDate: true },
      ICAL.Timezone.localTimezone,
    )
    rule.iterator = (dtstart) => new BoundedIterator({ rule, dtstart, horizon, onFound: () => void (isFound = true) })
  }
  return () => isFound
}

interface Bounds {
  readonly rule: ICAL.Recur
  readonly dtstart: ICAL.Time
  readonly horizon: number
  readonly onFound: () => void
}

class BoundedIterator extends ICAL.RecurIterator {
  readonly #bounds: Bounds
  #steps = 0

  constructor(bounds: Bounds) {
    super(bounds)
    this.#bounds = bounds
  }

  /** Of its type, but null where there are no more. */
  override next(again = false): ICAL.Time {
    this.#steps = 0
    let time = super.next(again) as ICAL.Time | null
    // The library does not hold the first against the months and dates of the rule.
    while (time !== null && !this.#isOver() && !fits(this.rule, time)) {
      time = super.next() as ICAL.Time | null
      this.occurrence_number--
    }
    if (this.#steps > MOST_STEPS) {
      this.completed = true
      return null as unknown as ICAL.Time
    }
    if (time !== null && !this.#isOver()) this.#bounds.onFound()
    return time as ICAL.Time
  }

  /** Past the bounds every time counts as one of the rule, so that the search ends. */
  override check_contracting_rules(): boolean {
    this.#steps++
    return this.#isOver() || super.check_contracting_rules()
  }

  #isOver(): boolean {
    const { year, month, day } = this.last
    return this.#steps > MOST_STEPS || Date.UTC(year, month - 1, day) / DAY_MS > this.#bounds.horizon
  }
}

function fits({ parts }: ICAL.Recur, { year, month, day }: ICAL.Time): boolean {
  const { BYMONTH: months, BYMONTHDAY: dates } = parts as Readonly<Record<string, readonly number[] | undefined>>
  if (months !== undefined && !months.includes(month)) return false
  const fromTheEnd = day - ICAL.Time.daysInMonth(month, year) - 1
  return dates === undefined || dates.includes(day) || dates.includes(fromTheEnd)
}

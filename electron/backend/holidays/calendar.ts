import type { Holiday } from '../../../shared/predict/forecast/holiday-days.ts'

/** A country or one of its regions, as calendars know it. */
export interface CalendarPlace {
  readonly country: string
  /** null: what holds in all of the country. */
  readonly region: string | null
}

/** A calendar that a workspace has chosen, with its holidays. */
export interface HolidayCalendar extends CalendarPlace {
  readonly holidays: readonly Holiday[]
}

/** A country with holidays of its own, and its regions that have others. */
export interface CalendarCountry {
  readonly country: string
  /** In English. */
  readonly name: string
  readonly regions: readonly { readonly region: string; readonly name: string }[]
}

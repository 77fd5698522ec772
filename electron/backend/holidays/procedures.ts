import { workspaceInput } from '../core/inputs.ts'
import { procedure, router } from '../core/procedure.ts'
import { calendarCountries } from './calendars.ts'
import { datesInput, holidaysInput, placesInput, useHolidaysInput } from './inputs.ts'
import { namedDates } from './named-dates.ts'
import { holidaysOfPlaces, listHolidays, proposeHolidays, useHolidays } from './use-cases.ts'

/** Public holidays, and what they do to the visitors. */
export const holidaysRouter = router({
  /** What each date of a range is called, where it is no usual one. */
  dates: procedure.input(datesInput).query(({ ctx, input }) => namedDates(ctx, input)),
  list: procedure.input(holidaysInput).query(({ ctx, input }) => listHolidays(ctx, input)),
  /** Without a workspace. */
  ofPlaces: procedure.input(placesInput).query(({ ctx, input }) => holidaysOfPlaces(ctx, input)),
  use: procedure.input(useHolidaysInput).mutation(({ ctx, input }) => useHolidays(ctx, input)),
  /** Countries and regions that have calendars. */
  countries: procedure.query(({ ctx }) => calendarCountries(ctx)),
  /** Whose holidays may matter, the most visitors first. */
  proposed: procedure.input(workspaceInput).query(({ ctx, input }) => proposeHolidays(ctx, input.workspaceId)),
})

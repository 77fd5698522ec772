import type { Translation } from '../../language/catalogue.ts'
import type { days as english } from '../en/days.ts'

/** Hours on days of the week. */
export const days: Translation<typeof english> = {
  everyDay: 'tous les jours',
  everyDayExcept: 'tous les jours sauf {days}',
  fromTo: '{from}–{to}',
  at: '{days} {hours}',
  everyDayExceptAt: 'tous les jours sauf {days}, {hours}',
}

import type { Translation } from '../../language/catalogue.ts'
import type { days as english } from '../en/days.ts'

/** Hours on days of the week. */
export const days: Translation<typeof english> = {
  everyDay: 'täglich',
  everyDayExcept: 'täglich außer {days}',
  fromTo: '{from}–{to}',
  at: '{days} {hours}',
  everyDayExceptAt: 'täglich außer {days}, {hours}',
}

import type { Translation } from '../../language/catalogue.ts'
import type { days as english } from '../en/days.ts'

/** Hours on days of the week. */
export const days: Translation<typeof english> = {
  everyDay: 'todos los días',
  everyDayExcept: 'todos los días excepto {days}',
  fromTo: '{from}–{to}',
  at: '{days} {hours}',
  everyDayExceptAt: 'todos los días excepto {days}, {hours}',
}

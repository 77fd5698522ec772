import type { DateOrder } from './date-text.ts'

/** The order in which people of a locale write day, month and year. */
export function usualDateOrder(locale: string): DateOrder {
  const parts = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    calendar: 'gregory',
  })
    .formatToParts(0)
    .flatMap(({ type }) => (type === 'year' ? 'y' : type === 'month' ? 'm' : type === 'day' ? 'd' : []))
    .join('')
  return parts === 'mdy' || parts === 'ymd' ? parts : 'dmy'
}

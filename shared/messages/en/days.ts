/** Hours on days of the week. */
export const days = {
  everyDay: 'every day',
  everyDayExcept: 'every day except {days}',
  fromTo: '{from}–{to}',
  at: '{days} {hours}',
  everyDayExceptAt: 'every day except {days}, {hours}',
} as const

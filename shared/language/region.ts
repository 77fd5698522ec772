/** Whether the clock of a language's region has twelve hours. */
export function usesHour12(language: string): boolean {
  const cycle = new Intl.DateTimeFormat(language, { hour: 'numeric' }).resolvedOptions().hourCycle
  return cycle === 'h12' || cycle === 'h11'
}

interface WeekInfoHolder {
  readonly getWeekInfo?: () => { readonly firstDay: number }
  readonly weekInfo?: { readonly firstDay: number }
}

/** The day with which the week of a language's region begins, 0 = Sunday. */
export function firstDayOfRegion(language: string): number {
  const holder = new Intl.Locale(language) as WeekInfoHolder
  const info = holder.getWeekInfo?.() ?? holder.weekInfo
  return (info?.firstDay ?? 1) % 7
}

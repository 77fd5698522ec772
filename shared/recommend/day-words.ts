const DAYS = 7

/** From so many days on, days with gaps are told by the gaps. */
const MOST_DAYS = 5

/** The same hours on some days: "Mon–Fri 12:00–14:00", "every day but Wed, 12:00–14:00". */
export function hoursOnDays(days: string, hours: string): string {
  return `${days}${days.includes(' but ') ? ',' : ''} ${hours}`
}

/** Days of the week in few words: "Mon–Fri", "Mon, Wed and Fri", "every day but Wed". `order`: the user's week; runs may go over its end. */
export function dayWords(dayIndices: readonly number[], { order, nameOf, dash = '–' }: { readonly order: readonly number[]; readonly nameOf: (dayOfWeek: number) => string; readonly dash?: string }): string {
  if (dayIndices.length === DAYS) return 'every day'
  const has = new Set(dayIndices)
  // A run that goes over the end of the user's week is told from its beginning.
  const gap = order.findIndex((day) => !has.has(day))
  const days = [...order.slice(gap), ...order.slice(0, gap)]
  const runs: number[][] = []
  days.forEach((day, index) => {
    if (!has.has(day)) return
    if (index > 0 && has.has(days[index - 1]!)) runs.at(-1)!.push(day)
    else runs.push([day])
  })
  const isOneRun = runs.length === 1 && order.indexOf(runs[0]![0]!) <= order.indexOf(runs[0]!.at(-1)!)
  if (dayIndices.length >= MOST_DAYS && !isOneRun) return `every day but ${order.filter((day) => !has.has(day)).map(nameOf).join(' and ')}`
  const inOrder = runs.toSorted((a, b) => order.indexOf(a[0]!) - order.indexOf(b[0]!))
  const parts = inOrder.flatMap((run) => (run.length > 2 ? [`${nameOf(run[0]!)}${dash}${nameOf(run.at(-1)!)}`] : run.map(nameOf)))
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)!}` : parts[0]!
}

import type { Formatter } from './formatter.ts'

/** A calendar month, given as YYYY-MM: "Feb 2027". */
export function monthText(month: string, format: Formatter): string {
  const [year, number] = month.split('-')
  return `${format.monthName(Number(number) - 1)} ${year}`
}

import { addDays } from '../../../shared/time/local.ts'
import type { Formatter } from '../../format/formatter.ts'

/** From here on a number of visitors is told without decimals. */
const WHOLE_FROM = 10

export const BAND_NAME = '80 % band'

/** Visitors expected: a mean, so a small one has a decimal. */
export function expectedCount(value: number, format: Formatter): string {
  return value < WHOLE_FROM ? format.average(value) : format.count(value)
}

/** "33–52". */
export function intervalText({ lower, upper }: { readonly lower: number; readonly upper: number }, format: Formatter): string {
  return lower === upper ? format.count(lower) : `${format.count(lower)}–${format.count(upper)}`
}

/** "23 Nov – 29 Nov". */
export function weekDates(firstDate: string, format: Formatter): string {
  return `${format.date(firstDate, 'short')} – ${format.date(addDays(firstDate, 6), 'short')}`
}

/** "quarter-hour", "half-hour", "hour". */
export function slotName(slotMinutes: number): string {
  return slotMinutes === 15 ? 'quarter-hour' : slotMinutes === 30 ? 'half-hour' : 'hour'
}

export interface Told {
  readonly expected: number
  readonly lower: number
  readonly upper: number
  readonly came: number | null
}

/** "42 visitors expected (80 % band 33–52); 47 came, inside the band." */
export function toldSentence({ expected, lower, upper, came }: Told, format: Formatter): string {
  const said = `${expectedCount(expected, format)} ${expected === 1 ? 'visitor' : 'visitors'} expected (${BAND_NAME} ${intervalText({ lower, upper }, format)})`
  if (came === null) return `${said}.`
  const where = came < lower ? 'fewer than the band' : came > upper ? 'more than the band' : 'inside the band'
  return `${said}; ${format.count(came)} came, ${where}.`
}

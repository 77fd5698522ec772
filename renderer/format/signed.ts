import type { Formatter } from './formatter.ts'

/** A whole number with its sign: "+1,240", "−61". */
export function signedCount(value: number, format: Formatter): string {
  const rounded = Math.round(value)
  if (rounded === 0) return '±0'
  return `${rounded < 0 ? '−' : '+'}${format.count(Math.abs(rounded))}`
}

/** A whole sum of money with its sign, in the currency of the settings: "+€1,240", "−€61". */
export function signedMoney(value: number, format: Formatter): string {
  const rounded = Math.round(value)
  if (rounded === 0) return '±0'
  return `${rounded < 0 ? '−' : '+'}${format.money(Math.abs(rounded))}`
}

/** A whole number of visitors for a message with a plural: "+12" of 12. */
export function signedVisitors(
  value: number,
  format: Formatter,
): { readonly count: number; readonly visitors: string } {
  return { count: Math.abs(Math.round(value)), visitors: signedCount(value, format) }
}

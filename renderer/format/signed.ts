import type { Formatter } from './formatter.ts'

/** "+0.8 points", "−2.1 points", "±0 points". */
export function signedPoints(points: number): string {
  const rounded = Math.round(points * 10) / 10
  if (rounded === 0) return '±0 points'
  return `${signed(rounded, 1)} ${Math.abs(rounded) === 1 ? 'point' : 'points'}`
}

/** A number with its sign, "+" as well, and a real minus. */
export function signed(value: number, decimals = 0): string {
  const text = Math.abs(value).toFixed(decimals)
  if (Number(text) === 0) return `±${text}`
  return `${value < 0 ? '−' : '+'}${text}`
}

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

import type { Formatter } from './format.ts'

/** A weight as it was given: rounded, one of 0.25 would look like another. */
export function weightText(weight: number, { locale }: Pick<Formatter, 'locale'>): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 10 }).format(weight)
}

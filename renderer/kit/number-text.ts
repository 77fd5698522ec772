import { currentFormat } from '../format/format-context.tsx'

/** The whole numbers that a field takes. */
export interface NumberRange {
  readonly minValue: number
  readonly maxValue: number
}

/** The whole number that was typed, in or out of any range; NaN where it is none. */
export function parseNumber(text: string): number {
  return /^\d+$/u.test(text.trim()) ? Number(text.trim()) : Number.NaN
}

/** What is wrong with a number as typed; null where nothing is. */
export function numberProblem(value: number, { minValue, maxValue }: NumberRange): string | null {
  const t = currentFormat().texts.kit
  if (Number.isNaN(value)) return t.writeWholeNumber(ends({ minValue, maxValue }))
  return value < minValue || value > maxValue ? t.chooseNumber(ends({ minValue, maxValue })) : null
}

/** What the field shows: the text as it is being typed, unless the value was set otherwise. */
export function textFor(value: number, typed: string | null): string {
  if (typed === null) return Number.isNaN(value) ? '' : String(value)
  return Object.is(parseNumber(typed), value) ? typed : String(value)
}

/** The number that was typed, with a point or a comma; NaN where it is none. */
export function parseDecimal(text: string): number {
  const plain = text.trim().replace(',', '.')
  return /^\d+(\.\d*)?$|^\.\d+$/u.test(plain) ? Number(plain) : Number.NaN
}

/** What is wrong with a number that may have decimals; null where nothing is. */
export function decimalProblem(value: number, range: NumberRange): string | null {
  const isInside = value >= range.minValue && value <= range.maxValue
  return isInside ? null : currentFormat().texts.kit.writeNumber(ends(range))
}

function ends({ minValue, maxValue }: NumberRange): { readonly from: string; readonly to: string } {
  const { count } = currentFormat()
  return { from: count(minValue), to: count(maxValue) }
}

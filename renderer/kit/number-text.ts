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

/**
 * The number that was typed; NaN where it is none. Decimals come after a point or a comma. Thousands are set apart by spaces, apostrophes,
 * commas or points; "1,250" is 1250 where the locale writes thousands so, else 1.25.
 */
export function parseDecimal(text: string, locale = currentFormat().locale): number {
  const plain = text.trim().replaceAll(/(?<=\d)[\s\u2019'](?=\d{3}(?:\D|$))/gu, '')
  const sign = THOUSANDS.find(({ pattern }) => pattern.test(plain))?.sign
  const isEither = plain.split(/[.,]/u).length === 2
  if (sign !== undefined && (!isEither || sign === thousandsSignOf(locale)))
    return Number(plain.replaceAll(sign, '').replace(',', '.'))
  const decimal = plain.replace(',', '.')
  return /^\d+(\.\d*)?$|^\.\d+$/u.test(decimal) ? Number(decimal) : Number.NaN
}

/** A number as a field shows it, so that `parseDecimal` reads the same back: "1.125" is 1125 where thousands are written with a point. */
export function decimalText(value: number, locale = currentFormat().locale): string {
  return thousandsSignOf(locale) === '.' ? String(value).replace('.', ',') : String(value)
}

const THOUSANDS = [
  { sign: ',', pattern: /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/u },
  { sign: '.', pattern: /^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d*)?$/u },
]

function thousandsSignOf(locale: string): string | undefined {
  return new Intl.NumberFormat(locale).formatToParts(1_234_567).find(({ type }) => type === 'group')?.value
}

/** The number with or without a sign that was typed, in percent or not; NaN where it is none. */
export function parseSigned(text: string): number {
  const plain = text.trim().replace('−', '-').replace(',', '.').replace(/\s*%$/u, '')
  return /^[+-]?\d+(?:\.\d+)?$/u.test(plain) ? Number(plain) : Number.NaN
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

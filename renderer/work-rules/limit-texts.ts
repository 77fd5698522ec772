import type { WorkLimits } from '../../shared/plan/rules/rules.ts'
import { decimalProblem, numberProblem, parseDecimal, parseNumber } from '../components/number-text.ts'

export type LimitName = keyof WorkLimits
/** Limits as they are typed: empty where nothing is said, "none" for no limit. */
export type LimitTexts = Readonly<Record<LimitName, string>>

/** One line of a form: what is limited, from below, from above or both. */
export interface LimitLine {
  readonly title: string
  readonly unit: string
  readonly least: LimitName | null
  readonly most: LimitName | null
}

export const LIMIT_LINES: readonly LimitLine[] = [
  { title: 'Hours a week', unit: 'hours', least: 'minHoursPerWeek', most: 'maxHoursPerWeek' },
  { title: 'Length of a shift', unit: 'hours', least: 'minShiftHours', most: 'maxShiftHours' },
  { title: 'Rest between shifts', unit: 'hours', least: 'minRestHours', most: null },
  { title: 'Days in a row', unit: 'days', least: null, most: 'maxConsecutiveDays' },
]

/** Field by field, the numbers that are taken. */
const RANGES: Readonly<Record<LimitName, { readonly minValue: number; readonly maxValue: number; readonly whole?: true }>> = {
  minHoursPerWeek: { minValue: 0, maxValue: 168 },
  maxHoursPerWeek: { minValue: 0, maxValue: 168 },
  minShiftHours: { minValue: 0, maxValue: 24 },
  maxShiftHours: { minValue: 0, maxValue: 24 },
  minRestHours: { minValue: 0, maxValue: 72 },
  maxConsecutiveDays: { minValue: 1, maxValue: 366, whole: true },
}
const NAMES = Object.keys(RANGES) as readonly LimitName[]
const NO_LIMIT = 'none'
/** Other ways to write it. */
const NO_LIMIT_TEXTS = new Set([NO_LIMIT, 'no', 'no limit', '-', '–'])

/** Limits as their fields show them. */
export function limitTexts(limits: WorkLimits): LimitTexts {
  return Object.fromEntries(NAMES.map((name) => [name, textOf(limits[name])])) as LimitTexts
}

/** What is wrong with what was typed, by field. */
export function limitProblems(texts: LimitTexts): Partial<Readonly<Record<LimitName, string>>> {
  const problems: Partial<Record<LimitName, string>> = {}
  for (const name of NAMES) {
    const problem = problemOf(name, texts[name])
    if (problem !== null) problems[name] = problem
  }
  for (const { least, most } of LIMIT_LINES) {
    if (least === null || most === null || problems[least] !== undefined || problems[most] !== undefined) continue
    const [low, high] = [valueOf(texts[least]), valueOf(texts[most])]
    if (typeof low === 'number' && typeof high === 'number' && low > high) problems[least] = `That is more than ${texts[most].trim()}, the most.`
  }
  return problems
}

/** The limits that were typed, where nothing is wrong with them; what was left empty is left out. */
export function limitsOf(texts: LimitTexts): WorkLimits {
  const said = NAMES.map((name) => [name, valueOf(texts[name])] as const).filter(([, value]) => value !== undefined)
  return Object.fromEntries(said)
}

function textOf(value: number | null | undefined): string {
  if (value === undefined) return ''
  return value === null ? NO_LIMIT : String(value)
}

/** undefined: nothing is said; NaN: it cannot be read. */
function valueOf(text: string): number | null | undefined {
  const plain = text.trim().toLowerCase()
  if (plain === '') return undefined
  return NO_LIMIT_TEXTS.has(plain) ? null : parseDecimal(plain)
}

function problemOf(name: LimitName, text: string): string | null {
  const value = valueOf(text)
  if (value === undefined || value === null) return null
  const range = RANGES[name]
  return range.whole ? numberProblem(parseNumber(text), range) : decimalProblem(value, range)
}

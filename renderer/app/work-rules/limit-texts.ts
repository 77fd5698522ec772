import type { WorkLimits, WorkRules } from '../../../shared/plan/rules/rules.ts'
import { currentFormat } from '../../format/format-context.tsx'
import { decimalProblem, numberProblem, parseDecimal, parseNumber } from '../../kit/number-text.ts'

export type LimitName = keyof WorkLimits
/** Limits as they are typed: empty where nothing is given, "none" for no limit. */
export type LimitTexts = Readonly<Record<LimitName, string>>

/** One line of a form: what is limited, from below, from above or both. */
export interface LimitLine {
  /** The name of its message. */
  readonly title:
    | 'hoursPerWeek'
    | 'shiftLength'
    | 'restBetween'
    | 'daysInARow'
    | 'hoursPerDay'
    | 'daySpan'
    | 'weeklyRest'
    | 'weekendsInARow'
  readonly unit: 'hours' | 'days' | 'weekends'
  readonly least: LimitName | null
  readonly most: LimitName | null
}

export const LIMIT_LINES: readonly LimitLine[] = [
  { title: 'hoursPerWeek', unit: 'hours', least: 'minHoursPerWeek', most: 'maxHoursPerWeek' },
  { title: 'shiftLength', unit: 'hours', least: 'minShiftHours', most: 'maxShiftHours' },
  { title: 'restBetween', unit: 'hours', least: 'minRestHours', most: null },
  { title: 'daysInARow', unit: 'days', least: null, most: 'maxConsecutiveDays' },
  { title: 'hoursPerDay', unit: 'hours', least: null, most: 'maxHoursPerDay' },
  { title: 'daySpan', unit: 'hours', least: null, most: 'maxDaySpanHours' },
  { title: 'weeklyRest', unit: 'hours', least: 'minWeeklyRestHours', most: null },
  { title: 'weekendsInARow', unit: 'weekends', least: null, most: 'maxWeekendsInRow' },
]

/** Field by field, the numbers that are taken. */
const RANGES: Readonly<
  Record<LimitName, { readonly minValue: number; readonly maxValue: number; readonly whole?: true }>
> = {
  minHoursPerWeek: { minValue: 0, maxValue: 168 },
  maxHoursPerWeek: { minValue: 0, maxValue: 168 },
  minShiftHours: { minValue: 0, maxValue: 24 },
  maxShiftHours: { minValue: 0, maxValue: 24 },
  minRestHours: { minValue: 0, maxValue: 72 },
  maxConsecutiveDays: { minValue: 1, maxValue: 366, whole: true },
  maxHoursPerDay: { minValue: 0, maxValue: 24 },
  maxDaySpanHours: { minValue: 0, maxValue: 24 },
  minWeeklyRestHours: { minValue: 0, maxValue: 72 },
  maxWeekendsInRow: { minValue: 1, maxValue: 53, whole: true },
}
const NAMES = Object.keys(RANGES) as readonly LimitName[]
/** Ways to write that there is no limit, beside the language's own word. */
const NO_LIMIT_TEXTS = new Set(['none', 'no', 'no limit', '-', '–'])
const noLimit = (): string => currentFormat().texts.workRules.none

/** Limits as their fields show them. */
export function limitTexts(limits: WorkLimits): LimitTexts {
  return Object.fromEntries(NAMES.map((name) => [name, limitText(limits[name])])) as LimitTexts
}

/** What is wrong with what was typed, by field. */
export function limitProblems(texts: LimitTexts): Partial<Readonly<Record<LimitName, string>>> {
  const problems: Partial<Record<LimitName, string>> = {}
  for (const name of NAMES) {
    const problem = limitProblem(name, texts[name])
    if (problem !== null) problems[name] = problem
  }
  for (const { least, most } of LIMIT_LINES) {
    if (least === null || most === null || problems[least] !== undefined || problems[most] !== undefined) continue
    const [low, high] = [parseLimit(texts[least]), parseLimit(texts[most])]
    if (typeof low === 'number' && typeof high === 'number' && low > high)
      problems[least] = currentFormat().texts.workRules.moreThanMost({ most: texts[most].trim() })
  }
  return problems
}

/** The limits that were typed, where nothing is wrong with them; what was left empty is left out. */
export function typedLimits(texts: LimitTexts): WorkLimits {
  const given = NAMES.map((name) => [name, parseLimit(texts[name])] as const).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given)
}

/** Rules of several numbers, which have no field here. */
export function withoutFields({ averageHours, night, minor }: WorkRules): Omit<WorkRules, LimitName> {
  return {
    ...(averageHours === undefined ? {} : { averageHours }),
    ...(night === undefined ? {} : { night }),
    ...(minor === undefined ? {} : { minor }),
  }
}

function limitText(value: number | null | undefined): string {
  if (value === undefined) return ''
  return value === null ? noLimit() : String(value)
}

/** undefined: nothing is given; NaN: it cannot be read. */
function parseLimit(text: string): number | null | undefined {
  const plain = text.trim().toLowerCase()
  if (plain === '') return undefined
  return NO_LIMIT_TEXTS.has(plain) || plain === noLimit().toLowerCase() ? null : parseDecimal(plain)
}

function limitProblem(name: LimitName, text: string): string | null {
  const value = parseLimit(text)
  if (value === undefined || value === null) return null
  const range = RANGES[name]
  return range.whole ? numberProblem(parseNumber(text), range) : decimalProblem(value, range)
}

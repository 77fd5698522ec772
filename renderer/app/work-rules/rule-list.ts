import { DAY_MINUTES } from '../../../shared/foundation/minutes.ts'
import type { PlanRules } from '../../../shared/plan/rules/rules.ts'
import type { Formatter } from '../../format/formatter.ts'
import type { Option } from '../../kit/option-list.tsx'
import { decimalProblem, numberProblem, parseDecimal, parseNumber } from '../../kit/number-text.ts'

/** A rule as it is typed: a text a column. Times of day are minutes after midnight. */
export type RuleRow = Readonly<Record<string, string>>

export type RuleListId = keyof Formatter['texts']['planRules']['lists']

/** What is around a number, time or choice of a rule. */
export interface ColumnTexts {
  /** In full, for those who do not see its place. */
  readonly name: string
  readonly before?: string
  readonly after?: string
}

/** What the page calls a list and its columns, by their ids. */
export interface RuleListTexts {
  readonly title: string
  readonly add: string
  readonly remove: string
  readonly columns: Readonly<Record<string, ColumnTexts>>
}

/** One number, time or choice of a rule. */
export type RuleColumn = { readonly id: string } & (
  | {
      readonly kind: 'number'
      readonly minValue: number
      readonly maxValue: number
      readonly whole?: true
      /** May be left empty. */
      readonly optional?: true
    }
  | { readonly kind: 'time' }
  | { readonly kind: 'choice'; readonly options: (format: Formatter) => readonly Option[] }
)

/** Rules of one kind: what they hold, and where a plan's rules keep them. */
export interface RuleList {
  readonly id: RuleListId
  /** How many there can be. */
  readonly most: number
  readonly columns: readonly RuleColumn[]
  readonly first: RuleRow
  readonly read: (rules: PlanRules) => readonly RuleRow[]
  readonly write: (rules: PlanRules, rows: readonly RuleRow[]) => PlanRules
}

/** Limits of columns that several rules have. */
export const HOURS = { kind: 'number', minValue: 0, maxValue: 48 } as const
export const WEEK_HOURS = { kind: 'number', minValue: 0, maxValue: 168 } as const
export const WEEKS = { kind: 'number', minValue: 1, maxValue: 53, whole: true } as const
export const MINUTES = { kind: 'number', minValue: 1, maxValue: DAY_MINUTES, whole: true } as const

/** What is wrong with a number of a row; null: nothing. */
export function columnProblem(column: RuleColumn, row: RuleRow): string | null {
  if (column.kind !== 'number') return null
  const typed = row[column.id] ?? ''
  if (column.optional && typed.trim() === '') return null
  return column.whole ? numberProblem(parseNumber(typed), column) : decimalProblem(parseDecimal(typed), column)
}

/** Whether everything of a row can be read. */
export function isUsableRow({ columns }: RuleList, row: RuleRow): boolean {
  return columns.every((column) => columnProblem(column, row) === null)
}

/** The time range of a row: an end that is not after its start is on the next day. */
export function rowRange(row: RuleRow): { readonly startMinute: number; readonly endMinute: number } {
  const [startMinute, end] = [typedNumber(row['start']), typedNumber(row['end']) % DAY_MINUTES]
  return { startMinute, endMinute: end > startMinute ? end : end + DAY_MINUTES }
}

type OptionalRule = 'moreOwedBreaks' | 'breaksByHour' | 'unbrokenWork' | 'overtime' | 'noticeDays' | 'minimumStaff'

/** The rules with one of them in place of what it was; undefined: without it. */
export function withRule<Name extends OptionalRule>(
  rules: PlanRules,
  name: Name,
  value: PlanRules[Name] | undefined,
): PlanRules {
  const { [name as OptionalRule]: _before, ...rest } = rules
  return value === undefined ? rest : { ...rest, [name]: value }
}

/** What rows hold; undefined: there are none. */
export function rowValues<Value>(
  rows: readonly RuleRow[],
  read: (row: RuleRow) => Value,
): readonly Value[] | undefined {
  return rows.length === 0 ? undefined : rows.map((row) => read(row))
}

/** A number as it is typed; null: an empty text. */
export function typed(value: number | null): string {
  return value === null ? '' : String(value)
}

/** The number of a typed text, NaN where it is none. */
export function typedNumber(typedText: string | undefined): number {
  return parseDecimal(typedText ?? '')
}

/** What a row is held to: `actual` at most `limit`, or at least where `atLeast` says so. */
export interface Goal {
  /** As it is written: "<= 1.5x". */
  readonly text: string
  readonly limit: number
  readonly actual: number
  readonly atLeast?: boolean
  /** Bare milliseconds on a machine that others use as well say little: up to twice the goal is noted as such. */
  readonly isBareTime?: boolean
}

export interface BenchRow {
  readonly what: string
  readonly value: string
  /** To what the row is held against, or to the first row of its table. */
  readonly ratio?: string
  readonly goal?: Goal
}

export interface BenchTable {
  readonly title: string
  readonly rows: readonly BenchRow[]
  /** Said under the table. */
  readonly notes?: readonly string[]
}

export type Verdict = 'kept' | 'within 2x' | 'missed' | ''

const BARE_TIME_ALLOWANCE = 2

/** Whether a row keeps its goal; empty where it has none. */
export function verdictOf({ goal }: BenchRow): Verdict {
  if (goal === undefined) return ''
  const { limit, actual, atLeast = false, isBareTime = false } = goal
  if (atLeast ? actual >= limit : actual <= limit) return 'kept'
  return isBareTime && actual <= BARE_TIME_ALLOWANCE * limit ? 'within 2x' : 'missed'
}

/** A table for a terminal. */
export function tableText({ title, rows, notes = [] }: BenchTable): string {
  const cells = cellsOf(rows)
  const widths = cells[0]!.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)))
  const lines = cells.map(
    (row) =>
      `  ${row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd()}`,
  )
  return `\n${[title, ...lines, ...notes.map((note) => `  ${note}`)].join('\n')}\n`
}

/** The same for a document. */
export function tableMarkdown({ title, rows, notes = [] }: BenchTable): string {
  const [head, ...body] = cellsOf(rows).map(
    (row) =>
      `| ${row.map((cell) => cell.replaceAll('|', '\\|').replaceAll('<=', '≤').replaceAll('>=', '≥')).join(' | ')} |`,
  )
  const rule = '| --- | ---: | ---: | --- | --- |'
  return [`### ${title}`, '', head!, rule, ...body, ...notes.flatMap((note) => ['', note])].join('\n')
}

function cellsOf(rows: readonly BenchRow[]): readonly (readonly string[])[] {
  return [
    ['', 'measured', 'ratio', 'goal', ''],
    ...rows.map((row) => [row.what, row.value, row.ratio ?? '', row.goal?.text ?? '', verdictOf(row)]),
  ]
}

export const ms = (value: number): string =>
  value < 10 ? `${value.toFixed(2)} ms` : `${Math.round(value).toLocaleString('en')} ms`
export const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`
export const times = (ratio: number): string =>
  `${ratio < 10 ? ratio.toFixed(2) : Math.round(ratio).toLocaleString('en')}x`
export const share = (part: number): string => `${(100 * part).toFixed(1)}%`
export const count = (value: number): string => value.toLocaleString('en')

/** At most so many milliseconds. */
export const atMostMs = (limit: number, actual: number): Goal => ({
  text: `<= ${limit.toLocaleString('en')} ms`,
  limit,
  actual,
  isBareTime: true,
})
/** At most so many times as long. */
export const atMostTimes = (limit: number, actual: number): Goal => ({ text: `<= ${limit}x`, limit, actual })
/** At least so many times as fast. */
export const atLeastTimes = (limit: number, actual: number): Goal => ({
  text: `>= ${limit.toLocaleString('en')}x`,
  limit,
  actual,
  atLeast: true,
})

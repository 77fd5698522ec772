import { CsvError, parse } from 'csv-parse/sync'
import type { TimeOffEntry } from '../../../shared/contract/time-off-output.ts'
import { AppError } from '../../../shared/foundation/errors.ts'
import { DAY_MINUTES } from '../../../shared/foundation/minutes.ts'
import { TIME_OFF_KINDS, type TimeOffKind } from '../../../shared/plan/rules/rule-types.ts'
import { timeOffSchema } from '../../../shared/plan/rules/time-off-schema.ts'
import { parseWallTime } from '../../../shared/plan/wall-time.ts'
import type { StoredTimeOff } from '../../store/time-off-store.ts'
import { harmfulAgain } from '../../../shared/foundation/harmless-text.ts'
import { toCsv } from '../core/csv.ts'

const HEADER = ['agent', 'name', 'kind', 'from', 'to', 'start', 'end', 'note'] as const
type Column = (typeof HEADER)[number]
type Row = Partial<Readonly<Record<Column, string>>>

/** Of which an agent's name and id are known. */
export interface NamedAgent {
  readonly id: string
  readonly name: string
}

/** Time off as CSV, a row each; times empty: whole days. */
export function timeOffToCsv(entries: readonly TimeOffEntry[]): string {
  return toCsv(
    HEADER,
    entries.map(({ agentId, name, kind, from, to, start, end, note }) => [
      agentId,
      name,
      kind,
      from,
      to,
      start ?? '',
      end ?? '',
      note,
    ]),
  )
}

/**
 * Time off from the text of a CSV file with a header, parted by commas, semicolons or tabs. `agent` is an id or a name; without it `name`
 * is taken. Without `to` it is one day, without `kind` vacation. Throws AppError 'invalid-input' that names the line and what is wrong in it.
 */
export function timeOffFromCsv(text: string, agents: readonly NamedAgent[]): readonly Omit<StoredTimeOff, 'id'>[] {
  return rowsOf(text).map(({ row, line }) => {
    const fail = (reason: string): AppError =>
      new AppError({
        code: 'invalid-input',
        message: `Line ${line} of the file ${reason}.`,
        kept: 'Nothing of the file was taken.',
        next: `Its columns are ${HEADER.join(', ')}; dates are YYYY-MM-DD, times HH:MM.`,
      })
    const start = row.start ?? ''
    const end = row.end ?? ''
    const entry = {
      agentId: agentOf(row, agents, fail),
      kind: kindOf(row, fail),
      from: row.from ?? '',
      to: (row.to ?? '') === '' ? (row.from ?? '') : row.to!,
      part: start === '' && end === '' ? null : partOf(start, end, fail),
      note: harmfulAgain(row.note ?? ''),
    }
    const { success, error } = timeOffSchema.safeParse({ ...entry, id: 'new' })
    if (success) return entry
    const [issue] = error.issues
    throw fail(`has a time off that ${issue!.message}${issue!.path.length > 0 ? ` (${issue!.path.join('.')})` : ''}`)
  })
}

function rowsOf(text: string): readonly { readonly row: Row; readonly line: number }[] {
  const [header = ''] = text.split(/\r?\n/u)
  const delimiter = [',', ';', '\t'].toSorted((one, other) => header.split(other).length - header.split(one).length)[0]!
  try {
    const records = parse(text, {
      bom: true,
      columns: (names: readonly string[]) => names.map((name) => name.trim().toLowerCase()),
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as readonly { readonly record: Row; readonly info: { readonly lines: number } }[]
    return records.map(({ record, info }) => ({ row: record, line: info.lines }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new AppError(
      {
        code: 'invalid-input',
        message: `The file is not a CSV file: ${error.message}`,
        kept: 'Nothing of the file was taken.',
        next: `Give a file with the columns ${HEADER.join(', ')}.`,
      },
      { cause: error },
    )
  }
}

function agentOf(row: Row, agents: readonly NamedAgent[], fail: (reason: string) => AppError): string {
  const named = (row.agent ?? '') === '' ? harmfulAgain(row.name ?? '') : harmfulAgain(row.agent!)
  if (named === '') throw fail('names no agent')
  if (agents.some(({ id }) => id === named)) return named
  const found = agents.filter(({ name }) => name.toLowerCase() === named.toLowerCase())
  if (found.length === 1) return found[0]!.id
  throw fail(
    found.length === 0 ? `names "${named}", who is no agent` : `names "${named}", and several agents are called so`,
  )
}

function kindOf({ kind = '' }: Row, fail: (reason: string) => AppError): TimeOffKind {
  if (kind === '') return 'vacation'
  const known = TIME_OFF_KINDS.find((one) => one === kind.toLowerCase())
  if (known) return known
  throw fail(`has the kind "${kind}", but it must be one of: ${TIME_OFF_KINDS.join(', ')}`)
}

function partOf(
  start: string,
  end: string,
  fail: (reason: string) => AppError,
): { readonly startMinute: number; readonly endMinute: number } {
  const [from, to] = [parseWallTime(start), parseWallTime(end)]
  if (from === null || to === null) throw fail(`has times that cannot be read: "${start}" to "${end}"`)
  const startMinute = from % DAY_MINUTES
  return { startMinute, endMinute: to > startMinute ? to : to + DAY_MINUTES }
}

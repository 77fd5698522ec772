import type { TimeOffEntry } from '../../../shared/contract/time-off-output.ts'
import { toCsv } from '../core/csv.ts'

const HEADER = ['agent', 'name', 'kind', 'from', 'to', 'start', 'end', 'note'] as const

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

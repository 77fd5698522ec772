import type { TimeOffEntry } from '../../../shared/contract/time-off-output.ts'
import { toCsv } from '../core/csv.ts'

/** The columns of the CSV that Covercast writes. */
export const TIME_OFF_HEADER: readonly string[] = ['agent', 'name', 'kind', 'from', 'to', 'start', 'end', 'note']

/** Time off as CSV, a row each; times empty: whole days. */
export function timeOffToCsv(entries: readonly TimeOffEntry[]): string {
  return toCsv(
    TIME_OFF_HEADER,
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

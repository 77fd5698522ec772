/** The columns of the CSV of shifts that Covercast writes, and of the sheet of shifts of its workbooks: its texts are taken letter by letter. */
export const OWN_SHIFT_COLUMNS: readonly string[] = [
  'agent',
  'agent_id',
  'pool',
  'date',
  'start',
  'end_date',
  'end',
  'breaks',
  'hours',
  'time_zone',
  'note',
]

/** The same of a pattern, in workbooks: weekdays take the place of dates. */
export const OWN_PATTERN_COLUMNS: readonly string[] = OWN_SHIFT_COLUMNS.filter((name) => name !== 'end_date').map(
  (name) => (name === 'date' ? 'day' : name),
)

/** What the sheets of Covercast's workbooks are called. */
export const OWN_SHEETS = { roster: 'Roster', shifts: 'Shifts', plan: 'Plan' } as const

/** Whether a header is that of Covercast's own table of shifts. */
export function isOwnHeader(header: readonly string[]): boolean {
  return isSame(header, OWN_SHIFT_COLUMNS) || isSame(header, OWN_PATTERN_COLUMNS)
}

function isSame(header: readonly string[], own: readonly string[]): boolean {
  return header.length === own.length && own.every((name, index) => header[index] === name)
}

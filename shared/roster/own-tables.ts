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
export const OWN_SHEETS = {
  roster: 'Roster',
  shifts: 'Shifts',
  plan: 'Plan',
  // For people: nothing is read of these.
  timeOff: 'Time off',
  violations: 'Violations',
  minimumStaff: 'Minimum staff',
} as const

/** A further column of the CSV of a plan that assumes something. It is for people: nothing is read of it. */
export const OWN_ASSUMPTIONS_COLUMN = 'assumptions'

/** Whether a header is that of Covercast's own table of shifts. */
export function isOwnHeader(header: readonly string[]): boolean {
  const own = header.at(-1) === OWN_ASSUMPTIONS_COLUMN ? header.slice(0, -1) : header
  return isSame(own, OWN_SHIFT_COLUMNS) || isSame(own, OWN_PATTERN_COLUMNS)
}

function isSame(header: readonly string[], own: readonly string[]): boolean {
  return header.length === own.length && own.every((name, index) => header[index] === name)
}

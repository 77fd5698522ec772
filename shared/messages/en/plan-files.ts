/** Plans as files: CSV, workbook and calendar. Names of columns in CSV are the same in every language. */
export const planFiles = {
  unassigned: 'Unassigned',
  unassignedShift: 'Unassigned shift',
  allPools: 'All pools',
  breaks: '{count, plural, one {Break {times}} other {Breaks {times}}}',
  agent: 'Agent',
  hours: 'Hours',
  from: 'From',
  to: 'To',
  start: 'Start',
  end: 'End',
  weekOf: 'Week of',
  violation: 'Violation',
  day: 'Day',
  people: 'People',
  pool: 'Pool',
} as const

import type { Translation } from '../../language/catalogue.ts'
import type { planFiles as english } from '../en/plan-files.ts'

/** Plans as files: CSV, workbook and calendar. Names of columns in CSV are the same in every language. */
export const planFiles: Translation<typeof english> = {
  unassigned: 'Nicht zugewiesen',
  unassignedShift: 'Nicht zugewiesene Schicht',
  allPools: 'Alle Pools',
  breaks: '{count, plural, one {Pause {times}} other {Pausen {times}}}',
  agent: 'Agent',
  from: 'Von',
  to: 'Bis',
  start: 'Beginn',
  end: 'Ende',
  weekOf: 'Woche ab',
  violation: 'Verstoß',
  day: 'Tag',
  people: 'Personen',
  pool: 'Pool',
  hours: 'Stunden',
}

import type { Translation } from '../../language/catalogue.ts'
import type { planFiles as english } from '../en/plan-files.ts'

/** Plans as files: CSV, workbook and calendar. Names of columns in CSV are the same in every language. */
export const planFiles: Translation<typeof english> = {
  unassigned: 'Non attribué',
  unassignedShift: 'Poste non attribué',
  allPools: 'Tous les pools',
  breaks: '{count, plural, one {Pause {times}} other {Pauses {times}}}',
  agent: 'Agent',
  hours: 'Heures',
  from: 'Du',
  to: 'Au',
  start: 'Début',
  end: 'Fin',
  weekOf: 'Semaine du',
  violation: 'Infraction',
  day: 'Jour',
  people: 'Personnes',
  pool: 'Pool',
}

import type { Translation } from '../../../shared/language/catalogue.ts'
import type { workRules as english } from '../en/work-rules.ts'

/** Limits of work, for a plan and for an agent. */
export const workRules: Translation<typeof english> = {
  atLeast: 'au moins',
  atMost: 'au plus',
  atLeastOf: '{limit}, minimum',
  atMostOf: '{limit}, maximum',
  moreThanMost: 'C’est plus que le maximum, {most}.',
  none: 'aucune',
  hours: 'heures',
  days: 'jours',
  weekends: 'week-ends',
  hoursPerWeek: 'Heures par semaine',
  shiftLength: 'Durée d’un poste',
  restBetween: 'Repos entre les postes',
  daysInARow: 'Jours consécutifs',
  hoursPerDay: 'Heures par jour',
  daySpan: 'Amplitude du jour',
  weeklyRest: 'Repos hebdomadaire',
  weekendsInARow: 'Week-ends consécutifs',
}

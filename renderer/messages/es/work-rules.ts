import type { Translation } from '../../../shared/language/catalogue.ts'
import type { workRules as english } from '../en/work-rules.ts'

/** Limits of work, for a plan and for an agent. */
export const workRules: Translation<typeof english> = {
  atLeast: 'al menos',
  atMost: 'como máximo',
  atLeastOf: '{limit}, al menos',
  atMostOf: '{limit}, como máximo',
  moreThanMost: 'Es más que el máximo, {most}.',
  none: 'ninguno',
  hours: 'horas',
  days: 'días',
  weekends: 'fines de semana',
  hoursPerWeek: 'Horas por semana',
  shiftLength: 'Duración de los turnos',
  restBetween: 'Descanso entre turnos',
  daysInARow: 'Días seguidos',
  hoursPerDay: 'Horas al día',
  daySpan: 'Del inicio al fin de un día',
  weeklyRest: 'Descanso semanal',
  weekendsInARow: 'Fines de semana seguidos',
}

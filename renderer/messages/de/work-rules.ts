import type { Translation } from '../../../shared/language/catalogue.ts'
import type { workRules as english } from '../en/work-rules.ts'

/** Limits of work, for a plan and for an agent. */
export const workRules: Translation<typeof english> = {
  atLeast: 'mindestens',
  atMost: 'höchstens',
  atLeastOf: '{limit}, mindestens',
  atMostOf: '{limit}, höchstens',
  moreThanMost: 'Das ist mehr als das Maximum, {most}.',
  none: 'keine',
  hours: 'Stunden',
  days: 'Tage',
  weekends: 'Wochenenden',
  hoursPerWeek: 'Stunden pro Woche',
  shiftLength: 'Schichtlänge',
  restBetween: 'Ruhezeit zwischen Schichten',
  daysInARow: 'Tage in Folge',
  hoursPerDay: 'Stunden pro Tag',
  daySpan: 'Beginn bis Ende eines Tages',
  weeklyRest: 'Wöchentliche Ruhezeit',
  weekendsInARow: 'Wochenenden in Folge',
}

import type { Translation } from '../../language/catalogue.ts'
import type { figures as english } from '../en/figures.ts'

/** Figures with their units, as every screen, page of paper and terminal writes them. */
export const figures: Translation<typeof english> = {
  visitors: '{count, plural, one {# Besucher} other {# Besucher}}',
  agents: '{count, plural, one {{average} Agent} other {{average} Agenten}}',
  agentHours: '{count, plural, one {{hours} Agentenstunde} other {{hours} Agentenstunden}}',
  noChange: 'unverändert',
  lessThanAPoint: 'weniger als ein Punkt',
  points: '{count, plural, one {# Punkt} other {# Punkte}}',
  signedPoints: '{count, plural, other {{points} Punkte}}',
  signedWholePoints: '{count, plural, one {{points} Punkt} other {{points} Punkte}}',
  milliseconds: '{count} ms',
  seconds: '{count} s',
  minutes: '{count} min',
  minutesAndSeconds: '{minutes} min {seconds} s',
  hours: '{hours} h',
  hoursAndMinutes: '{hours} h {minutes} min',
  hourBeforeNoon: '{hour}a',
  hourAfterNoon: '{hour}p',
  otherCountries: 'Andere Länder',
}

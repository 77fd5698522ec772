import type { Translation } from '../../language/catalogue.ts'
import type { figures as english } from '../en/figures.ts'

/** Figures with their units, as every screen, page of paper and terminal writes them. */
export const figures: Translation<typeof english> = {
  visitors: '{count, plural, one {# visiteur} other {# visiteurs}}',
  agents: '{count, plural, one {{average} agent} other {{average} agents}}',
  agentHours: '{count, plural, one {{hours} heure-agent} other {{hours} heures-agent}}',
  noChange: 'inchangé',
  lessThanAPoint: 'moins d’un point',
  points: '{count, plural, one {# point} other {# points}}',
  signedPoints: '{count, plural, one {{points} point} other {{points} points}}',
  signedWholePoints: '{count, plural, one {{points} point} other {{points} points}}',
  milliseconds: '{count} ms',
  seconds: '{count} s',
  minutes: '{count} min',
  minutesAndSeconds: '{minutes} min {seconds} s',
  hours: '{hours} h',
  hoursAndMinutes: '{hours} h {minutes} min',
  hourBeforeNoon: '{hour}a',
  hourAfterNoon: '{hour}p',
  otherCountries: 'Autres pays',
}

import type { Translation } from '../../language/catalogue.ts'
import type { figures as english } from '../en/figures.ts'

/** Figures with their units, as every screen, page of paper and terminal writes them. */
export const figures: Translation<typeof english> = {
  visitors: '{count, plural, one {# visitante} other {# visitantes}}',
  /** Of an average: "1.8 agents", "1.0 agents"; `count` decides the plural of other languages. */
  agents: '{count, plural, one {{average} agente} other {{average} agentes}}',
  agentHours: '{count, plural, one {{hours} hora de agente} other {{hours} horas de agente}}',
  noChange: 'sin cambios',
  lessThanAPoint: 'menos de un punto',
  points: '{count, plural, one {# punto} other {# puntos}}',
  /** With a sign and a decimal: "+0.8 points", "+1.0 points"; `count` decides the plural of other languages. */
  signedPoints: '{count, plural, other {{points} puntos}}',
  /** With a sign alone: "+1 point", "−3 points". */
  signedWholePoints: '{count, plural, one {{points} punto} other {{points} puntos}}',
  milliseconds: '{count} ms',
  seconds: '{count} s',
  minutes: '{count} min',
  minutesAndSeconds: '{minutes} min {seconds} s',
  hours: '{hours} h',
  hoursAndMinutes: '{hours} h {minutes} min',
  /** For an axis: "9a", "5p". */
  hourBeforeNoon: '{hour}a',
  hourAfterNoon: '{hour}p',
  otherCountries: 'Otros países',
}

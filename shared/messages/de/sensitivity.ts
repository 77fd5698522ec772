import type { Translation } from '../../language/catalogue.ts'
import type { sensitivity as english } from '../en/sensitivity.ts'

/** How a plan's coverage falls when more visitors come and agents are absent, on screen and in the terminal. */
export const sensitivity: Translation<typeof english> = {
  visitors: 'Besucher',
  day: 'Tag',
  week: 'Abdeckung der Woche nach Besuchern, wenn an jedem Tag Agenten fehlen',
  days: 'Abdeckung jedes Tages, wenn an ihm Agenten fehlen',
  hint: 'Durchschnitt darüber, wer fehlt, wer auch immer es ist.',
  absentCount: '{count, plural, =0 {Niemand fehlt} other {# fehlen}}',
  asAssumed: 'Wie erwartet',
  changePercent: '{percent} %',
  nobodyExpected: 'In dieser Woche werden keine Besucher erwartet.',
  staysAbove:
    'Kein Tag, der jetzt {rate} erreicht, fällt darunter, wenn bis zu drei Agenten fehlen, und die Woche bleibt auch bei 30 % mehr Besuchern bei {rate} oder darüber.',
  breaksWithAbsent:
    'Wenn am {day} {count, plural, =1 {ein Agent fehlt} =2 {zwei Agenten fehlen} =3 {drei Agenten fehlen} other {# Agenten fehlen}}, fällt die Abdeckung des Tages unter {rate}.',
  breaksWithDemand: 'Bei {percent} % Besuchern fällt die Abdeckung der Woche unter {rate}.',
}

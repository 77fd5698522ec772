import type { Translation } from '../../../shared/language/catalogue.ts'
import type { planRotation as english } from '../en/plan-rotation.ts'

/** Plans with weeks that repeat in turn. */
export const planRotation: Translation<typeof english> = {
  rotation: '{count, plural, one {Rotation von # Woche} other {Rotation von # Wochen}}',
  weekOf: 'Woche der Rotation',
  scope: 'Änderungen betreffen',
  everyCycle: 'Jede Woche {week}',
  thisWeek: 'Nur diese Woche',
  outside: 'Außerhalb der Rotation ({dates})',
  differing:
    '{count, plural, one {# Tag eines Agenten weicht von der Rotation ab} other {# Tage von Agenten weichen von der Rotation ab}}',
  reset: 'Auf Rotation zurücksetzen',
  continue: 'Rotation fortsetzen',
  kind: 'Rotation',
  hint: 'Wochen, die sich abwechseln, etwa A- und B-Wochen oder 4 Tage Arbeit, 4 Tage frei. Einzelne Tage können abweichen.',
  fill: 'Tage',
  templates: {
    weeks: 'Jede Woche dieselben Tage',
    'four-on-four-off': '4 Tage Arbeit, 4 frei',
    'two-two-three': '2-2-3 (Panama)',
    'week-on-week-off': '7 Tage Arbeit, 7 frei',
  },
  cycle: 'Wochen der Rotation',
  firstWeek: 'Woche 1 beginnt am',
  planned: 'Geplant für',
  stagger: 'Jeder Agent beginnt eine Woche später als der vorige',
}

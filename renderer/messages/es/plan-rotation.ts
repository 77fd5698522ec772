import type { Translation } from '../../../shared/language/catalogue.ts'
import type { planRotation as english } from '../en/plan-rotation.ts'

/** Plans with weeks that repeat in turn. */
export const planRotation: Translation<typeof english> = {
  rotation: '{count, plural, one {Rotación de # semana} other {Rotación de # semanas}}',
  weekOf: 'Semana de la rotación',
  scope: 'Los cambios afectan a',
  everyCycle: 'Cada semana {week}',
  thisWeek: 'Solo esta semana',
  outside: 'Fuera de la rotación ({dates})',
  differing:
    '{count, plural, one {# día de un agente difiere de la rotación} other {# días de agentes difieren de la rotación}}',
  reset: 'Restablecer la rotación',
  continue: 'Continuar la rotación',
  // A new plan.
  kind: 'Rotación',
  hint: 'Semanas que se alternan, como semanas A y B o 4 días de trabajo y 4 libres. Las fechas sueltas pueden diferir.',
  fill: 'Días',
  templates: {
    weeks: 'Los mismos días cada semana',
    'four-on-four-off': '4 de trabajo, 4 libres',
    'two-two-three': '2-2-3 (Panamá)',
    'week-on-week-off': '7 de trabajo, 7 libres',
  },
  cycle: 'Semanas de la rotación',
  firstWeek: 'La semana 1 empieza el',
  planned: 'Planificado para',
  stagger: 'Cada agente empieza una semana después del anterior',
}

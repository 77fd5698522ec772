import type { Translation } from '../../../shared/language/catalogue.ts'
import type { planRotation as english } from '../en/plan-rotation.ts'

/** Plans with weeks that repeat in turn. */
export const planRotation: Translation<typeof english> = {
  rotation: '{count, plural, one {Roulement de # semaine} other {Roulement de # semaines}}',
  weekOf: 'Semaine du roulement',
  scope: 'Les modifications changent',
  everyCycle: 'Chaque semaine {week}',
  thisWeek: 'Cette semaine seulement',
  outside: 'Hors du roulement ({dates})',
  differing:
    '{count, plural, one {# jour d’un agent s’écarte du roulement} other {# jours d’agents s’écartent du roulement}}',
  reset: 'Rétablir le roulement',
  continue: 'Poursuivre le roulement',
  // A new plan.
  kind: 'Roulement',
  hint: 'Des semaines qui alternent, comme des semaines A et B ou 4 jours de travail puis 4 de repos. Certaines dates peuvent s’en écarter.',
  fill: 'Jours',
  templates: {
    weeks: 'Les mêmes jours chaque semaine',
    'four-on-four-off': '4 travaillés, 4 de repos',
    'two-two-three': '2-2-3 (Panama)',
    'week-on-week-off': '7 travaillés, 7 de repos',
  },
  cycle: 'Semaines du roulement',
  firstWeek: 'La semaine 1 commence le',
  planned: 'Planifié pour',
  stagger: 'Chaque agent commence une semaine après le précédent',
}

import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { recommend as english } from '../en/recommend.ts'

/** `covercast recommend`. */
export const recommend: Translation<typeof english> = {
  description:
    'Quelles heures renforcer, avec combien d’agents, et ce que cela apporte (par défaut : les 30 derniers jours).',
  target: 'couverture à atteindre, 50-100 (par défaut : celle de l’espace de travail, sinon 90)',
  targetProblem: 'Un objectif de {target} % n’est pas possible.',
  targetRange: 'Indiquez --target de {lowest} à {highest}.',
  notSynced: 'Pas de données de couverture : cette période n’est pas synchronisée.',
  syncFirst: 'Choisissez d’autres dates, ou synchronisez-les d’abord : covercast sync',
  noVisitors: 'Pas de données de couverture : aucun visiteur dans cette période.',
  missed: '{missed} manqués sur {visitors}.',
  notWorthwhile:
    'Aucune heure ne justifie un agent de plus : {count, plural, one {# heure de la semaine reste} other {# heures de la semaine restent}} sous {target}, mais un agent de plus prendrait en charge moins d’un visiteur par heure.',
  good: 'Les effectifs conviennent : aucune heure de la semaine ne reste sous {target}.',
  under:
    'Heures qui restent sous {target} (là où peu de visiteurs sont venus, la couverture habituelle compte aussi) :',
  together: 'Tous les pools ensemble, pour des agents qui les servent tous',
  byPool: 'Pool par pool',
  none: 'Aucune.',
  noPool: 'Sans pool',
  // The table.
  number: '#',
  when: 'Quand',
  pool: 'Pool',
  missedTitle: 'Manqués',
  visitors: 'Visiteurs',
  coverage: 'Couverture',
  priority: 'Priorité',
  priorities: { critical: 'critique', high: 'haute', medium: 'moyenne', low: 'basse' },
  agents: 'Agents',
  gain: 'Gain par semaine',
  more: '{count} de plus, moins manquées : utilisez --json.',
  // By what visitors are worth.
  weighted: 'pondérer les visiteurs manqués selon leur valeur, d’après les règles de pages',
  weightedSummary:
    'Selon la valeur, {missed} sur {total} manqués. La valeur décide de l’ordre, de la priorité et des heures qui justifient un agent.',
  missedValue: 'Manqués selon la valeur',
  gainValue: 'Gain par semaine selon la valeur',
}

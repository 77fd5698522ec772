import type { Translation } from '../../language/catalogue.ts'
import type { health as english } from '../en/health.ts'

/** Health of organizations: classes, and why two scores differ. */
export const health: Translation<typeof english> = {
  risks: { low: 'faible', medium: 'moyen', high: 'élevé', critical: 'critique' },
  surenesses: { high: 'sûr', medium: 'assez sûr', low: 'incertain' },
  trends: { increasing: 'en hausse', stable: 'stable', declining: 'en baisse' },
  differences: {
    'blocked-countries': 'le tableau de bord compte les visiteurs des pays bloqués',
    'few-visitors': 'peu de visiteurs sont venus ce mois-ci, donc la couverture est ramenée vers sa valeur précédente',
    'young-month': 'les appels sont ceux des 30 derniers jours, et non du mois en cours',
    'chance-in-calls': 'le hasard suffit à expliquer la variation des appels',
  },
  lastCall: '{days, plural, =0 {aujourd’hui} one {il y a # jour} other {il y a # jours}}',
  never: 'jamais',
}

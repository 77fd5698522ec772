import type { Translation } from '../../language/catalogue.ts'
import type { modelWarnings as english } from '../en/model-warnings.ts'

/** What people should know before they rely on a pool's model. */
export const modelWarnings: Translation<typeof english> = {
  'no-sessions': 'Aucune visite pendant qu’un agent était en ligne : des valeurs types sont utilisées.',
  'little-history':
    'Seulement {count, plural, one {# jour} other {# jours}} de données, moins de deux semaines : les valeurs types pèsent davantage et les plages sont larges.',
  'few-visits':
    '{count, plural, =0 {Aucune visite} one {Seulement # visite} other {Seulement # visites}} pendant qu’un agent était en ligne : les valeurs types pèsent davantage et les plages sont larges.',
  'availability-fixed':
    'Dans ces données, un agent occupé ne se distingue pas d’un agent absent. Tous les agents en ligne comptent comme disponibles, et les visiteurs manqués comme venus pendant que tous étaient occupés.',
  'membership-unknown': 'On ne sait pas quels agents servent ce pool : tous les agents comptent comme le servant.',
  'covered-outside-sessions':
    '{share} des visites prises en charge l’ont été en dehors de toute session : des agents travaillent peut-être sans se connecter. Les visites prises en charge sans agent connecté devraient continuer, heure par heure.',
  'poor-fit':
    'Par le passé, la couverture avec peu ou beaucoup d’agents diffère du modèle. Soyez prudent avec les plannings qui ne ressemblent pas aux précédents.',
}

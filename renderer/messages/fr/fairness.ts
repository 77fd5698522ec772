import type { Translation } from '../../../shared/language/catalogue.ts'
import type { fairness as english } from '../en/fairness.ts'

/** How evenly nights and weekends are shared. */
export const fairness: Translation<typeof english> = {
  title: 'Équité',
  open: 'Équité',
  agentsLink: 'Agents',
  loading: 'Calcul des nuits et des week-ends…',
  intro:
    'Les heures impopulaires sont celles de {from} à {to} et tout le samedi et le dimanche. La part équitable d’un agent est proportionnelle à ses heures de travail.',
  dates: 'Dates',
  show: 'Afficher',
  basis: 'Heures',
  bases: { worked: 'Travaillées', planned: 'Planifiées' },
  none: 'Personne n’a travaillé à ces dates.',
  nonePlanned: 'Aucun planning publié ne planifie quelqu’un à ces dates.',
  spread: 'Les agents sont en moyenne à {spread} de leur part équitable, sur {hours} de nuit et de week-end.',
  outliers: '{count, plural, one {# agent en est loin} other {# agents en sont loin}} : {names}.',
  noOutliers: 'Personne n’en est loin.',
  agent: 'Agent',
  hours: 'Heures',
  nights: 'Nuits',
  weekends: 'Week-ends',
  early: 'Postes du matin',
  late: 'Postes du soir',
  holidays: 'Jours fériés',
  wishesKept: 'Souhaits respectés',
  keptOf: '{kept} sur {all}',
  kinds:
    'Un poste du matin commence à partir de {earlyFrom} et avant {earlyBefore} ; un poste du soir finit après {lateAfter} et au plus tard à {lateTo}. Les souhaits se saisissent pour chaque agent.',
  unpopular: 'Heures impopulaires',
  fair: 'Part équitable',
  difference: 'Écart',
}

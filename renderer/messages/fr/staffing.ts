import type { Translation } from '../../../shared/language/catalogue.ts'
import type { staffing as english } from '../en/staffing.ts'

/** The staffing screen. */
export const staffing: Translation<typeof english> = {
  title: 'Effectifs',
  tabs: { guide: 'Que changer', ahead: 'Prochains mois', trust: 'Précision' },
  dates: 'Dates',
  noDataTitle: 'Pas encore assez de données',
  syncing: 'Les recommandations s’affichent quand la première synchronisation est terminée.',
  notSynced: 'Synchronisez une fois pour voir des recommandations.',
  loading: 'Calcul des recommandations d’effectifs…',
  inShort: 'Résumé',
  // What to change.
  pools: 'Pools',
  together: 'Tous les pools ensemble',
  byPool: 'Pool par pool',
  underTarget:
    '{count, plural, =1 {Une plage horaire reste} other {# plages horaires restent}} sous l’objectif de {target}.',
  blocks: 'Heures à renforcer, les plus manquées d’abord',
  showMore: 'Afficher {count} de plus, moins manquées',
  basis: '{range}, avec des données pour {count, plural, one {{days} jour} other {{days} jours}}.',
  servesAll: 'Suppose des agents qui peuvent servir tous les pools.',
  alwaysAvailable:
    'Suppose des agents en ligne tout le temps. Un planning tient compte des absences et prévoit donc un peu moins.',
  noVisitorsTitle: 'Pas de données de couverture',
  showAll: 'Afficher les 30 derniers jours, tous les pools',
  noDataInRange: 'Aucune de ces dates n’est synchronisée.',
  noVisitorsInRange: 'Aucun visiteur à ces dates, donc aucun manqué.',
  noPool: 'Sans pool',
  // A block of hours.
  priority: 'Priorité :',
  nameWithPool: '{when}, {pool}',
  shareOfMissed: 'manqués, {share} du total',
  lessThanOnePercent: '<1 %',
  coverage: 'Couverture {before} → {after} de {count, plural, one {# visiteur} other {# visiteurs}}',
  fewVisitors: 'Peu de visiteurs sont venus, la couverture habituelle compte donc aussi : elle est sous {target}.',
  addShiftsTo: '{action} : {name}',
  showInHeatmap: 'Afficher dans la carte',
  showInHeatmapOf: 'Afficher dans la carte : {name}',
}

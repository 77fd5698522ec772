import type { Translation } from '../../../shared/language/catalogue.ts'
import type { forecast as english } from '../en/forecast.ts'

/** The forecast screen. */
export const forecast: Translation<typeof english> = {
  title: 'Prévisions',
  pictureTitle: 'Prévision des visiteurs',
  tabs: { next: 'Prochaines semaines', past: 'Prévisions passées' },
  tabsLabel: 'Semaines à venir ou passées',
  loading: 'Calcul de la prévision…',
  loadingPast: 'Calcul des prévisions passées…',
  // Where there is too little data.
  syncingTitle: 'Synchronisation en cours',
  syncing: 'La prévision s’affiche quand cette synchronisation est terminée.',
  noHistoryTitle: 'Pas assez de données pour une prévision',
  notSynced: 'Synchronisez une fois pour voir la prévision.',
  noWholeDay:
    'Une prévision demande au moins un jour complet de données des 26 dernières semaines. Avec quatre semaines, elle devient bonne.',
  fewWeeks:
    '{count, plural, =1 {Seule une semaine de données est disponible} other {Seules # semaines de données sont disponibles}} : les plages sont donc larges. Les prévisions s’améliorent avec quatre semaines.',
  stale: 'Cette prévision ne comprend pas les visiteurs après le {time}.',
  offline: 'La source de données est injoignable.',
  // The weeks to choose from.
  weeks: 'Semaines',
  thisWeek: 'Cette semaine',
  earlierWeeks: 'Semaines antérieures',
  laterWeeks: 'Semaines ultérieures',
  weekCard: '{week} : {count, plural, one {# visiteur attendu} other {# visiteurs attendus}}, plage à 80 % {range}',
  weekCardLoading: '{week} : calcul en cours',
  // A week to come.
  headline:
    '{count, plural, one {{visitors} visiteur attendu} other {{visitors} visiteurs attendus}} (plage à 80 % {range}).',
  busiest: 'Le plus chargé : {busiest} ({most}). Le plus calme : {quietest} ({least}).',
  basis: 'D’après {count, plural, one {# semaine} other {# semaines}} de données jusqu’au {time}.',
  lastYear: '{effect} comme dans les mêmes semaines de l’année dernière (poids de {weight}).',
  asOf: 'Prévision établie {day}, avec les chiffres réels en surimpression.',
  viewAccuracy: 'Voir la précision',
  unknownTitle: 'Pas de prévision pour cette semaine',
  unknown: 'Il n’y a pas de données d’avant son début. Vous pouvez voir la prévision des prochaines semaines.',
  nextName: 'la prévision',
  // Past weeks.
  noPastTitle: 'Pas encore de prévisions passées',
  noPast: 'Avec deux semaines de données, vous voyez comment la seconde aurait été prévue d’après la première.',
  lastWeeks: '{count, plural, one {Dernière semaine} other {# dernières semaines}}',
  previousWeek: 'Semaine précédente',
  nextWeek: 'Semaine suivante',
  weekSum: '{expected} attendus ({range}), {actual} réels',
  weekSumUnknown: '{expected} attendus ({range}), pas encore entièrement synchronisée',
  pastName: 'les prévisions passées',
  // Accuracy.
  averageError: 'Erreur moyenne : {errors}.',
  errorPerSlot: '{share} par {slot, select, quarter {quart d’heure} half {demi-heure} other {heure}}',
  errorPerDay: '{share} par jour',
  errorPerWeek: '{share} par semaine',
  withinRange:
    '{count} {slot, select, quarter {quarts d’heure} half {demi-heures} other {heures}} sur 10 étaient dans leur plage à 80 %.',
  calibration: {
    good: 'Les plages à 80 % sont bien calibrées.',
    narrow: 'Les plages sont trop étroites : attendez-vous à plus de variation.',
    wide: 'Les plages sont plus larges que nécessaire.',
  },
  naive: 'Répéter la semaine précédente donnerait une erreur de {share}.',
  tooHigh: 'Les prévisions étaient dans l’ensemble trop hautes de {share}.',
  tooLow: 'Les prévisions étaient dans l’ensemble trop basses de {share}.',
  fewTested:
    '{count, plural, =1 {Seule une semaine a pu être testée} other {Seules # semaines ont pu être testées}} : c’est donc incertain.',
  tested:
    'Testé sur {count, plural, =1 {une semaine, prévue} other {# semaines, chacune prévue}} d’après les données qui la précèdent.',
  accuracyNeeds: 'La précision demande deux semaines de données.',
  // The chart and its table.
  detail: 'Durée des intervalles',
  details: { days: 'Jours', 60: 'Heures', 30: 'Demi-heures', 15: 'Quarts d’heure' },
  chart:
    '{title} : visiteurs attendus de {by, select, days {{count, plural, one {# jour} other {# jours}}} other {{count, plural, one {# intervalle} other {# intervalles}}}} avec leur plage à 80 % ; {zone}.',
  chartWithActual:
    '{title} : visiteurs attendus de {by, select, days {{count, plural, one {# jour} other {# jours}}} other {{count, plural, one {# intervalle} other {# intervalles}}}} avec leur plage à 80 %, et visiteurs réels ; {zone}.',
  visitors: 'visiteurs',
  range: 'Plage à 80 %',
  rangeKey: 'Plage à 80 % : 8 sur 10 devraient s’y trouver',
  expected: 'Attendus',
  actual: 'Réels',
  clickToMark: 'Cliquez sur un jour pour le marquer.',
  day: 'Jour',
  time: 'Heure',
  within: 'Dans la plage',
  named: 'Jour férié ou événement',
  yes: 'oui',
  noFewer: 'non, moins',
  noMore: 'non, plus',
  dayName: '{weekday} {date}',
  slotName: '{day}, {from}–{to}',
  again: '{time}, à nouveau',
  place:
    '{place} : {count, plural, one {{expected} visiteur attendu} other {{expected} visiteurs attendus}} (plage à 80 % {range}).',
  actualWithin: 'Réel : {actual}, dans la plage.',
  actualBelow: 'Réel : {actual}, sous la plage.',
  actualAbove: 'Réel : {actual}, au-dessus de la plage.',
  // For the palette.
  showByDay: 'Afficher par jour',
  showAsChart: 'Afficher en graphique',
}

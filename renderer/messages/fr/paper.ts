import type { Translation } from '../../../shared/language/catalogue.ts'
import type { paper as english } from '../en/paper.ts'

/** What documents on paper say besides what their screens say. */
export const paper: Translation<typeof english> = {
  inShort: 'Résumé',
  inNumbers: 'En chiffres',
  day: 'Jour',
  missingSigns:
    'Certains caractères ne peuvent pas être imprimés, car cet ordinateur n’a pas de police qui les contient : {codes}. Installez-en une, par exemple Noto Sans pour leur écriture, et refaites le document.',
  andMore: '{codes} et {count, plural, one {# autre} other {# autres}}',
  badAddress: 'L’adresse ne désigne aucun document.',
  badAddressNext: 'Imprimez plutôt depuis l’écran.',
  failed: 'Ce document n’a pas pu être créé',
  organization: 'Organisation',
  pool: 'Pool',
  dates: 'Dates',
  plan: 'Planning',
  planVersion: '{plan}, version {version}',
  week: 'Semaine',
  timeZone: 'Fuseau horaire',
  zone: '{city} ({zone})',
  visitorsCounted: 'Visiteurs comptés',
  asOf: 'État',
  predicted: 'Prévu',
  coverage: 'Couverture',
  visitors: 'Visiteurs',
  covered: 'Pris en charge',
  missed: 'Manqués',
  averageAgents: 'Agents en moyenne',
  withoutAway: 'sans le temps d’absence',
  // Rosters.
  hours: 'Heures',
  hoursSum: '{hours} h',
  noShifts: 'Aucun poste cette semaine.',
  noPeople: 'Il n’y a aucun poste à ces dates.',
  byPerson: '{plan} : postes par personne, {dates}',
  zoneNote: 'Les heures sont celles de {city}.',
  shiftsOf: 'Postes de {name}, avec les pauses',
  date: 'Date',
  times: 'Horaires',
  breaks: 'Pauses',
  note: 'Note',
  // Coverage.
  coverageOf: 'Couverture de {organization}, {dates}',
  dayByDay: 'Jour par jour',
  weekByWeek: 'Semaine par semaine',
  trendDays:
    'Visiteurs pris en charge et manqués {count, plural, one {le # jour} other {à chacun des # jours}}, et le taux de couverture.',
  trendWeeks:
    'Visiteurs pris en charge et manqués {count, plural, one {dans la # semaine} other {dans chacune des # semaines}}, et le taux de couverture.',
  byHour: 'Par heure de la journée',
  byHourChart: 'Visiteurs pris en charge et manqués à chaque heure de la journée, et agents en ligne.',
  byDay: 'Par jour de la semaine',
  byDayChart: 'Visiteurs pris en charge et manqués chaque jour de la semaine, avec le taux de couverture.',
  byHourAndDay: 'Par heure et jour de la semaine',
  byDate: 'Par date',
  barsKey: 'Vert : pris en charge. Orange : manqués.',
  heatmap: 'Carte de chaleur',
  heatmapKey:
    'Les nombres sont les visiteurs manqués. Les couleurs montrent la couverture ; le gris est l’objectif, {target}. Un point : aucun visiteur.',
  heatmapKeyUnknown:
    'Les nombres sont les visiteurs manqués. Les couleurs montrent la couverture ; le gris est l’objectif, {target}. Un point : aucun visiteur. Un point d’interrogation : pas de données.',
  heatmapTable: 'Visiteurs manqués par jour de la semaine et heure',
  // What to change.
  whatToChange: 'Que changer',
  staffingUnknown: 'Aucune recommandation d’effectifs : {reason}',
  noDays: 'Il n’y a pas de données pour ces dates.',
  nobodyCame: 'Aucun visiteur n’est venu à ces dates, donc aucun n’a été manqué.',
  poolsTogether: 'Tous les pools ensemble. Suppose des agents qui peuvent servir tous les pools.',
  ownCountries: 'Les visiteurs sont comptés ici selon le filtre par pays de l’organisation.',
  moreBlocks:
    '{count, plural, one {# autre plage horaire, moins manquée, n’est pas affichée.} other {# autres plages horaires, moins manquées, ne sont pas affichées.}}',
  blocksTable: 'Heures de la semaine sous {target}, les plus manquées d’abord',
  daysAndHours: 'Jours et heures',
  missedOf: '{missed} sur {visitors}',
  moreAgents: 'Agents de plus',
  gainAWeek: 'Gain par semaine',
  fromToRate: '{from} → {to}',
  fewerThanOne: '< 1',
  why: 'Raison',
  // Compare.
  comparedTitle: '{plan} comparé, {week}',
  compared: '{plan} : prévu et réel',
  verdict: '{verdict}.',
  pointsKey: 'Écart, trafic, effectifs et le reste sont des points de couverture.',
  whyDifferent: 'Pourquoi la semaine a différé',
  fromTo: 'Du prévu au réel',
  part: 'Part',
  visitorsCovered: 'Visiteurs pris en charge',
  reason: 'Raison',
  gridTitle: '{title}, par heure',
  gridPredicted:
    'Couverture prévue en pourcentage. Le gris est l’objectif, {target}. Un point : aucun visiteur attendu.',
  gridActual:
    'Couverture en pourcentage. Le gris est l’objectif, {target}. Un point : aucun visiteur. Un point d’interrogation : pas de données. Encadré : en dehors de sa plage à 80 %.',
  gridDifference:
    'Réel moins prévu, en points. Ambre : moins que prévu. Bleu : plus. Encadré : en dehors de sa plage à 80 %.',
}

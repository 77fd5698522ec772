import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { coverage as english } from '../en/coverage.ts'

/** `covercast coverage`. */
export const coverage: Translation<typeof english> = {
  description: 'Couverture d’une période de dates locales (par défaut : les 30 derniers jours).',
  countryMode: 'ce que --countries signifie',
  countries:
    'codes de pays, par exemple US,CA ; une liste vide ne filtre rien (par défaut : la règle de l’organisation)',
  pageClass: 'seulement les visites des pages de cette classe ; none : des pages qu’aucune règle ne nomme',
  weighted: 'ajouter la couverture selon la valeur des visites, d’après les règles de pages',
  modeAlone: '--country-mode a été donné sans --countries.',
  giveCountries: 'Indiquez les pays : --countries US,CA',
  countriesAlone: '--countries a été donné sans --country-mode.',
  giveMode: 'Précisez ce que la liste signifie : --country-mode allowlist ou --country-mode blocklist',
  // The header.
  onlyCountries: 'seulement {codes}',
  withoutCountries: 'sans {codes}',
  pagesOf: 'pages : {name}',
  filterOff: 'filtre par pays désactivé : la source de données n’a pas de pays',
  asOf: 'état : {time}',
  // Without figures.
  datesReversed: 'Pas de données de couverture : la première date est après la dernière.',
  afterSync: 'Pas de données de couverture : cette période commence après la dernière synchronisation.',
  chooseEarlier: 'Choisissez des dates antérieures, ou synchronisez quand elles seront passées : covercast sync',
  notSynced: 'Pas de données de couverture : cette période n’est pas synchronisée.',
  syncFrom: 'Synchronisez-la, si la source de données remonte aussi loin : covercast sync --from {date}',
  noVisitors: 'Pas de données de couverture : aucun visiteur dans cette période.',
  noVisitorsInPart: 'Pas de données de couverture : aucun visiteur dans la partie synchronisée de cette période.',
  dataFor: 'Données pour {share} de cette période.',
  agentsOnline: 'En moyenne, {agents} en ligne.',
  chooseOther: 'Choisissez d’autres dates, un autre pool ou d’autres pays.',
  // In short.
  summary: 'Couverture {rate} · {visitors} · {covered} pris en charge · {missed} manqués · pas de données d’agents',
  summaryOnline:
    'Couverture {rate} · {visitors} · {covered} pris en charge · {missed} manqués · en moyenne {agents} en ligne',
  summaryPresent:
    'Couverture {rate} · {visitors} · {covered} pris en charge · {missed} manqués · en moyenne {agents} en ligne et présents',
  allCovered: 'Excellente couverture : tous les visiteurs ont été pris en charge.',
  problemHours: 'Plus de manqués que de pris en charge : {hours}.',
  partial: 'Données pour {share} de cette période. Manquent, au moins en partie : {dates}.',
  daysBetween: '{count, plural, one {# jour} other {# jours}} entre {first} et {last}',
  // By what visits are worth.
  weightedSummary: 'Couverture selon la valeur {rate}',
  missedWorth: 'Les visiteurs manqués valaient {money}.',
  classedShare:
    'Les pages sont connues pour {share} de ces visites ; les prochaines synchronisations comptent les autres, si la source de données les a encore.',
  // Tables.
  hour: 'Heure',
  day: 'Jour',
  date: 'Date',
  visitors: 'Visiteurs',
  covered: 'Pris en charge',
  missed: 'Manqués',
  coverage: 'Couverture',
  agents: 'Agents',
  unknown: 'pas de données',
  tooManyDates:
    'Pour une ligne par date, choisissez au plus {count, plural, one {# jour} other {# jours}}, ou utilisez --json.',
}

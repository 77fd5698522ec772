import type { Translation } from '../../../shared/language/catalogue.ts'
import type { knownDays as english } from '../en/known-days.ts'

/** Days that are known before they come: holidays and events, on several screens. */
export const knownDays: Translation<typeof english> = {
  /** What a day is that has no name of its own. */
  classes: {
    public: 'Jour férié',
    special: 'Jour particulier',
    around: 'Veille ou lendemain de fête',
    bridge: 'Pont',
    observance: 'Journée commémorative',
    event: 'Événement',
    outage: 'Panne',
  },
  // On the forecast screen: what is known of the days of a week.
  list: 'Jours connus de cette semaine',
  /** "Thanksgiving Day, Thu 26 Nov: 61% fewer visitors (80% range −68% to −53%). Last year −65%." */
  fewer:
    '<strong>{name}</strong>, {date} : {share} de visiteurs de moins que d’habitude (plage à 80 % de {lower} à {upper}).',
  more: '<strong>{name}</strong>, {date} : {share} de visiteurs de plus que d’habitude (plage à 80 % de {lower} à {upper}).',
  same: '<strong>{name}</strong>, {date} : autant de visiteurs que d’habitude (plage à 80 % de {lower} à {upper}).',
  earlier: '{count, plural, one {L’effet était {effects}.} other {Auparavant, l’effet était {effects}.}}',
  earlierOne: '{effect} le {date}',
  unknown: 'Son effet n’est pas encore connu, la plage est donc plus large.',
  fromOthers: 'Estimé d’après d’autres jours fériés.',
  said: 'Vous attendez {effect}.',
  saidBefore: 'Vous attendiez {effect}.',
  visitorsADay: '{count, plural, one {# visiteur de plus} other {# visiteurs de plus}}',
  visitorsADayFewer: '{count, plural, one {# visiteur de moins} other {# visiteurs de moins}}',
  // Calendars.
  holidays: 'Jours fériés',
  none: 'La prévision ne connaît aucun jour férié.',
  proposed: 'La plupart des visiteurs sont ici : {places}.',
  proposedZone: 'Votre fuseau horaire est celui de ce pays : {place}.',
  placeShare: '{place} ({share})',
  use: 'Utiliser ces jours fériés',
  using: 'Jours fériés : {place}',
  whole: '{country}',
  region: '{country}, {region}',
  allRegions: 'Toutes les régions',
  regionOf: 'Région ({country})',
  findRegion: 'Rechercher une région',
  addCountry: 'Ajouter un pays',
  findCountry: 'Rechercher un pays',
  choose: 'Choisir un pays',
  remove: 'Retirer les jours fériés : {place}',
  weighted: 'Chaque pays compte en proportion de ses visiteurs.',
  source: 'Dates : date-holidays, CC BY-SA 3.0',
  changed: 'La prévision connaît les jours fériés : {places}.',
  changedNone: 'La prévision ne connaît plus de jours fériés.',
}

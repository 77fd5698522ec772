import type { Translation } from '../../../shared/language/catalogue.ts'
import type { knownDays as english } from '../en/known-days.ts'

/** Days that are known before they come: holidays and events, on several screens. */
export const knownDays: Translation<typeof english> = {
  /** What a day is that has no name of its own. */
  classes: {
    public: 'Día festivo',
    special: 'Día especial',
    around: 'Día cercano a un festivo',
    bridge: 'Puente',
    observance: 'Conmemoración',
    event: 'Evento',
    outage: 'Interrupción',
  },
  // On the forecast screen: what is known of the days of a week.
  list: 'Días conocidos de esta semana',
  /** "Thanksgiving Day, Thu 26 Nov: 61% fewer visitors (80% range −68% to −53%). Last year −65%." */
  fewer:
    '<strong>{name}</strong>, {date}: {share} menos visitantes de lo habitual (intervalo del 80 %: de {lower} a {upper}).',
  more: '<strong>{name}</strong>, {date}: {share} más visitantes de lo habitual (intervalo del 80 %: de {lower} a {upper}).',
  same: '<strong>{name}</strong>, {date}: tantos visitantes como de costumbre (intervalo del 80 %: de {lower} a {upper}).',
  earlier: '{count, plural, one {Fue {effects}.} other {Antes fue {effects}.}}',
  earlierOne: '{effect} el {date}',
  unknown: 'Su efecto aún no se conoce, así que el intervalo es más amplio.',
  fromOthers: 'Estimado a partir de otros festivos.',
  said: 'Usted espera {effect}.',
  saidBefore: 'Usted esperaba {effect}.',
  visitorsADay: '{count, plural, one {# visitante más} other {# visitantes más}}',
  visitorsADayFewer: '{count, plural, one {# visitante menos} other {# visitantes menos}}',
  // Calendars.
  holidays: 'Días festivos',
  none: 'La previsión no conoce ningún día festivo.',
  proposed: 'La mayoría de los visitantes está en {places}.',
  proposedZone: 'Su zona horaria está en {place}.',
  placeShare: '{place} ({share})',
  use: 'Usar sus festivos',
  using: 'Festivos de {place}',
  whole: '{country}',
  region: '{country}, {region}',
  allRegions: 'Todas las regiones',
  regionOf: 'Región de {country}',
  findRegion: 'Buscar una región',
  addCountry: 'Agregar un país',
  findCountry: 'Buscar un país',
  choose: 'Elegir un país',
  remove: 'Quitar los festivos de {place}',
  weighted: 'Cada país cuenta según los visitantes que tiene.',
  source: 'Fechas: date-holidays, CC BY-SA 3.0',
  changed: 'La previsión conoce los festivos de {places}.',
  changedNone: 'La previsión ya no conoce los días festivos.',
}

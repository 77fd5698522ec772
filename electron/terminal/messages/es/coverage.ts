import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { coverage as english } from '../en/coverage.ts'

/** `covercast coverage`. */
export const coverage: Translation<typeof english> = {
  description: 'Cobertura de un intervalo de fechas locales (predeterminado: los últimos 30 días).',
  countryMode: 'qué significa --countries',
  countries:
    'códigos de países, como US,CA; una lista vacía no filtra nada (predeterminado: la regla de la propia organización)',
  modeAlone: 'Se indicó --country-mode sin --countries.',
  giveCountries: 'Indique los países: --countries US,CA',
  countriesAlone: 'Se indicó --countries sin --country-mode.',
  giveMode: 'Indique qué significa la lista: --country-mode allowlist o --country-mode blocklist',
  // The header.
  onlyCountries: 'solo {codes}',
  withoutCountries: 'sin {codes}',
  filterOff: 'filtro por país desactivado: el origen de datos no tiene países',
  asOf: 'datos de {time}',
  // Without figures.
  datesReversed: 'Sin datos de cobertura: la primera fecha es posterior a la última.',
  afterSync: 'Sin datos de cobertura: este intervalo empieza después de la última sincronización.',
  chooseEarlier: 'Elija fechas anteriores, o sincronice cuando hayan llegado: covercast sync',
  notSynced: 'Sin datos de cobertura: este intervalo no está sincronizado.',
  syncFrom: 'Sincronícelo, si el origen de datos llega hasta entonces: covercast sync --from {date}',
  noVisitors: 'Sin datos de cobertura: no hubo visitantes en este intervalo.',
  noVisitorsInPart: 'Sin datos de cobertura: no hubo visitantes en la parte sincronizada de este intervalo.',
  dataFor: 'Datos del {share} de este intervalo.',
  agentsOnline: 'En promedio, {agents} en línea.',
  chooseOther: 'Elija otras fechas, otro grupo u otros países.',
  // In short.
  summary: 'Cobertura {rate} · {visitors} · {covered} atendidos · {missed} perdidos · sin datos de agentes',
  summaryOnline:
    'Cobertura {rate} · {visitors} · {covered} atendidos · {missed} perdidos · en promedio {agents} en línea',
  summaryPresent:
    'Cobertura {rate} · {visitors} · {covered} atendidos · {missed} perdidos · en promedio {agents} en línea y no fuera',
  allCovered: 'Cobertura excelente: se atendió a todos los visitantes.',
  problemHours: 'Más perdidos que atendidos: {hours}.',
  partial: 'Datos del {share} de este intervalo. Faltan, o están en parte: {dates}.',
  daysBetween: '{count, plural, one {# día} other {# días}} entre {first} y {last}',
  pageClass: 'solo visitas de páginas de esta clase; none: de páginas que ninguna regla nombra',
  weighted: 'agrega la cobertura según lo que valen las visitas, por las reglas de páginas',
  pagesOf: 'páginas: {name}',
  // By what visits are worth.
  weightedSummary: 'Cobertura por valor {rate}',
  missedWorth: 'El valor de los visitantes perdidos fue {money}.',
  classedShare:
    'Se conocen las páginas del {share} de estas visitas; las próximas sincronizaciones cuentan las demás, si la fuente de datos aún las tiene.',
  // Tables.
  hour: 'Hora',
  day: 'Día',
  date: 'Fecha',
  visitors: 'Visitantes',
  covered: 'Atendidos',
  missed: 'Perdidos',
  coverage: 'Cobertura',
  agents: 'Agentes',
  unknown: 'sin datos',
  tooManyDates: 'Para una fila por fecha, elija como máximo {count, plural, one {# día} other {# días}}, o use --json.',
}

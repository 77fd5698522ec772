import type { Translation } from '../../../shared/language/catalogue.ts'
import type { forecast as english } from '../en/forecast.ts'

/** The forecast screen. */
export const forecast: Translation<typeof english> = {
  title: 'Previsión',
  pictureTitle: 'Previsión de visitantes',
  tabs: { next: 'Próximas semanas', past: 'Previsiones anteriores' },
  tabsLabel: 'Semanas próximas o pasadas',
  loading: 'Calculando la previsión…',
  loadingPast: 'Calculando las previsiones anteriores…',
  // Where there is too little data.
  syncingTitle: 'Sincronización en curso',
  syncing: 'La previsión se muestra cuando termina esta sincronización.',
  noHistoryTitle: 'No hay datos suficientes para una previsión',
  notSynced: 'Sincronice una vez para ver la previsión.',
  noWholeDay:
    'Una previsión necesita al menos un día completo de datos de las últimas 26 semanas. Con cuatro semanas es buena.',
  fewWeeks:
    'Solo hay {count, plural, one {una semana} other {# semanas}} de datos, así que los intervalos son amplios. Las previsiones mejoran con cuatro semanas.',
  stale: 'Esta previsión no incluye visitantes posteriores a {time}.',
  offline: 'No se puede conectar con el origen de datos.',
  // The weeks to choose from.
  weeks: 'Semanas',
  thisWeek: 'Esta semana',
  earlierWeeks: 'Semanas anteriores',
  laterWeeks: 'Semanas posteriores',
  weekCard:
    '{week}: {count, plural, one {# visitante esperado} other {# visitantes esperados}}, intervalo del 80 %: {range}',
  weekCardLoading: '{week}: calculando',
  // A week to come.
  headline:
    '{count, plural, one {{visitors} visitante esperado} other {{visitors} visitantes esperados}} (intervalo del 80 %: {range}).',
  busiest: 'Con más visitantes: {busiest} ({most}). Con menos: {quietest} ({least}).',
  basis: 'A partir de {count, plural, one {# semana} other {# semanas}} de datos hasta {time}.',
  lastYear: '{effect} como en las mismas semanas del año pasado (peso: {weight}).',
  asOf: 'Previsión del {day}, con las cifras reales superpuestas.',
  viewAccuracy: 'Ver la precisión',
  unknownTitle: 'No hay previsión para esta semana',
  unknown: 'No hay datos anteriores a su inicio. Puede ver la previsión de las próximas semanas.',
  nextName: 'la previsión',
  // Past weeks.
  noPastTitle: 'Aún no hay previsiones anteriores',
  noPast: 'Con dos semanas de datos verá cómo se habría previsto la segunda a partir de la primera.',
  lastWeeks: '{count, plural, one {Última semana} other {Últimas # semanas}}',
  previousWeek: 'Semana anterior',
  nextWeek: 'Semana siguiente',
  weekSum: '{expected} esperados ({range}), {actual} reales',
  weekSumUnknown: '{expected} esperados ({range}), aún sin sincronizar por completo',
  pastName: 'las previsiones anteriores',
  // Accuracy.
  averageError: 'Error promedio: {errors}.',
  errorPerSlot: '{share} por {slot, select, quarter {cuarto de hora} half {media hora} other {hora}}',
  errorPerDay: '{share} por día',
  errorPerWeek: '{share} por semana',
  withinRange:
    '{count} de cada 10 {slot, select, quarter {cuartos de hora} half {medias horas} other {horas}} dentro de su intervalo del 80 %.',
  calibration: {
    good: 'Los intervalos del 80 % están bien calibrados.',
    narrow: 'Los intervalos son demasiado estrechos: cuente con más variación.',
    wide: 'Los intervalos son más amplios de lo necesario.',
  },
  naive: 'Repetir la semana anterior tendría un error del {share}.',
  tooHigh: 'En conjunto, las previsiones fueron un {share} demasiado altas.',
  tooLow: 'En conjunto, las previsiones fueron un {share} demasiado bajas.',
  fewTested:
    'Solo se {count, plural, one {pudo probar una semana} other {pudieron probar # semanas}}, así que esto es incierto.',
  tested:
    'Probado con {count, plural, one {una semana} other {# semanas}}, cada una prevista a partir de los datos anteriores.',
  accuracyNeeds: 'La precisión necesita dos semanas de datos.',
  // The chart and its table.
  detail: 'Longitud de las franjas',
  details: { days: 'Días', 60: 'Horas', 30: 'Medias horas', 15: 'Cuartos de hora' },
  chart:
    '{title}: visitantes esperados de {by, select, days {{count, plural, one {# día} other {# días}}} other {{count, plural, one {# franja} other {# franjas}}}} con su intervalo del 80 %; {zone}.',
  chartWithActual:
    '{title}: visitantes esperados de {by, select, days {{count, plural, one {# día} other {# días}}} other {{count, plural, one {# franja} other {# franjas}}}} con su intervalo del 80 %, y visitantes reales; {zone}.',
  visitors: 'visitantes',
  range: 'intervalo del 80 %',
  rangeKey: 'Intervalo del 80 %: 8 de cada 10 deberían estar dentro',
  expected: 'Esperado',
  actual: 'Real',
  clickToMark: 'Haga clic en un día para marcarlo.',
  day: 'Día',
  time: 'Hora',
  within: 'En el intervalo',
  named: 'Festivo o evento',
  yes: 'sí',
  noFewer: 'no, menos',
  noMore: 'no, más',
  dayName: '{weekday} {date}',
  slotName: '{day}, {from}–{to}',
  again: '{time}, otra vez',
  place:
    '{place}: {count, plural, one {{expected} visitante esperado} other {{expected} visitantes esperados}} (intervalo del 80 %: {range}).',
  actualWithin: 'Real: {actual}, dentro del intervalo.',
  actualBelow: 'Real: {actual}, por debajo del intervalo.',
  actualAbove: 'Real: {actual}, por encima del intervalo.',
  // For the palette.
  showByDay: 'Mostrar por día',
  showAsChart: 'Mostrar como gráfico',
}

import type { Translation } from '../../../shared/language/catalogue.ts'
import type { paper as english } from '../en/paper.ts'

/** What documents on paper say besides what their screens say. */
export const paper: Translation<typeof english> = {
  inShort: 'Resumen',
  inNumbers: 'En números',
  day: 'Día',
  missingSigns:
    'Algunos caracteres no se pueden imprimir porque este equipo no tiene ninguna fuente que los incluya: {codes}. Instale una fuente que los tenga, como Noto Sans para su escritura, y cree el documento de nuevo.',
  andMore: '{codes} y {count, plural, other {# más}}',
  badAddress: 'La dirección no corresponde a ningún documento.',
  badAddressNext: 'Imprima desde la pantalla.',
  failed: 'No se pudo crear este documento',
  organization: 'Organización',
  pool: 'Grupo',
  dates: 'Fechas',
  plan: 'Plan',
  planVersion: '{plan}, versión {version}',
  week: 'Semana',
  timeZone: 'Zona horaria',
  zone: '{city} ({zone})',
  visitorsCounted: 'Visitantes contados',
  asOf: 'Datos de',
  predicted: 'Previsto',
  coverage: 'Cobertura',
  visitors: 'Visitantes',
  covered: 'Atendidos',
  missed: 'Perdidos',
  averageAgents: 'Agentes en promedio',
  withoutAway: 'sin el tiempo fuera',
  // Rosters.
  hours: 'Horas',
  hoursSum: '{hours} h',
  noShifts: 'No hay turnos en esta semana.',
  noPeople: 'No hay turnos en estas fechas.',
  byPerson: '{plan}: turnos por persona, {dates}',
  zoneNote: 'Las horas son las de {city}.',
  shiftsOf: 'Turnos de {name}, con pausas',
  date: 'Fecha',
  times: 'Horario',
  breaks: 'Pausas',
  note: 'Nota',
  // Coverage.
  coverageOf: 'Cobertura de {organization}, {dates}',
  dayByDay: 'Día a día',
  weekByWeek: 'Semana a semana',
  trendDays:
    'Visitantes atendidos y perdidos en cada uno de {count, plural, one {# día} other {# días}}, y la tasa de cobertura.',
  trendWeeks:
    'Visitantes atendidos y perdidos en cada una de {count, plural, one {# semana} other {# semanas}}, y la tasa de cobertura.',
  byHour: 'Por hora del día',
  byHourChart: 'Visitantes atendidos y perdidos en cada hora del día, y agentes en línea.',
  byDay: 'Por día de la semana',
  byDayChart: 'Visitantes atendidos y perdidos en cada día de la semana, con la tasa de cobertura.',
  byHourAndDay: 'Por hora y día de la semana',
  byDate: 'Por fecha',
  barsKey: 'Verde: atendidos. Naranja: perdidos.',
  heatmap: 'Mapa de calor',
  heatmapKey:
    'Los números son visitantes perdidos. Los colores muestran la cobertura; el gris es el objetivo, {target}. Un punto: sin visitantes.',
  heatmapKeyUnknown:
    'Los números son visitantes perdidos. Los colores muestran la cobertura; el gris es el objetivo, {target}. Un punto: sin visitantes. Un signo de interrogación: sin datos.',
  heatmapTable: 'Visitantes perdidos por día de la semana y hora',
  // What to change.
  whatToChange: 'Qué cambiar',
  staffingUnknown: 'Sin recomendaciones de dotación: {reason}',
  noDays: 'No hay datos para estas fechas.',
  nobodyCame: 'No hubo visitantes en estas fechas, así que no se perdió a ninguno.',
  poolsTogether: 'Todos los grupos juntos. Supone agentes que pueden atender todos los grupos.',
  ownCountries: 'Aquí los visitantes se cuentan con el filtro por país de la propia organización.',
  moreBlocks:
    '{count, plural, one {# franja más, con menos perdidos, no se muestra.} other {# franjas más, con menos perdidos, no se muestran.}}',
  blocksTable: 'Horas de la semana por debajo del {target}, las de más perdidos primero',
  daysAndHours: 'Días y horas',
  missedOf: '{missed} de {visitors}',
  moreAgents: 'Más agentes',
  gainAWeek: 'Ganancia por semana',
  fromToRate: '{from} → {to}',
  fewerThanOne: '< 1',
  why: 'Por qué',
  // Compare.
  comparedTitle: '{plan} comparado, {week}',
  compared: '{plan}: lo planificado y lo real',
  verdict: '{verdict}.',
  pointsKey: 'La diferencia, el tráfico, la dotación y el resto son puntos de cobertura.',
  whyDifferent: 'Por qué difirió la semana',
  fromTo: 'De lo previsto a lo real',
  part: 'Parte',
  visitorsCovered: 'Visitantes atendidos',
  reason: 'Motivo',
  gridTitle: '{title}, por hora',
  gridPredicted:
    'Cobertura prevista en porcentaje. El gris es el objetivo, {target}. Un punto: no se esperan visitantes.',
  gridActual:
    'Cobertura en porcentaje. El gris es el objetivo, {target}. Un punto: sin visitantes. Un signo de interrogación: sin datos. Con marco: fuera de su intervalo del 80 %.',
  gridDifference:
    'Real menos previsto, en puntos. Ámbar: menos de lo previsto. Azul: más. Con marco: fuera de su intervalo del 80 %.',
}

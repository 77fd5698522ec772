import type { Translation } from '../../../../shared/language/catalogue.ts'
import type {
  week as englishWeek,
  forecast as englishForecast,
  forecastSeries as englishForecastSeries,
  predict as englishPredict,
} from '../en/week.ts'

/** A week’s forecast and prediction: what `forecast` and `predict` have in common. */
export const week: Translation<typeof englishWeek> = {
  knownAt: 'con datos hasta {time}',
  hour: 'Hora',
  day: 'Día',
  date: 'Fecha',
  visitors: 'Visitantes',
  noAccuracy: 'No se pudo probar ninguna semana pasada, así que la precisión no se conoce.',
  // Accuracy.
  slots: {
    15: 'En promedio, {weeks, plural, one {los cuartos de hora de la última semana} other {los cuartos de hora de las últimas # semanas}} se desviaron {error}, cada semana prevista a partir de los datos anteriores.',
    30: 'En promedio, {weeks, plural, one {las medias horas de la última semana} other {las medias horas de las últimas # semanas}} se desviaron {error}, cada semana prevista a partir de los datos anteriores.',
    60: 'En promedio, {weeks, plural, one {las horas de la última semana} other {las horas de las últimas # semanas}} se desviaron {error}, cada semana prevista a partir de los datos anteriores.',
  },
  withinRange: 'El {share} estuvo dentro de su intervalo del 80 %.',
  marked: 'Marcados en esta semana: {days}.',
  markedDay: '{date} ({kind})',
  markedDayWithNote: '{date} ({kind}: {note})',
}

/** `covercast forecast`. */
export const forecast: Translation<typeof englishForecast> = {
  description: 'Visitantes que se esperan en una semana local, con sus intervalos.',
  slot: 'longitud de una franja: 15, 30 o 60 minutos',
  slotProblem: 'Una franja de “{value}” minutos no es posible.',
  slotChoices: 'Indique --slot 15, 30 o 60.',
  expected: '{visitors} esperados.',
  ranges: 'Intervalo del 80 %: de {lower80} a {upper80}. Intervalo del 95 %: de {lower95} a {upper95}.',
  knownDay: '{date}, {name}: se esperan {effect} visitantes ({source}).',
  knownDayWithRange:
    '{date}, {name}: se esperan {effect} visitantes, intervalo del 80 %: de {lower} a {upper} ({source}).',
  knownDayAsUsual:
    '{date}, {name}: se esperan tantos visitantes como de costumbre, intervalo del 80 %: de {lower} a {upper} ({source}).',
  knownDayUnknown: '{date}, {name}: {source}.',
  // How it was forecast.
  basis: 'A partir de {count, plural, one {# semana} other {# semanas}} de datos: {method}.',
  methods: {
    'seasonal-naive': 'la misma franja de la última semana',
    ew: 'un promedio de las semanas pasadas en el que las recientes cuentan más',
    profile: 'la forma habitual de una semana por el nivel de las semanas recientes',
    combination: 'mitad la forma habitual de una semana, mitad un promedio de las semanas recientes',
    prior: 'valores típicos, porque apenas hay datos',
  },
  lastYear:
    '{effect} como el año pasado: las mismas semanas tuvieron {change} visitantes en comparación con las semanas anteriores. Peso: {weight}.',
}

/** `covercast forecast-series`. */
export const forecastSeries: Translation<typeof englishForecastSeries> = {
  description:
    'Prueba el método de previsión con un archivo CSV de recuentos: a partir de una semana dada, cada semana se prevé con las semanas anteriores.',
  csv: 'archivo CSV con un encabezado',
  time: 'columna con la hora en la que empieza cada recuento',
  value: 'columna con los recuentos; una celda vacía es un dato que falta',
  slot: 'longitud de las franjas en minutos; las filas más finas se suman',
  fromWeek: 'primera semana que se prevé; la primera semana, desde el lunes, es 1',
  horizonWeeks: 'cuántas semanas por delante',
  slotProblem: 'Las franjas de {value} minutos no llenan un día.',
  slotForm: 'Indique un divisor de 1440, como 15, 30 o 60.',
  weekProblem: 'No hay ninguna semana antes de la semana {value}.',
  weekForm: 'Indique --from-week 2 o posterior.',
  horizonProblem: 'No se pueden prever {value} semanas por delante.',
  horizonRange: 'Indique de 1 a {most}.',
  // The file.
  notCsv: '{file} no es un archivo CSV: {why}',
  csvForm: 'Indique un archivo de texto con un encabezado y una fila por línea.',
  noColumn: 'El archivo no tiene ninguna columna “{name}”.',
  columnTwice: 'El archivo tiene más de una columna “{name}”.',
  renameColumn: 'Dé a las columnas nombres distintos.',
  tooManyFields:
    'La línea {line} de {file} tiene {fields, plural, one {# campo} other {# campos}}, pero el encabezado tiene {columns}.',
  quoteFields: 'Ponga entre comillas un campo que tenga una coma, o escriba los números sin comas.',
  maybeThousands:
    'Todos los recuentos tienen exactamente tres decimales, como 1.180. Si eso es mil ciento ochenta, escríbalo sin el punto.',
  isEmpty: 'El archivo está vacío.',
  columns: 'Sus columnas son: {names}.',
  notATime: 'Línea {line} de {file}: “{text}” no es una hora.',
  timeForm: 'Escriba las horas como 2026-03-01T09:15, con o sin un desfase como -05:00.',
  notACount: 'Línea {line} de {file}: “{text}” no es un recuento.',
  countForm: 'Los recuentos son 0 o más. Deje una celda vacía si no se conoce el recuento.',
  // The answer.
  none: 'No se pudo prever ninguna semana: la serie es demasiado corta o no tiene recuentos después de sus primeras semanas.',
  noneNext: 'Indique un --from-week anterior o más semanas.',
  weeks:
    '{count, plural, one {# semana prevista, a partir de las semanas anteriores.} other {# semanas previstas, cada una a partir de las semanas anteriores.}}',
  error: 'Error promedio: {error}.',
  errorAndNaive: 'Error promedio: {error}. Repitiendo la semana anterior: {naive}.',
  noBias: 'Los totales no se pueden comparar.',
  tooLow: 'En total, las previsiones fueron un {share} demasiado bajas.',
  tooHigh: 'En total, las previsiones fueron un {share} demasiado altas.',
  ranges: 'Dentro del intervalo del 80 %: {within80}. Dentro del intervalo del 95 %: {within95}.',
  apart:
    'En {count, plural, one {# festivo o día similar} other {# festivos y días similares}}: error promedio {error}, dentro del intervalo del 80 %: {within80}, dentro del intervalo del 95 %: {within95}.',
  weekOf: 'Semana del',
  actual: 'Real',
  forecast: 'Previsión',
  range: 'Intervalo del 80 %',
  averageError: 'Error prom.',
  fromTo: 'de {lower} a {upper}',
}

/** `covercast predict`. */
export const predict: Translation<typeof englishPredict> = {
  description: 'La cobertura de un plan en una semana local, con su intervalo.',
  plan: 'un archivo de plan, o el ID de un plan guardado',
  baseline: 'con qué comparar: otro plan o la semana típica',
  sensitivity: 'agregar la cobertura con más o menos visitantes y con agentes ausentes, y dónde falla el plan',
  perAgent:
    'simultaneidad: cuántos visitantes atiende un agente a la vez, 1-5 (predeterminado: aprendida de sus datos)',
  perAgentProblem: 'Una simultaneidad de {count} no es posible.',
  perAgentRange: 'Indique --visitors-per-agent de 1 a {most}.',
  // Notes.
  nobodyOnline:
    'El plan no tiene ningún agente en línea del {from} al {to}. Compruebe las fechas de sus turnos y si sus agentes atienden el grupo.',
  unknownAgents:
    '{count, plural, one {# agente del plan no está en el origen de datos y se cuenta} other {# agentes del plan no están en el origen de datos y se cuentan}} como los demás agentes: {names}.',
  andMore: '{names} y {count, plural, one {# más} other {# más}}',
  inactiveAgents:
    '{count, plural, one {# agente del plan está desactivado en el origen de datos y no se cuenta} other {# agentes del plan están desactivados en el origen de datos y no se cuentan}} desde entonces: {names}.',
  // The week.
  thePlan: 'el plan',
  typicalWeek: 'la semana típica',
  withPlan:
    'Con {plan}: cobertura de {rate} (intervalo del 80 %: de {lower} a {upper}) de {visitors}, {covered} atendidos, {missed} perdidos.',
  withBaseline: 'Con {plan}: cobertura de {rate} (intervalo del 80 %: de {lower} a {upper}), {covered} atendidos.',
  difference: 'Diferencia: {covered} visitantes atendidos (intervalo del 80 %: de {lower} a {upper}).',
  unassigned: 'Los turnos sin asignar cuentan: {hours} de la semana.',
  byHour: 'Cobertura por hora:',
  covered: 'Atendidos',
  missed: 'Perdidos',
  coverage: 'Cobertura',
  agents: 'Agentes',
  // The model.
  model: 'Parámetros del modelo por grupo:',
  pool: 'Grupo',
  noPool: 'Sin grupo',
  handleTime: 'Tiempo de gestión (min)',
  available: 'Disponibles',
  concurrency: 'Simultaneidad',
  attendance: 'Asistencia',
  weeks: 'Semanas',
  warning: 'Nota: {warning}',
  warningOf: 'Nota ({pools}): {warning}',
}

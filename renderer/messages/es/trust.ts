import type { Translation } from '../../../shared/language/catalogue.ts'
import type { trust as english } from '../en/trust.ts'

/** How accurate predictions are, on the staffing screen. */
export const trust: Translation<typeof english> = {
  // The answer.
  blind: 'No disponible: sin sesiones de agentes no se puede predecir la cobertura.',
  good: 'Precisas: las predicciones de las semanas pasadas se desviaron en promedio {points}.',
  care: 'Úselas con cuidado: las predicciones de las semanas pasadas se desviaron en promedio {points}.',
  early:
    'Demasiado pronto para saberlo: solo se {count, plural, one {pudo probar una semana pasada} other {pudieron probar # semanas pasadas}}.',
  none: 'Aún no se sabe: no se pudo probar ninguna semana pasada.',
  needsTwoWeeks: 'Una semana se puede probar cuando hay dos semanas completas de datos antes de ella.',
  forPool: 'Solo visitantes de {pool}.',
  forNoPool: 'Solo visitantes sin grupo.',
  weeksInRange: '{within} de {count, plural, one {# semana} other {# semanas}} dentro del intervalo del 80 %.',
  lower: 'La cobertura real fue en promedio {points} menor que la prevista.',
  higher: 'La cobertura real fue en promedio {points} mayor que la prevista.',
  visitorsOff: 'Los visitantes de una semana se desviaron en promedio un {share}.',
  hoursInRange:
    'El {share} de {count, plural, one {# hora} other {# horas}} estuvo dentro del intervalo del 80 %. Debería ser el 80 %.',
  tooNarrow: 'Los intervalos son demasiado estrechos: cuente con más variación.',
  tooWide: 'Los intervalos son más amplios de lo necesario.',
  // While weeks are tested.
  testingTitle: 'Prediciendo cada semana pasada a partir de los datos anteriores…',
  testing: 'Probando las semanas pasadas',
  testingProgress: 'Probando las semanas pasadas: {done} de {all}',
  testingGoesOn: 'Mientras tanto puede salir de esta pantalla.',
  loading: 'Calculando los parámetros del modelo…',
  // Week by week.
  weeks: 'Semana a semana',
  weeksText:
    'Cada semana se predice a partir de los datos anteriores, con su plan publicado o, si no lo hay, con la dotación habitual.',
  weeksTable: 'Cada semana, prevista y real',
  week: 'Semana',
  predictedRange: 'Previsto (intervalo del 80 %)',
  rateAndRange: '{rate} ({lower}–{upper})',
  actual: 'Real',
  withinRange: 'En el intervalo',
  yes: 'sí',
  noLower: 'no, menor',
  noHigher: 'no, mayor',
  // By hour of the day.
  hours: 'Por hora del día',
  theHours: 'la cobertura por hora',
  hoursTable: 'Cobertura prevista y real por hora del día',
  hoursChart:
    'Cobertura por hora del día en {count, plural, one {# semana} other {# semanas}}, prevista y real; {zone}.',
  asChart: 'Como gráfico',
  asTable: 'Como tabla',
  hour: 'Hora',
  predicted: 'Previsto',
  target: 'Objetivo',
  visitors: 'Visitantes',
  predictedAndActual: 'Previsto {predicted}, real {actual}',
  // The model.
  model: 'Parámetros del modelo por grupo',
  modelTable: 'Parámetros de cada grupo',
  pool: 'Grupo',
  handleTime: 'Tiempo de gestión',
  available: 'Disponibles',
  concurrency: 'Simultaneidad',
  attendance: 'Asistencia',
  history: 'Historial',
  averageError: 'Error prom.',
  handleTimeMeans: 'cuánto tiempo está ocupado un agente con un visitante',
  availableMeans:
    'la proporción de agentes en línea que están libres para los visitantes, no fuera ni ocupados con otra cosa',
  concurrencyMeans: 'cuántos visitantes atiende un agente a la vez',
  attendanceMeans: 'la parte de un turno programado de ocho horas que los agentes pasan en línea',
  averageErrorMeans: 'la diferencia promedio entre la cobertura prevista y la real de las semanas pasadas',
  weeksOfHistory: '{count, plural, one {# semana} other {# semanas}}',
  daysOfHistory: '{count, plural, one {# día} other {# días}}',
  visitorForecast:
    'Las previsiones de visitantes se desviaron un {share} por cuarto de hora en {count, plural, one {una semana pasada} other {# semanas pasadas}}. Las sumas por horas y días son mucho más exactas.',
  notes: 'Problemas de datos',
  noNotes:
    'No se encontraron problemas de datos. Para mantener la precisión, marque los festivos y las interrupciones, y publique sus planes para que se pueda aprender la asistencia.',
  help: {
    'little-history': 'Sincronice más atrás para tener más historial. También ayuda cada semana que pasa.',
    'few-visits': 'Use todos los grupos juntos hasta que este tenga más visitantes.',
    'availability-fixed':
      'Semanas con distinto número de agentes a las mismas horas permitirían distinguir ambas cosas.',
    'no-sessions':
      'Compruebe que su base de datos rellena la tabla de sesiones de agentes y que la asignación la indica.',
    'membership-unknown':
      'Agregue a su base de datos una tabla de miembros de los grupos o indíquela en la asignación.',
    'covered-outside-sessions': 'Asegúrese de que los agentes inician sesión antes de atender a visitantes.',
    'starved-pool': 'Use estos grupos juntos.',
    'poor-fit': 'Cambie la dotación poco a poco y consulte Comparar después de cada paso.',
  },
  // What the data source measured.
  measured: 'Medido por el origen de datos',
  measuredTable: 'Mediciones del origen de datos comparadas con el modelo',
  away: 'Fuera',
  awayModel: 'No disponible (modelo)',
  inCalls: 'En llamadas',
  perVisitor: 'En llamadas por visitante atendido',
  handleTimeModel: 'Tiempo de gestión (modelo)',
  concurrencyStated: 'Simultaneidad (indicada)',
  concurrencyModel: 'Simultaneidad (modelo)',
  awayDiffers: 'Fuera: {measured} según las sesiones, {fitted} según el modelo.',
  perVisitorDiffers: 'En llamadas por visitante atendido: {measured} según las sesiones, {fitted} según el modelo.',
  concurrencyDiffers: 'Simultaneidad: {measured} según el origen de datos, {fitted} según el modelo.',
}

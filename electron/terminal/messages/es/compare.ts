import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { compare as english } from '../en/compare.ts'

/** `covercast compare`. */
export const compare: Translation<typeof english> = {
  description:
    'Compara la predicción de un plan publicado con lo que ocurrió: la diferencia, el porqué y la adherencia al horario.',
  plan: 'el ID o nombre de un plan publicado',
  week: 'solo la semana con esta fecha local (predeterminado: todas las semanas que han empezado)',
  neverPublished: '“{plan}” no se publicó nunca, así que no hay ninguna predicción que comparar.',
  publishFirst: 'Publíquelo con `covercast plan publish` y compare cuando haya empezado su primera semana.',
  notLive:
    '“{plan}” no está vigente en la semana del {date}, o esa semana no había empezado en la última sincronización.',
  leaveOutWeek: 'Omita --week para ver todas las semanas que puede comparar, o sincronice primero.',
  nothing: 'No hay nada que comparar: ninguna de estas semanas de “{plan}” ha empezado y tiene predicción.',
  seeWeeks: 'Ejecute `covercast compare` para ver qué semanas hay.',
  // The answer.
  asOf: 'datos de {time}',
  noWeek: 'Ninguna de sus semanas ha empezado y tiene predicción.',
  notPredicted: 'Sin predicción, así que sin comparar: {weeks}.',
  weekOf: 'semana del {date}',
  weekTitle: 'Semana',
  predicted: 'Previsto',
  range: 'Intervalo del 80 %',
  actual: 'Real',
  difference: 'Diferencia',
  within: 'Dentro',
  traffic: 'Tráfico',
  staffing: 'Dotación',
  rest: 'El resto',
  visitors: 'Visitantes',
  yes: 'sí',
  no: 'no',
  fromTo: '{from}-{to}',
  countOf: '{actual} de {expected}',
  units:
    'La diferencia, el tráfico (otros visitantes que los previstos), la dotación (otros agentes en línea que los programados) y el resto (modelo y azar) son puntos de cobertura.',
  notSynced: '* {dates}: sin sincronizar.',
  running: '* {dates}: en curso, datos del {share}. Lo previsto es para esa parte.',
  partly: '* {dates}: datos del {share}, el resto no está sincronizado. Lo previsto es para esa parte.',
  noneJudged: 'Aún no hay ninguna semana publicada completa.',
  judged:
    '{inside} de {count, plural, one {# semana} other {# semanas}} dentro del intervalo del 80 %, en todos los planes publicados.',
  // Adherence.
  adherence: 'Adherencia al horario:',
  adherenceOfAll: 'Adherencia al horario, todas las semanas juntas:',
  agent: 'Agente',
  scheduled: 'H programadas',
  online: 'H en línea',
  unscheduled: 'H no programadas',
  shifts: 'Turnos',
  late: 'Tarde',
  lateMinutes: 'Min tarde',
  leftEarly: 'Salida antes',
  earlyMinutes: 'Min antes',
  notWorked: 'No trabajado',
}

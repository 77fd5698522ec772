import type { Translation } from '../../../shared/language/catalogue.ts'
import type { scenarios as english } from '../en/scenarios.ts'

/** Plans compared in one week. */
export const scenarios: Translation<typeof english> = {
  title: 'Comparar escenarios',
  plans: 'Planes',
  loading: 'Aprendiendo de las semanas pasadas…',
  weekBefore: 'Semana anterior',
  weekAfter: 'Semana siguiente',
  weekOf: 'Semana del {date}',
  table: 'Previsto para cada plan',
  columns: {
    plan: 'Plan',
    coverage: 'Cobertura',
    range: 'Intervalo del 80 %',
    change: 'Frente a semana típica',
    changeRange: 'Intervalo del 80 % del cambio',
    missed: 'Perdidos',
    hours: 'Horas de agente',
    cost: 'Coste',
    violations: 'Infracciones',
  },
  typicalWeek: 'Semana típica',
  noRange: 'no disponible',
  noRules: 'sin reglas definidas',
  rateRange: '{from}–{to}',
  changeBy: '{points}, {count, plural, one {{visitors} visitante} other {{visitors} visitantes}}',
  changeBetween: 'de {from} a {to} visitantes',
  pools: 'Estos planes son de grupos distintos. Cada uno se muestra con los visitantes de su grupo.',
  byHour: 'Cobertura por hora',
  theHours: 'las horas',
  byHourOfWeek: 'Cobertura por hora de la semana <zone>hora de {city}</zone>',
  chart: 'Cobertura prevista para cada hora de la semana: {plans}.',
  dayAndHours: '{day} {hours}',
  covered: '{plan}: cobertura {rate}',
  nobody: '{plan}: no se esperan visitantes',
}

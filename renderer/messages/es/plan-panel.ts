import type { Translation } from '../../../shared/language/catalogue.ts'
import type { planPanel as english } from '../en/plan-panel.ts'

/** The panel beside the board: what the plan comes to. */
export const planPanel: Translation<typeof english> = {
  title: 'Este plan',
  covered: '<rate>{coverage}</rate> de cobertura',
  coveredRange: '<rate>{coverage}</rate> de cobertura <range>({between})</range>',
  rangeFromTo: '{from}–{to}',
  rangeHint: 'El intervalo del 80 %: la cobertura está dentro en cuatro de cada cinco semanas.',
  noChange: 'Sin cambios',
  sameCovered: 'los mismos visitantes atendidos',
  changeBy: '{points}, {count, plural, one {{visitors} visitante} other {{visitors} visitantes}} por semana',
  against: '{text} <quiet>respecto a {plan}</quiet>',
  changeRange: 'Intervalo del 80 %: de {from} a {to} visitantes',
  changeRangeOnTheWay: 'Intervalo del 80 %: …',
  noRanges: 'No se pudieron calcular los intervalos del 80 %.',
  tryAgain: 'Reintentar',
  expected: 'Visitantes esperados',
  missed: 'Visitantes perdidos',
  hours: 'Horas de agente',
  overtime: 'Horas extra',
  cost: 'Coste',
  valueAndChange: '{value} <quiet>({change})</quiet>',
  compareWith: 'Comparar con',
  hourlyTable: 'Tabla por horas',
  // What predictions are made from.
  basis: 'Cómo se calcula',
  learned: 'Aprendido de {count, plural, one {# semana} other {# semanas}} de visitas y sesiones, hasta {until}.',
  accuracy:
    'Las previsiones de {count, plural, one {la última semana} other {las últimas # semanas}} tuvieron en promedio un error del {rate} de los visitantes por cuarto de hora.',
  attendance:
    'El tiempo programado cuenta en la medida en que los agentes suelen estar en línea: de {count, plural, one {# turno pasado} other {# turnos pasados}} se trabajó el {rate}.',
  // Weeks without predictions.
  nothingSynced:
    'Sin predicción: el origen de datos no tenía visitas ni sesiones de agentes en los días sincronizados.',
  noWholeDay: 'Aún sin predicción: ningún día está completo. Sincronice de nuevo cuando termine el {date}.',
  gapBefore: 'Sin predicción para esta semana: el medio año anterior no se sincronizó. Sincronice los días que faltan.',
  nothingBefore: 'Sin predicción para esta semana: no hay datos anteriores al {date}.',
  showWeekOf: 'Mostrar la semana del {date}',
  // Changes of the clock.
  clockNoShift:
    '{day}: el reloj se {way, select, back {atrasa} other {adelanta}} {length}. Ningún turno abarca el cambio.',
  clockShifts:
    '{day}: el reloj se {way, select, back {atrasa} other {adelanta}} {length}. {count, plural, one {Un turno dura} other {# turnos duran}} {total} {change, select, longer {más} other {menos}} en total: {who}. Las horas, el coste y la cobertura lo incluyen.',
  clockSkips: '{day}: el reloj se salta todo el turno de {who}.',
  clockSkipsUnassigned: '{day}: el reloj se salta todo un turno sin asignar.',
  // Work rules.
  noViolations: 'Sin infracciones',
  violations: '{count, plural, one {# infracción de las reglas} other {# infracciones de las reglas}}',
  violation: '<who>{name}</who> {text}',
  minimumStaff: 'Personal mínimo',
  checked: 'Comprobado: {rules}.',
  noRules: 'Sin reglas laborales definidas.',
  useUsual: 'Usar los límites habituales',
  setRules: 'Definir reglas',
  usual:
    'Habitual: {week} h por semana, {shift} h por turno, {rest} h de descanso, {days} días seguidos, {minutes} min de pausas a partir de {hours} h.',
  otherWeeks: 'Otras semanas:',
  weekViolations: '{date}: {count}',
  // Suggested shifts.
  suggested: 'Turnos sugeridos',
  gainFor: '{count, plural, one {+# visitante} other {+# visitantes}} por {hours} h',
  addUnassigned: 'Agregar un turno sin asignar, {when}',
  // The week by hour.
  tableTitle: 'Tabla por horas',
  show: 'Mostrar',
  hour: 'Hora',
  figures: {
    coverage: 'Cobertura',
    visitors: 'Visitantes',
    planned: 'Programados',
    needed: 'Necesarios',
  },
  figureHints: {
    coverage: 'Cobertura prevista, hora de {city}',
    visitors: 'Visitantes esperados, hora de {city}',
    planned: 'Agentes que se espera en línea, promedio de la hora, hora de {city}',
    needed: 'Agentes necesarios para el {target}, en el cuarto de hora con más visitantes, hora de {city}',
  },
  figureTables: {
    coverage: 'Cobertura prevista por hora y día',
    visitors: 'Visitantes esperados por hora y día',
    planned: 'Agentes que se espera en línea por hora y día',
    needed: 'Agentes necesarios por hora y día',
  },
}

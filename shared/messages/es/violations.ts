import type { Translation } from '../../language/catalogue.ts'
import type { violations as english } from '../en/violations.ts'

/** Work rules that a plan breaks, without the agent's name. */
export const violations: Translation<typeof english> = {
  withArticle: '{text} ({article})',
  'under-staffed': 'De {from} a {to}: {people} de {needed, plural, one {# persona} other {# personas}} como mínimo',
  underStaffedFewest:
    'De {from} a {to}: hasta solo {people} de {needed, plural, one {# persona} other {# personas}} como mínimo',
  underStaffedIn:
    'De {from} a {to}, {pool}: {people} de {needed, plural, one {# persona} other {# personas}} como mínimo',
  underStaffedFewestIn:
    'De {from} a {to}, {pool}: hasta solo {people} de {needed, plural, one {# persona} other {# personas}} como mínimo',
  dayAndTime: '{day} {time}',
  deactivated:
    'Desactivado en el origen de datos: {count, plural, one {# turno queda} other {# turnos quedan}} sin agente desde entonces',
  'double-booked': 'Turnos solapados: {day} ({time})',
  'time-off': '{day}: {time} del turno durante {reason}',
  timeOff: {
    vacation: 'vacaciones',
    ill: 'una baja por enfermedad',
    training: 'formación',
    holiday: 'un día festivo',
    other: 'una ausencia',
  },
  'day-off': '{day}: {time} del turno en un día libre',
  unavailable: '{day}: sin disponibilidad durante {time} del turno',
  'wrong-pool': 'No atiende el grupo de este plan',
  'minor-times': '{day}: {time} del turno fuera de las horas permitidas para menores',
  'minor-day':
    '{day}: {time} de trabajo de un menor, {over} más que el límite de {limit} en un {school, select, yes {día con clases} other {día sin clases}}',
  'minor-week':
    '{time} de trabajo de un menor en la semana, {over} más que el límite de {limit} en una {school, select, yes {semana con clases} other {semana sin clases}}',
  'short-rest': '{time} de descanso entre {from} y {to}, {over} menos que el mínimo de {limit}',
  shortRestOn: '{day}: {time} de descanso, {over} menos que el mínimo de {limit}',
  'short-weekly-rest': 'El descanso más largo de la semana es de {time}, {over} menos que el mínimo de {limit}',
  'too-many-hours': '{time} de trabajo en la semana, {over} más que el límite de {limit}',
  'too-few-hours': '{time} de trabajo en la semana, {over} menos que las {limit} acordadas',
  'high-average': '{time} de trabajo por semana en promedio, {over} más que el límite de {limit}',
  highAverageOver:
    '{time} de trabajo por semana en promedio en {weeks, plural, one {# semana} other {# semanas}} desde el {date}, {over} más que el límite de {limit}',
  'long-night': '{day}: {time} de trabajo con trabajo nocturno, {over} más que el límite de {limit}',
  'high-night-average': '{time} por semana en promedio con trabajo nocturno, {over} más que el límite de {limit}',
  highNightAverageOver:
    '{time} por semana en promedio con trabajo nocturno en {weeks, plural, one {# semana} other {# semanas}} desde el {date}, {over} más que el límite de {limit}',
  'too-many-days': '{count} días seguidos, {over} más de lo permitido',
  everyDay: '{count} días seguidos, todas las semanas',
  'too-many-weekends': '{count} fines de semana seguidos, {over} más de lo permitido',
  everyWeekend: 'Trabaja todos los fines de semana',
  'too-many-hours-a-day': '{day}: {time} de trabajo, {over} más que el límite de {limit}',
  'long-day': '{day}: {time} de principio a fin, {over} más que el límite de {limit}',
  'long-shift': '{day}: turno de {time}, {over} más de lo permitido',
  'short-shift': '{day}: turno de {time}, {over} menos de lo acordado',
  'missing-break': '{day}: falta una pausa de {required} (turno de más de {limit})',
  shortBreaks: '{day}: {time} de pausas, {required} obligatorios (turno de más de {limit})',
  missingBreakOfWork: '{day}: falta una pausa de {required} (más de {limit} de trabajo)',
  shortBreaksOfWork: '{day}: {time} de pausas, {required} obligatorios (más de {limit} de trabajo)',
  'late-break': '{day}: {breaks}',
  lateBreak: 'pausa de {length} con {late} de retraso, debida antes de la hora {hour}',
  noBreak: 'falta una pausa de {length}, debida antes de la hora {hour}',
  lateBreakOf: 'pausa {number} ({length}) con {late} de retraso, debida antes de la hora {hour}',
  noBreakOf: 'falta la pausa {number} ({length}), debida antes de la hora {hour}',
  'work-without-break': '{day}: {time} sin pausa, {over} más que el límite de {limit}',
  'short-notice':
    '{count, plural, one {# turno cambia} other {# turnos cambian}} con {notice, plural, one {# día} other {# días}} de antelación, y se exigen {required}',
}

import type { Translation } from '../../language/catalogue.ts'
import type { sensitivity as english } from '../en/sensitivity.ts'

/** How a plan's coverage falls when more visitors come and agents are absent, on screen and in the terminal. */
export const sensitivity: Translation<typeof english> = {
  visitors: 'Visitantes',
  day: 'Día',
  week: 'Cobertura de la semana según los visitantes, con agentes ausentes cada día',
  days: 'Cobertura de cada día, con agentes ausentes ese día',
  hint: 'Promedio sobre quién está ausente, sea quien sea.',
  absentCount: '{count, plural, =0 {Nadie ausente} one {# ausente} other {# ausentes}}',
  asAssumed: 'Lo esperado',
  changePercent: '{percent} %',
  nobodyExpected: 'No se esperan visitantes en esta semana.',
  staysAbove:
    'Ningún día que ahora alcanza {rate} baja de ese nivel con hasta tres agentes ausentes, y la semana se mantiene en {rate} o más con un 30 % más de visitantes.',
  breaksWithAbsent:
    'Con {count, plural, =1 {un agente ausente} =2 {dos agentes ausentes} =3 {tres agentes ausentes} other {# agentes ausentes}} el {day}, la cobertura del día baja de {rate}.',
  breaksWithDemand: 'Con un {percent} % de visitantes, la cobertura de la semana baja de {rate}.',
}

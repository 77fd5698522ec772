import type { Translation } from '../../language/catalogue.ts'
import type { assumptions as english } from '../en/assumptions.ts'

/** What a plan takes of the world to be otherwise. */
export const assumptions: Translation<typeof english> = {
  demand: '{change} visitantes',
  demandOf: '{change} visitantes de {pool}',
  demandWithoutPool: '{change} visitantes sin grupo',
  visitors: '{visitors} el {date}',
  visitorsOf: '{visitors} de {pool} el {date}',
  visitorsWithoutPool: '{visitors} sin grupo el {date}',
  absence: 'Ausente: {agent}',
  hires:
    '{count, plural, one {# contratación} other {# contrataciones}} desde el {date}, {days} {hours}, con un rendimiento por semana de {ramp} de un agente completo',
  offPhone: 'Tiempo fuera de línea de todos los agentes',
  offPhoneOf: 'Tiempo fuera de línea de {agents}',
  handling: 'Tiempo de gestión {change}',
  availability: 'Disponibilidad {points}',
  at: '{what}, {time}',
  percent: '{percent} %',
  hours: '{from}–{to}',
  daysFromTo: '{from}–{to}',
  every: 'cada {days}',
  since: 'desde el {date}',
  until: 'hasta el {date}',
}

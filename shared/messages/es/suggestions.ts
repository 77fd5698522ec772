import type { Translation } from '../../language/catalogue.ts'
import type { suggestions as english } from '../en/suggestions.ts'

/** Rules that limit a suggested schedule, one step less strict or altogether, without the agent's name. */
export const suggestions: Translation<typeof english> = {
  limits: {
    maxHoursPerWeek: '{eased} h de trabajo por semana en lugar de {limit} h como máximo',
    minHoursPerWeek: '{eased} h de trabajo por semana en lugar de {limit} h como mínimo',
    minRestHours: '{eased} h de descanso entre turnos en lugar de {limit} h',
    maxConsecutiveDays: '{eased} días seguidos en lugar de {limit} como máximo',
    maxShiftHours: 'Turnos de {eased} h en lugar de {limit} h como máximo',
    minShiftHours: 'Turnos de {eased} h en lugar de {limit} h como mínimo',
    maxHoursPerDay: '{eased} h de trabajo al día en lugar de {limit} h como máximo',
    maxDaySpanHours: '{eased} h del primer inicio al último fin de un día en lugar de {limit} h como máximo',
    minWeeklyRestHours: '{eased} h de descanso semanal en lugar de {limit} h como mínimo',
    maxWeekendsInRow: '{eased} fines de semana seguidos en lugar de {limit} como máximo',
  },
  moreAvailability: 'Una hora más de disponibilidad antes y después',
  workOnDayOff: 'Trabajo el {date}, un día libre',
  mayMove: 'Se pueden mover los turnos que no se tocan',
  oneMoreHour: 'Una hora de agente más en la semana',
  // What has to give, so that there is a schedule at all.
  mustMove: 'Hay que mover turnos que no se tocan',
  otherMoves: 'Hay que agregar, quitar o cambiar la duración de turnos',
  availability: 'La disponibilidad no deja ninguna semana que cumpla las demás reglas',
  daysOff: 'Los días libres no dejan ninguna semana que cumpla las demás reglas',
  noBreak: 'Hay turnos sin una pausa de {minutes} min, obligatoria con más de {hours} h',
  lateBreak: 'Las pausas empiezan después de más de {hours} h de trabajo',
  unbroken: 'Más de {hours} h de trabajo sin pausa',
  average: 'Más de {hours} h de trabajo por semana en promedio',
  longNight: 'Más de {hours} h de trabajo en un día con trabajo nocturno',
  minor: 'Los límites para menores no dejan ninguna semana que cumpla las demás reglas',
  timeOff: 'Las ausencias no dejan ninguna semana que cumpla las demás reglas',
  notice: 'Cambian turnos con menos de {count, plural, one {# día} other {# días}} de antelación',
  inactive: 'Quedan turnos programados después de desactivar al agente',
  hours: 'Las reglas exigen {needed} h de trabajo, y solo se pueden trabajar {hours} h',
  changes: '{count, plural, one {Tiene que cambiar más de # turno} other {Tienen que cambiar más de # turnos}}',
  staff:
    '{day} de {from} a {to} se {count, plural, one {necesita # persona} other {necesitan # personas}}, y entonces solo pueden trabajar {names}',
  staffNobody:
    '{day} de {from} a {to} se {count, plural, one {necesita # persona} other {necesitan # personas}}, y entonces no puede trabajar nadie',
  staffFound:
    '{day} de {from} a {to} se {count, plural, one {necesita # persona} other {necesitan # personas}}, y no se encontró ningún horario con más de {people}',
  staffHours: 'No se encontró ningún horario con personal suficiente en todo momento con {hours} h',
  targetOfWeek:
    'La cobertura llega al {reached} % con todas las horas que permiten las reglas, y el objetivo es el {target} %',
  targetOfHours:
    'Con todas las horas que permiten las reglas, la cobertura queda por debajo del {target} % en {count, plural, one {# hora} other {# horas}} de la semana',
}

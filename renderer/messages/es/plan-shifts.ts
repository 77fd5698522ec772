import type { Translation } from '../../../shared/language/catalogue.ts'
import type { planShifts as english } from '../en/plan-shifts.ts'

/** Shifts that are selected, and their forms. */
export const planShifts: Translation<typeof english> = {
  hint: 'Arrastre en un espacio vacío para agregar un turno. Arrastre un turno para moverlo, o sus bordes para cambiar sus horas. Pulse ? para ver las teclas.',
  selected: 'Turnos seleccionados',
  countSelected: '{count, plural, one {# turno seleccionado} other {# turnos seleccionados}}',
  dayAndTimes: '{day} {start}–{end}',
  /** `count` decides the plural. */
  work: '{count, plural, one {{hours} hora de trabajo} other {{hours} horas de trabajo}}',
  workNextDay: '{work}, termina al día siguiente',
  unassigned: 'Sin asignar',
  duplicate: 'Duplicar',
  copyToOthers: 'Copiar a otros agentes…',
  delete: 'Eliminar',
  assignTo: 'Asignar a',
  severalAgents: 'Varios agentes',
  hoursInWeek: '{hours} h en esta semana',
  // Who can take a shift.
  whoCanTitle: '{count, plural, one {¿Quién puede hacer este turno?} other {¿Quién puede hacer estos # turnos?}}',
  whoCan:
    '{able, plural, =0 {Ningún agente puede {count, plural, one {hacerlo} other {hacerlos}} sin infringir una regla.} one {# de {agents, plural, one {# agente} other {# agentes}} puede {count, plural, one {hacerlo} other {hacerlos}} sin infringir una regla.} other {# de {agents, plural, one {# agente} other {# agentes}} pueden {count, plural, one {hacerlo} other {hacerlos}} sin infringir una regla.}}',
  findAgent: 'Buscar un agente',
  noAgentFound: 'No se encontró ningún agente',
  template: 'Plantilla de turno',
  times: '{start}–{end}',
  saveTemplate: 'Guardar como plantilla de turno',
  deleteTemplate: 'Eliminar la plantilla de turno',
  // One shift.
  title: 'Turno',
  agent: 'Agente',
  day: 'Día',
  start: 'Inicio',
  end: 'Fin',
  timesFor: 'Para {who}: {times}.',
  breaks: 'Pausas',
  from: 'De',
  to: 'A',
  breakFrom: 'Pausa {number} desde',
  breakTo: 'Pausa {number} hasta',
  removeBreak: 'Quitar la pausa {number}',
  addBreak: 'Agregar una pausa',
  note: 'Nota',
  cancel: 'Cancelar',
  save: 'Guardar',
  // Copied to other agents.
  copyTitle: 'Copiar a otros agentes',
  copyFrom: 'De {who}',
  copyUnassigned: 'De turnos sin asignar',
  wholeWeek: 'Toda la semana',
  copyTo: 'A',
  replace: 'Sustituir los turnos existentes',
  replaceHint: 'Si no, se agregan los turnos copiados.',
  copy: 'Copiar',
}

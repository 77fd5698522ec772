import type { Translation } from '../../language/catalogue.ts'
import type { planFiles as english } from '../en/plan-files.ts'

/** Plans as files: CSV, workbook and calendar. Names of columns in CSV are the same in every language. */
export const planFiles: Translation<typeof english> = {
  unassigned: 'Sin asignar',
  unassignedShift: 'Turno sin asignar',
  allPools: 'Todos los grupos',
  breaks: '{count, plural, one {Pausa {times}} other {Pausas {times}}}',
  agent: 'Agente',
  from: 'Desde',
  to: 'Hasta',
  start: 'Inicio',
  end: 'Fin',
  weekOf: 'Semana del',
  violation: 'Infracción',
  day: 'Día',
  people: 'Personas',
  pool: 'Grupo',
  hours: 'Horas',
}

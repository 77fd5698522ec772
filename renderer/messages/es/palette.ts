import type { Translation } from '../../../shared/language/catalogue.ts'
import type { palette as english } from '../en/palette.ts'

/** The command palette. */
export const palette: Translation<typeof english> = {
  prompt: 'Buscar comandos, planes, agentes, semanas…',
  noMatch: 'No se encontró nada',
  recent: 'Recientes',
  plans: 'Planes',
  agents: 'Agentes',
  weeks: 'Semanas',
  // What is found, and what it is found by.
  planOf: 'Plan de {dates}',
  agent: 'Agente',
  weekOf: 'Semana del {date}',
  coverage: 'Cobertura',
  inPlan: 'Este plan',
}

import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { availability as english } from '../en/availability.ts'

/** `covercast availability`. */
export const availability: Translation<typeof english> = {
  description: 'Cuándo pueden trabajar los agentes, por día de la semana.',
  import: 'Sustituye la disponibilidad de los agentes de una tabla. Los demás agentes conservan la suya.',
  fileArgument: 'tabla (CSV, TSV, XLSX, ODS) con las columnas agent, day, start, end',
  export: 'Escribe toda la disponibilidad en un archivo CSV.',
  // Answers.
  imported:
    '{count, plural, one {Disponibilidad de # agente importada.} other {Disponibilidad de # agentes importada.}}',
  wouldImport:
    '{count, plural, one {Se importaría la disponibilidad de # agente.} other {Se importaría la disponibilidad de # agentes.}} No se guardó nada.',
  agent: 'Agente',
  when: 'Disponible',
  anyTime: 'a cualquier hora',
  never: 'nunca',
}

import type { Translation } from '../../../shared/language/catalogue.ts'
import type { agentImport as english } from '../en/agent-import.ts'

/** The import of time off and availability on the Agents screen. */
export const agentImport: Translation<typeof english> = {
  open: 'Importar ausencias o disponibilidad',
  titles: {
    file: 'Importar ausencias o disponibilidad',
    timeOff: 'Importar ausencias',
    availability: 'Importar disponibilidad',
  },
  drop: 'Suelte el archivo para importar ausencias o disponibilidad',
  found: {
    rows: '{count, plural, one {# fila} other {# filas}}',
    added: '{count, plural, one {# entrada nueva} other {# entradas nuevas}}',
    known: '{count} ya conocidas',
    agents: '{count, plural, one {disponibilidad de # agente} other {disponibilidad de # agentes}}',
  },
  replaces: 'Sustituye la disponibilidad de los agentes del archivo. Los demás agentes conservan la suya.',
  tabs: {
    timeOff: 'Ausencias',
    availability: 'Disponibilidad',
  },
  hours: 'Horas',
  wholeDay: 'Todo el día',
  before: 'Ahora',
  after: 'Tras la importación',
  isKnown: 'Ya conocida',
  state: 'Estado',
  isNew: 'Nueva',
  leaveOut: 'Omitir: {name} no es un agente',
  unknown:
    '{count, plural, one {Un nombre no es de ningún agente. Elija en Nombres a quién se refiere, o sus filas se omitirán.} other {# nombres no son de ningún agente. Elija en Nombres a quién se refieren, o sus filas se omitirán.}}',
  nothing: 'No hay nada que importar en este archivo.',
  allKnown: 'Todo lo que hay en este archivo ya se conoce.',
  storeTimeOff: '{count, plural, one {Importar # entrada} other {Importar # entradas}}',
  storeAvailability: '{count, plural, one {Importar # agente} other {Importar # agentes}}',
  addedTimeOff:
    '{added, plural, one {# entrada agregada} other {# entradas agregadas}}, {known, plural, one {# ya conocida} other {# ya conocidas}}.',
  replacedAvailability:
    '{count, plural, one {Disponibilidad de # agente importada.} other {Disponibilidad de # agentes importada.}}',
  left: '{count, plural, one {Se omitió # fila.} other {Se omitieron # filas.}}',
}

import type { Translation } from '../../../shared/language/catalogue.ts'
import type { about as english } from '../en/about.ts'

/** The about screen. */
export const about: Translation<typeof english> = {
  title: 'Acerca de Covercast',
  loading: 'Cargando…',
  installation: 'Esta instalación',
  version: 'Versión',
  host: 'Se ejecuta',
  hosts: { desktop: 'En su propia ventana', browser: 'En un navegador de este equipo' },
  dataFolder: 'Carpeta de datos',
  logFile: 'Archivo de registro',
  timeZone: 'Zona horaria',
  passwords: 'Contraseñas',
  inKeyring: 'Guardadas en el llavero de su sistema',
  inMemory: 'Se mantienen en memoria mientras Covercast está abierto y no se escriben nunca en el disco',
  publicHolidays: 'Días festivos',
  holidaysFrom:
    'date-holidays, de commenthol, con sus nombres en inglés. Los datos tienen licencia CC BY-SA 3.0; el programa, ISC.',
  counting: 'Cómo se cuentan los visitantes',
  visitor: 'Visitante',
  visitorMeans: 'Una visita a una página con el widget. Una persona que viene dos veces cuenta dos veces.',
  covered: 'Atendido',
  coveredMeans: 'Había un agente disponible cuando llegó el visitante.',
  missed: 'Perdido',
  missedMeans: 'No había ningún agente disponible. No hay cola, así que hasta un hueco breve pierde al visitante.',
  coverage: 'Cobertura',
  coverageMeans: 'La proporción de visitantes atendidos. Sin visitantes es del 100 %.',
  agents: 'Agentes',
  agentsMeans: 'El tiempo que los agentes estuvieron en línea en una hora, dividido por la duración de esa hora.',
  noData: 'Sin datos',
  noDataMeans: 'Días que no se sincronizaron. Aparecen rayados y nunca se cuentan como cero.',
}

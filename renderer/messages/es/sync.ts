import type { Translation } from '../../../shared/language/catalogue.ts'
import type { sync as english } from '../en/sync.ts'

/** The sync, in the header and where a workspace is not synced. */
export const sync: Translation<typeof english> = {
  sync: 'Sincronizar',
  neverSynced: 'Aún sin sincronizar',
  asOf: 'Datos de {time} {zone}',
  zoneTime: 'hora de {city}',
  connecting: 'Conectando…',
  checking: 'Buscando cambios…',
  syncing: 'Sincronizando…',
  progress: '{step} {done} de {count, plural, one {# día} other {# días}}',
  progressLeft: '{step} {done} de {count, plural, one {# día} other {# días}}, quedan {left}',
  sourceNotReached: 'Origen de datos inaccesible',
  failed: 'Error de sincronización',
  enterPassword: 'Indicar la contraseña',
  editConnection: 'Editar la conexión',
  dayChanged: 'El {date} cambió en el origen de datos: {changes}.',
  dayChangedKept: 'El {date} cambió en el origen de datos: {changes}. Se conservan los recuentos anteriores.',
  moreVisits: '{count, plural, one {# visita más} other {# visitas más}}',
  fewerVisits: '{count, plural, one {# visita menos} other {# visitas menos}}',
  moreCovered: '{count} atendidos más',
  fewerCovered: '{count} atendidos menos',
  sessionsDiffer: 'las sesiones de los agentes difieren',
  passwordTitle: 'Contraseña de la base de datos',
  password: 'Contraseña',
  keptInKeyring: 'Guardada en el llavero de su sistema.',
  keptInMemory: 'Se mantiene en memoria mientras Covercast está abierto y no se escribe nunca en el disco.',
  withoutPassword: 'Sincronizar sin contraseña',
}

import type { Translation } from '../../../shared/language/catalogue.ts'
import type { workspaces as english } from '../en/workspaces.ts'

/** Workspaces: the switcher, the list of all, and a connection that nobody has confirmed. */
export const workspaces: Translation<typeof english> = {
  workspace: 'Espacio de trabajo',
  named: 'Espacio de trabajo: {name}',
  workspaces: 'Espacios de trabajo',
  shownNow: 'actual',
  more: 'Más',
  cannotOpen: 'no se puede abrir',
  demo: 'Demostración',
  demoData: 'datos de demostración',
  about:
    'Un espacio de trabajo tiene un solo origen de datos: sus ajustes, sus planes y una copia de los recuentos, solo en este equipo.',
  openLast: 'Abrir el último espacio de trabajo usado',
  restoreFromBackup: 'Restaurar una copia de seguridad',
  restoring: 'Restaurando…',
  restored: '{name} se restauró.',
  restoreUnder: 'Nombre del espacio de trabajo restaurado',
  restore: 'Restaurar',
  name: 'Nombre',
  rename: 'Cambiar nombre',
  renameNamed: 'Cambiar el nombre de {name}',
  backUp: 'Hacer copia',
  backingUp: 'Haciendo la copia…',
  backUpNamed: 'Hacer copia de seguridad de {name}',
  erase: 'Borrar',
  eraseNamed: 'Borrar {name}',
  eraseTitle: '¿Borrar {name}?',
  eraseQuestion: '¿Borrar {name}, con sus ajustes, planes y recuentos?',
  eraseWarning: 'No se puede deshacer. El origen de datos no se modifica.',
  keep: 'Conservar',
  unconfirmedTitle: 'Conexión sin confirmar',
  unconfirmed:
    'Este espacio de trabajo procede de una copia de seguridad o de otro equipo. Covercast no se conecta a su base de datos hasta que confirme la conexión.',
  review: 'Revisar la conexión',
  isYours: '¿Es esta su base de datos?',
  willConnect:
    'Covercast se conectará a este servidor y le enviará su contraseña si la pide. Continúe solo si lo conoce.',
  host: 'Servidor',
  hostAndPort: '{host}, puerto {port}',
  database: 'Base de datos',
  user: 'Usuario',
  encryption: 'Cifrado (TLS)',
  notNow: 'Ahora no',
  connectAndSync: 'Conectar y sincronizar',
  /** What a TLS mode gives. */
  tls: {
    prefer: 'cifrada si el servidor lo admite',
    disable: 'nunca cifrada',
    allow: 'cifrada solo si el servidor lo exige',
    require: 'siempre cifrada',
    'verify-ca': 'cifrada, con certificado comprobado',
    'verify-full': 'cifrada, con certificado y nombre de servidor comprobados',
  },
}

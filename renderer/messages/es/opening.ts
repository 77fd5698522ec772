import type { Translation } from '../../../shared/language/catalogue.ts'
import type { opening as english } from '../en/opening.ts'

/** Files and links that are opened from outside of the page. */
export const opening: Translation<typeof english> = {
  drop: 'Suelte el archivo para abrirlo',
  notOpened: 'No se puede abrir',
  close: 'Cerrar',
  noLink: 'El enlace no lleva a ninguna pantalla de Covercast.',
  noLinkNext: 'Compruebe que se haya copiado entero.',
  otherWorkspace: 'El enlace lleva a un espacio de trabajo que no está en este equipo.',
  otherWorkspaceNext: 'Restaure primero una copia de seguridad de ese espacio de trabajo.',
  notRead: 'No se pudo leer {file}.',
  notReadNext: 'Compruebe que el archivo sigue ahí y que puede leerlo. Después, ábralo de nuevo.',
  unknown: '{file} no es un archivo que Covercast abra.',
  unknownNext: 'Covercast abre sus propios planes y copias de seguridad, así como tablas y calendarios con turnos.',
  noWorkspace: '{file} necesita un espacio de trabajo en el que importarse.',
  noWorkspaceNext: 'Conecte su base de datos o abra la demostración. Después, abra el archivo de nuevo.',
  restoreTitle: '¿Restaurar esta copia de seguridad?',
  restoreText:
    '{file} es una copia de seguridad. Se convertirá en un espacio de trabajo propio. Los demás quedarán como están.',
  restoreSafe: 'Covercast no se conecta a su base de datos hasta que confirme la conexión.',
  restoring: 'Restaurando…',
  restore: 'Restaurar',
}

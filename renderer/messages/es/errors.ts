import type { Translation } from '../../../shared/language/catalogue.ts'
import type { errors as english } from '../en/errors.ts'

/** Failures that the page itself finds. Those of the backend come with their sentences. */
export const errors: Translation<typeof english> = {
  unreachable: 'No se puede conectar con Covercast.',
  unreachableKept: 'Lo que ve se mantiene y no se pierde nada de lo guardado.',
  unreachableNext:
    'Inicie Covercast de nuevo si estaba cerrado. Esta página continuará por sí sola. Si no lo hace, abra la dirección que muestra Covercast.',
  startedAgain: 'Covercast se reinició y no reconoce esta página.',
  startedAgainNext:
    'Abra en este navegador la dirección que Covercast mostró al iniciarse. Después vuelva aquí: esta página continúa.',
  cannotShow: 'No se puede mostrar esta página: {reason}',
  cannotShowKept: 'Sus ajustes y las cifras de este equipo no han cambiado.',
  cannotShowNext:
    'Recargue la página. Si ocurre de nuevo, vaya a la primera pantalla, que no tiene en cuenta lo que pedía esta dirección.',
  reload: 'Recargar',
  firstScreen: 'Ir a la primera pantalla',
  cannotReadFile: 'No se puede leer {file}.',
  noWorkspaceChanged: 'No se cambió ningún espacio de trabajo.',
  chooseBackup: 'Elija un archivo que Covercast haya creado como copia de seguridad.',
}

import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { workspaces as english } from '../en/workspaces.ts'

/** `covercast workspace`. */
export const workspaces: Translation<typeof english> = {
  description: 'Lista, cambia de nombre, copia, restaura y borra los espacios de trabajo.',
  list: 'Lista los espacios de trabajo de la carpeta de datos, el último usado primero.',
  rename: 'Cambia el nombre de un espacio de trabajo.',
  backup: 'Escribe un espacio de trabajo con sus ajustes y recuentos en un solo archivo.',
  restore:
    'Crea un espacio de trabajo a partir de un archivo de copia de seguridad. Nunca se sobrescribe un espacio de trabajo existente.',
  restoreName: 'nombre del espacio de trabajo restaurado (predeterminado: el que tenía)',
  erase:
    'Elimina un espacio de trabajo con todo lo que contiene: recuentos, sesiones, ajustes, copias de seguridad automáticas.',
  yes: 'borrar sin preguntar; no se puede deshacer',
  renamed: '“{before}” se llama ahora “{name}”.',
  backedUp: 'La copia de seguridad de “{name}” está en {file} ({size}).',
  restored: '“{name}” se restauró a partir de {file}.',
  confirmAgain: 'El origen de datos de “{name}” es {url}. Covercast se conecta cuando lo indique de nuevo: {command}',
  erased: '“{name}” se borró.',
  eraseProblem: 'El borrado de “{name}” no se puede deshacer. No se borró nada.',
  eraseNext: 'En caso de duda, haga antes una copia de seguridad: {command}. Para borrarlo, agregue --yes.',
  noWorkspace: 'No hay ningún espacio de trabajo llamado “{name}”. No se borró nada.',
  none: 'Aún no hay ningún espacio de trabajo. Cree uno con `covercast demo` o `covercast sync --source URL`.',
  name: 'Nombre',
  source: 'Origen de datos',
  organization: 'Organización',
  asOf: 'Datos de (UTC)',
  size: 'Tamaño',
  neverSynced: 'aún sin sincronizar',
}

import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { changes as english } from '../en/changes.ts'

/** `covercast export changes`. */
export const changes: Translation<typeof english> = {
  written: 'Se escribió {file}: cambios de {dates}.',
  everyWeek: 'todas las semanas desde el {date}',
  since: 'En comparación con “{plan}”, publicado el {date}.',
  nothingBefore: 'Antes no se había publicado nada para estas fechas.',
  none: 'No ha cambiado ningún turno.',
  agent: 'Agente',
  added: 'Nuevo',
  removed: 'Cancelado',
  moved: 'Modificado',
}

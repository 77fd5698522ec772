import type { Translation } from '../../../shared/language/catalogue.ts'
import type { log as english } from '../en/log.ts'

/** The log screen. */
export const log: Translation<typeof english> = {
  title: 'Registro',
  text: 'Lo que hizo Covercast, lo más reciente al final. Nunca se registran contraseñas ni datos de visitantes.',
  copy: 'Copiar',
  copied: 'Copiado.',
  refresh: 'Actualizar',
  loading: 'Leyendo el registro…',
  emptyTitle: 'El registro está vacío',
  empty: 'Aparecen líneas cuando Covercast hace algo.',
  lines: 'Líneas del registro',
}

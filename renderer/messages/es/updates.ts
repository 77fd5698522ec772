import type { Translation } from '../../../shared/language/catalogue.ts'
import type { updates as english } from '../en/updates.ts'

/** Looking for newer versions of the app. */
export const updates: Translation<typeof english> = {
  title: 'Actualizaciones',
  off: 'Covercast no busca actualizaciones: no hay ninguna dirección establecida.',
  about:
    'Cuando pulsa el botón, Covercast lee un archivo de {address}. No envía nada sobre usted ni sobre sus datos, nunca busca por sí mismo y no descarga ninguna actualización.',
  address: 'Dirección de actualizaciones',
  addressHint: 'La del editor o una de su confianza. Vacía, se usa la del editor, si la hay.',
  addressProblem: 'Introduzca una dirección que empiece por https://',
  save: 'Guardar',
  check: 'Buscar actualizaciones',
  checking: 'Buscando…',
  newest: 'La versión {version} es la más reciente.',
  newer: 'La versión {version} está disponible.',
  open: 'Abrir {page}',
  problems: {
    'bad-address': 'La dirección no se puede leer. Compruébela.',
    insecure: 'La dirección no está cifrada. Use una que empiece por https://.',
    unreachable: 'No se pudo acceder a la dirección. Compruebe su conexión e inténtelo de nuevo.',
    tls: 'El certificado del servidor no es válido, por lo que no se leyó nada.',
    timeout: 'El servidor no respondió en diez segundos. Inténtelo más tarde.',
    redirect: 'El servidor lleva a otra dirección, que Covercast no sigue. Pida la correcta al editor.',
    unreadable: 'En esta dirección no se indica cuál es la versión más reciente. Compruebe la dirección.',
  },
}

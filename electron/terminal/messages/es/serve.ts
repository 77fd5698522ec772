import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { serve as english } from '../en/serve.ts'

/** `covercast serve`. */
export const serve: Translation<typeof english> = {
  description: 'Ofrece la aplicación en un navegador de este equipo, hasta que pulse Ctrl+C.',
  port: 'puerto en el que se escucha (predeterminado: el último, o uno libre)',
  noOpen: 'imprimir solo la dirección',
  address: 'Covercast está en {url}',
  opened: 'Se abre en su navegador. Pulse Ctrl+C para detenerlo.',
  openIt: 'Abra esta dirección en un navegador de este equipo. Pulse Ctrl+C para detenerlo.',
  notAPort: '“{value}” no es un puerto.',
  portRange: 'Indique un número de hasta {most}; 0 elige uno libre.',
}

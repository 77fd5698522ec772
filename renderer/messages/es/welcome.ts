import type { Translation } from '../../../shared/language/catalogue.ts'
import type { welcome as english } from '../en/welcome.ts'

/** The first screen of all. */
export const welcome: Translation<typeof english> = {
  title: 'Vea cuándo se queda sin atender a los visitantes',
  intro:
    'Covercast cuenta, hora a hora, cuántos de sus visitantes encontraron un agente disponible y muestra cuándo se perdieron los demás.',
  connectTitle: 'Conectar su base de datos Postgres',
  connectText:
    'Covercast solo lee. Cuenta las visitas y las sesiones de agentes en su base de datos y guarda los recuentos en este equipo.',
  connect: 'Conectar base de datos',
  demoTitle: 'Explorar la empresa de demostración',
  demoText: 'Una empresa inventada con varios grupos, tráfico creciente y un hueco al mediodía.',
  privacy:
    'Nada sale de su equipo a menos que configure una alerta o un resumen, y entonces solo el texto que se le mostró, o busque actualizaciones.',
  openDemo: 'Abrir la demostración',
  openingDemo: 'Abriendo la demostración…',
  cannotOpen: 'No se puede abrir el espacio de trabajo “{name}”.',
}

import type { Translation } from '../../../shared/language/catalogue.ts'
import type { crash as english } from '../en/crash.ts'

/** Reports of crashes. */
export const crash: Translation<typeof english> = {
  title: 'Covercast, o una parte de la aplicación, se cerró de forma inesperada',
  text: 'Covercast, o una parte de la aplicación, se cerró de forma inesperada. Sus datos están a salvo. Se guardó un informe en este equipo y no se envió nada.',
  show: 'Mostrar el informe',
  dismiss: 'Descartar',
  reports: 'Informes de fallos',
  about:
    'Estos informes están solo en este equipo. Indican el fallo, las versiones y las últimas líneas del registro. Cópielos si quiere pedir ayuda a alguien.',
  copied: 'Copiado',
  notCopied: 'No se pudieron copiar los informes. Seleccione el texto en su lugar.',
  remove: 'Eliminar los informes',
  copy: 'Copiar',
  close: 'Cerrar',
}

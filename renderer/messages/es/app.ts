import type { Translation } from '../../../shared/language/catalogue.ts'
import type { app as english } from '../en/app.ts'

/** Words that many screens share, and what is around all of them. */
export const app: Translation<typeof english> = {
  tryAgain: 'Reintentar',
  cancel: 'Cancelar',
  dismiss: 'Descartar',
  opening: 'Abriendo Covercast…',
  skipToContent: 'Ir al contenido',
  screens: 'Pantallas',
  commands: 'Comandos',
  moreNotes: 'Y {count, plural, other {# más}}.',
  alert: '{title}: {figures} Desde {since}.',
  viewToday: 'Ver Hoy',
  dismissAlert: '{count, plural, one {Descartar la alerta} other {Descartar # alertas}}',
  saveAsCsv: 'Guardar como CSV: {name}',
  csv: 'CSV',
  showAsTable: 'Mostrar como tabla: {name}',
  asTable: 'Como tabla',
  saveAsPdf: 'Guardar como PDF: {name}',
  print: 'Imprimir: {name}',
  printFromPdf: 'Guardar como PDF para imprimir',
  pdf: 'PDF',
  syncNow: 'Sincronizar ahora',
  windowTitle: '{screen} – {workspace} – Covercast',
  linkCopied: 'Se copió el enlace a esta pantalla.',
  linkNotCopied: 'No se pudo copiar el enlace: {link}',
  openingWorkspace: 'Abriendo el espacio de trabajo…',
}

import type { Translation } from '../../../shared/language/catalogue.ts'
import { es as shared } from '../../../shared/messages/es.ts'
import type { en } from './en.ts'

/** The menu of the window. A “&” is before the letter that opens a menu by the keyboard. */
const menu: Translation<typeof en.menu> = {
  file: '&Archivo',
  edit: '&Edición',
  view: '&Ver',
  window: 'Ve&ntana',
  help: 'A&yuda',
  /** It opens a screen. */
  settings: '{title}…',
  open: 'Abrir…',
  openRecent: 'Abrir recientes',
  clearRecent: 'Vaciar la lista',
  documentation: 'Documentación',
  openLog: 'Abrir el registro',
  showDataFolder: 'Mostrar la carpeta de datos',
  // What every app has.
  about: 'Acerca de Covercast',
  services: 'Servicios',
  hide: 'Ocultar Covercast',
  hideOthers: 'Ocultar otros',
  unhide: 'Mostrar todo',
  quit: 'Salir de Covercast',
  close: 'Cerrar ventana',
  minimize: 'Minimizar',
  undo: 'Deshacer',
  redo: 'Rehacer',
  cut: 'Cortar',
  copy: 'Copiar',
  paste: 'Pegar',
  selectAll: 'Seleccionar todo',
  reload: 'Recargar',
  resetZoom: 'Tamaño real',
  zoomIn: 'Acercar',
  zoomOut: 'Alejar',
  fullScreen: 'Alternar pantalla completa',
  tools: 'Herramientas de desarrollo',
}

/** Saving a file by the system’s dialog. */
const saving: Translation<typeof en.saving> = {
  title: 'Guardar {file}',
  kinds: {
    csv: 'Valores separados por comas',
    covercast: 'Archivo de Covercast',
    pdf: 'Documento PDF',
    ics: 'Calendario',
    json: 'Documento JSON',
    xlsx: 'Libro de Excel',
    html: 'Página web',
    zip: 'Archivo comprimido',
    png: 'Imagen',
    svg: 'Dibujo',
  },
  failed: 'No se pudo guardar el archivo',
  failedWhy:
    '{file} no se pudo escribir en {folder}, y no se conservó ninguna parte. Compruebe que la carpeta existe, que su disco tiene espacio y que puede escribir en ella. Después guarde el archivo de nuevo.',
}

/** Opening files. */
const opening = {
  choose: 'Abrir un plan, una copia de seguridad o un cuadro de turnos',
  kinds: { all: 'Planes, copias de seguridad y cuadros de turnos', own: 'Archivos de Covercast' },
  notOpened: 'No se pudo abrir {file}',
  notOpenedWhy: 'No se cambió nada. Compruebe que el archivo sigue ahí y que puede leerlo. Después, ábralo de nuevo.',
}

/** Pages and dialogs of the window itself. */
const shell: Translation<typeof en.shell> = {
  opening: 'Abriendo Covercast…',
  dataNotOpened: 'Covercast no pudo abrir sus datos',
  tryAgain: 'Reintentar',
  openLog: 'Abrir el registro',
  quit: 'Salir',
  notOpened: 'No se pudo abrir {path}',
  hasToClose: 'Covercast tiene que cerrarse',
  hasToCloseWhy: 'Ocurrió un error inesperado. Sus datos están a salvo. El registro indica qué pasó.',
  pageStopped: 'La página dejó de funcionar',
  dataIsSafe: 'Sus datos están a salvo.',
  reload: 'Recargar',
}

/** The live figure in the system’s tray. */
const figure: Translation<typeof en.figure> = {
  next: '{workspace}: probabilidad de atender al próximo visitante: {rate}; {count, plural, one {# agente} other {# agentes}} en línea a las {time}',
  /** A line each under the one above. */
  pool: '{pool}: {rate}',
  noPool: 'Sin grupo',
  unknown: '{workspace}: no se sabe si se atenderá al próximo visitante. Sincronice para verlo.',
  open: 'Abrir Covercast',
}

/** At the window’s button in the taskbar of Windows, for screen readers. */
const taskbar: Translation<typeof en.taskbar> = {
  alerts: '{count, plural, one {# alerta activa} other {# alertas activas}}',
}

/** Spanish: what the desktop window says outside its page. */
export const es = { ...shared, menu, saving, opening, shell, figure, taskbar } as const satisfies Translation<typeof en>

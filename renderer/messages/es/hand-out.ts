import type { Translation } from '../../../shared/language/catalogue.ts'
import type { handOut as english } from '../en/hand-out.ts'

/** Handing a plan out: what changed for whom, and each one's files. */
export const handOut: Translation<typeof english> = {
  title: 'Distribuir {plan}',
  loading: 'Comparando los turnos',
  tryAgain: 'Reintentar',
  close: 'Cerrar',
  since: 'Cambios desde',
  sinceNow: 'Turnos publicados anteriormente',
  sinceVersion: 'Versión {number}, publicada el {date}',
  /** What is compared with what. */
  published: 'Cambios con la publicación del {date}, para {dates}.',
  publishedPattern: 'Cambios con la publicación del {date}, todas las semanas desde el {from}.',
  draft: 'No está publicado tal como está ahora. Al publicarlo cambiaría, para {dates}:',
  draftPattern: 'No está publicado tal como está ahora. Al publicarlo cambiaría, todas las semanas desde el {from}:',
  first: 'Antes no se había publicado nada para estas fechas, así que todos los turnos son nuevos.',
  nobody: 'No cambia ningún turno.',
  people: '{count, plural, one {Cambian los turnos de # persona} other {Cambian los turnos de # personas}}',
  more: '{count, plural, one {y # más} other {y # más}}',
  showAll: 'Mostrar todo',
  // One person.
  copy: 'Copiar texto',
  copyFor: 'Copiar los cambios de {name}',
  mail: 'Correo',
  mailFor: 'Enviar un correo a {name}',
  noEmail: 'No hay dirección de correo. Indíquela en la pantalla Agentes.',
  page: 'Página',
  pageFor: 'Guardar la página de {name}',
  calendar: 'Calendario',
  calendarFor: 'Guardar el calendario de {name}',
  copied: 'Copiado. Péguelo en un mensaje para {name}.',
  notCopied: 'El navegador no permitió copiar.',
  attach: 'Se guardó “{file}”. Puede adjuntarlo al correo.',
  tooLong:
    'El mensaje es demasiado largo para un enlace, así que se copió. Péguelo en el correo. “{file}” se guardó y se puede adjuntar.',
  // Anybody.
  files: 'Archivos',
  who: 'Turnos de',
  team: 'Todo el equipo',
  search: 'Buscar un agente',
  savePage: 'Guardar la página',
  saveCalendar: 'Guardar el calendario',
  saveAll: 'Guardar todo',
  saveAllHint:
    'Un archivo comprimido (ZIP): una página y un calendario por persona, el cuadro de turnos en PDF y en libro de Excel, los turnos y los cambios.',
  saving: 'Guardando…',
  list: 'Guardar la lista de cambios',
  asPage: 'Como página web',
  asCsv: 'Como CSV',
  asJson: 'Como JSON',
}

import type { Translation } from '../../../shared/language/catalogue.ts'
import type { log as english } from '../en/log.ts'

/** The log screen. */
export const log: Translation<typeof english> = {
  title: 'Protokoll',
  text: 'Was Covercast getan hat, Neuestes zuletzt. Passwörter und Besucherdaten werden nie protokolliert.',
  copy: 'Kopieren',
  copied: 'Kopiert.',
  refresh: 'Aktualisieren',
  loading: 'Protokoll wird gelesen …',
  emptyTitle: 'Das Protokoll ist leer',
  empty: 'Zeilen erscheinen, wenn Covercast etwas tut.',
  lines: 'Protokollzeilen',
}

import type { Translation } from '../../../shared/language/catalogue.ts'
import { de as shared } from '../../../shared/messages/de.ts'
import type { en } from './en.ts'

/** The menu of the window. A “&” is before the letter that opens a menu by the keyboard. */
const menu: Translation<typeof en.menu> = {
  file: '&Datei',
  edit: '&Bearbeiten',
  view: '&Ansicht',
  window: '&Fenster',
  help: '&Hilfe',
  settings: '{title} …',
  open: 'Öffnen …',
  openRecent: 'Zuletzt geöffnet',
  clearRecent: 'Liste leeren',
  documentation: 'Dokumentation',
  openLog: 'Protokoll öffnen',
  showDataFolder: 'Datenordner zeigen',
  about: 'Über Covercast',
  services: 'Dienste',
  hide: 'Covercast ausblenden',
  hideOthers: 'Andere ausblenden',
  unhide: 'Alle einblenden',
  quit: 'Covercast beenden',
  close: 'Fenster schließen',
  minimize: 'Minimieren',
  undo: 'Rückgängig',
  redo: 'Wiederholen',
  cut: 'Ausschneiden',
  copy: 'Kopieren',
  paste: 'Einfügen',
  selectAll: 'Alles auswählen',
  reload: 'Neu laden',
  resetZoom: 'Originalgröße',
  zoomIn: 'Vergrößern',
  zoomOut: 'Verkleinern',
  fullScreen: 'Vollbild ein/aus',
  tools: 'Entwicklertools',
}

/** Saving a file by the system’s dialog. */
const saving: Translation<typeof en.saving> = {
  title: '{file} speichern',
  kinds: {
    csv: 'Durch Trennzeichen getrennte Werte',
    covercast: 'Covercast-Datei',
    pdf: 'PDF-Dokument',
    ics: 'Kalender',
    json: 'JSON-Dokument',
    xlsx: 'Excel-Arbeitsmappe',
    html: 'Webseite',
    zip: 'Archiv',
    png: 'Bild',
    svg: 'Zeichnung',
  },
  failed: 'Die Datei konnte nicht gespeichert werden',
  failedWhy:
    '{file} konnte nicht in {folder} geschrieben werden, und es blieb nichts davon zurück. Prüfen Sie, ob der Ordner existiert, der Datenträger Platz hat und Sie dort schreiben dürfen. Speichern Sie die Datei dann erneut.',
}

/** Opening files. */
const opening = {
  choose: 'Plan, Sicherung oder Dienstplan öffnen',
  kinds: { all: 'Pläne, Sicherungen und Dienstpläne', own: 'Covercast-Dateien' },
  notOpened: '{file} konnte nicht geöffnet werden',
  notOpenedWhy:
    'Es wurde nichts geändert. Prüfen Sie, ob es die Datei noch gibt und ob Sie sie lesen dürfen. Öffnen Sie sie dann noch einmal.',
}

/** Pages and dialogs of the window itself. */
const shell: Translation<typeof en.shell> = {
  opening: 'Covercast wird geöffnet …',
  dataNotOpened: 'Covercast konnte seine Daten nicht öffnen',
  tryAgain: 'Erneut versuchen',
  openLog: 'Protokoll öffnen',
  quit: 'Beenden',
  notOpened: '{path} konnte nicht geöffnet werden',
  hasToClose: 'Covercast muss geschlossen werden',
  hasToCloseWhy:
    'Etwas Unerwartetes ist schiefgegangen. Ihre Daten sind sicher. Das Protokoll sagt, was geschehen ist.',
  pageStopped: 'Die Seite reagiert nicht mehr',
  dataIsSafe: 'Ihre Daten sind sicher.',
  reload: 'Neu laden',
}

/** The live figure in the system’s tray. */
const figure: Translation<typeof en.figure> = {
  next: '{workspace}: {rate} Chance, dass der nächste Besucher bedient wird, {count, plural, one {# Agent} other {# Agenten}} online um {time}',
  pool: '{pool}: {rate}',
  noPool: 'Kein Pool',
  unknown: '{workspace}: nicht bekannt, ob der nächste Besucher bedient wird. Synchronisieren Sie, um es zu sehen.',
  open: 'Covercast öffnen',
}

/** At the window’s button in the taskbar of Windows, for screen readers. */
const taskbar: Translation<typeof en.taskbar> = {
  alerts: '{count, plural, one {# Alarm besteht} other {# Alarme bestehen}}',
}

/** German: what the desktop window says outside its page. */
export const de = { ...shared, menu, saving, opening, shell, figure, taskbar } as const satisfies Translation<typeof en>

import type { Translation } from '../../../shared/language/catalogue.ts'
import type { app as english } from '../en/app.ts'

/** Words that many screens share, and what is around all of them. */
export const app: Translation<typeof english> = {
  tryAgain: 'Erneut versuchen',
  cancel: 'Abbrechen',
  dismiss: 'Ausblenden',
  opening: 'Covercast wird geöffnet …',
  skipToContent: 'Zum Inhalt springen',
  screens: 'Bildschirme',
  commands: 'Befehle',
  moreNotes: 'Und {count, plural, other {# weitere}}.',
  alert: '{title}: {figures} Seit {since}.',
  viewToday: 'Heute ansehen',
  dismissAlert: '{count, plural, one {Alarm ausblenden} other {# Alarme ausblenden}}',
  saveAsCsv: '{name} als CSV speichern',
  csv: 'CSV',
  showAsTable: '{name} als Tabelle zeigen',
  asTable: 'Als Tabelle',
  saveAsPdf: '{name} als PDF speichern',
  print: '{name} drucken',
  printFromPdf: 'Zum Drucken als PDF speichern',
  pdf: 'PDF',
  syncNow: 'Jetzt synchronisieren',
  windowTitle: '{screen} – {workspace} – Covercast',
  linkCopied: 'Der Link zu diesem Bildschirm wurde kopiert.',
  linkNotCopied: 'Der Link konnte nicht kopiert werden: {link}',
  openingWorkspace: 'Arbeitsbereich wird geöffnet …',
}

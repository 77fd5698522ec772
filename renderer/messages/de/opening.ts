import type { Translation } from '../../../shared/language/catalogue.ts'
import type { opening as english } from '../en/opening.ts'

/** Files and links that are opened from outside of the page. */
export const opening: Translation<typeof english> = {
  drop: 'Datei ablegen, um sie zu öffnen',
  notOpened: 'Das lässt sich nicht öffnen',
  close: 'Schließen',
  noLink: 'Der Link führt zu keinem Bildschirm von Covercast.',
  noLinkNext: 'Prüfen Sie, ob er vollständig kopiert wurde.',
  otherWorkspace: 'Der Link führt zu einem Arbeitsbereich, den es auf diesem Computer nicht gibt.',
  otherWorkspaceNext: 'Stellen Sie zuerst eine Sicherung dieses Arbeitsbereichs wieder her.',
  notRead: '{file} konnte nicht gelesen werden.',
  notReadNext: 'Prüfen Sie, ob es die Datei noch gibt und ob Sie sie lesen dürfen. Öffnen Sie sie dann noch einmal.',
  unknown: '{file} ist keine Datei, die Covercast öffnet.',
  unknownNext: 'Covercast öffnet eigene Pläne und Sicherungen sowie Tabellen und Kalender mit Schichten.',
  noWorkspace: '{file} braucht einen Arbeitsbereich, in den importiert wird.',
  noWorkspaceNext: 'Verbinden Sie Ihre Datenbank oder öffnen Sie die Demo. Öffnen Sie die Datei dann noch einmal.',
  restoreTitle: 'Diese Sicherung wiederherstellen?',
  restoreText:
    '{file} ist eine Sicherung. Daraus wird ein eigener Arbeitsbereich. Ihre anderen Arbeitsbereiche bleiben, wie sie sind.',
  restoreSafe: 'Covercast verbindet sich erst mit der Datenbank, wenn Sie die Verbindung bestätigen.',
  restoring: 'Wird wiederhergestellt …',
  restore: 'Wiederherstellen',
}

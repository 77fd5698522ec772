import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { workspaces as english } from '../en/workspaces.ts'

/** `covercast workspace`. */
export const workspaces: Translation<typeof english> = {
  description: 'Listet Arbeitsbereiche auf, benennt sie um, sichert, stellt wieder her und löscht sie.',
  list: 'Listet die Arbeitsbereiche des Datenordners auf, den zuletzt verwendeten zuerst.',
  rename: 'Benennt einen Arbeitsbereich um.',
  backup: 'Schreibt einen Arbeitsbereich mit Einstellungen und Zahlen in eine Datei.',
  restore: 'Erstellt einen Arbeitsbereich aus einer Sicherung. Ein vorhandener wird nie überschrieben.',
  restoreName: 'Name des wiederhergestellten Arbeitsbereichs (Standard: sein früherer Name)',
  erase: 'Löscht einen Arbeitsbereich mit allem darin: Zahlen, Sitzungen, Einstellungen, automatische Sicherungen.',
  yes: 'ohne Rückfrage löschen; das lässt sich nicht rückgängig machen',
  renamed: '„{before}“ heißt jetzt „{name}“.',
  backedUp: '„{name}“ ist in {file} gesichert ({size}).',
  restored: '„{name}“ ist aus {file} wiederhergestellt.',
  confirmAgain:
    'Die Datenquelle von „{name}“ ist {url}. Covercast verbindet sich, sobald Sie sie erneut nennen: {command}',
  erased: '„{name}“ ist gelöscht.',
  eraseProblem: 'Das Löschen von „{name}“ lässt sich nicht rückgängig machen. Es wurde nichts gelöscht.',
  eraseNext: 'Im Zweifel sichern Sie ihn zuerst: {command}. Zum Löschen ergänzen Sie --yes.',
  noWorkspace: 'Es gibt keinen Arbeitsbereich namens „{name}“. Es wurde nichts gelöscht.',
  none: 'Noch kein Arbeitsbereich. Erstellen Sie einen mit `covercast demo` oder `covercast sync --source URL`.',
  name: 'Name',
  source: 'Datenquelle',
  organization: 'Organisation',
  asOf: 'Stand (UTC)',
  size: 'Größe',
  neverSynced: 'noch nicht synchronisiert',
}

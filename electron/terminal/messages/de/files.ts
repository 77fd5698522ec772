import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { files as english } from '../en/files.ts'

/** Files that are read and written. */
export const files: Translation<typeof english> = {
  kinds: {
    plan: 'Plandatei',
    rules: 'Regeldatei',
    roster: 'Dienstplan',
    timeOff: 'Tabelle der Abwesenheiten',
    availability: 'Tabelle der Verfügbarkeit',
    names: 'Namensdatei',
  },
  givePlan: 'Geben Sie eine Plandatei an, wie docs/command-line.md sie zeigt.',
  givePlanOrId:
    'Geben Sie eine Plandatei an, wie docs/command-line.md sie zeigt, oder die ID eines gespeicherten Plans.',
  giveRules: 'Geben Sie eine Regeldatei an, wie docs/command-line.md sie zeigt.',
  giveTimeOff: 'Geben Sie eine Tabelle der Abwesenheiten als CSV, TSV, XLSX oder ODS an.',
  giveAvailability: 'Geben Sie eine Tabelle der Verfügbarkeit als CSV, TSV, XLSX oder ODS an.',
  giveRoster: 'Geben Sie eine Tabelle als CSV, TSV, XLSX oder ODS an, eine iCalendar-Datei oder eine Plandatei.',
  giveNames:
    'Geben Sie eine JSON-Datei an, zum Beispiel {example}. Mit null ist der Name kein Agent des Arbeitsbereichs.',
  noFile: 'Es gibt keine Datei {file}.',
  isFolder: '{file} ist ein Ordner. Erwartet: {kind}.',
  notAllowed: 'Sie dürfen die Datei {file} nicht lesen.',
  notRead: 'Die Datei {file} konnte nicht gelesen werden.',
  notText: 'Die Datei {file} ist kein Text.',
  saveAsText: 'Speichern Sie sie als Text in UTF-8.',
  notReadWhy: 'Die Datei {file} konnte nicht gelesen werden ({why}).',
  tooLarge: '{file} ist zu groß. Erwartet: {kind}.',
  checkName: 'Prüfen Sie den Namen der Datei.',
  exists: '{file} existiert bereits.',
  notChanged: 'Die Datei wurde nicht geändert.',
  giveAnother: 'Geben Sie eine andere Datei an, oder ergänzen Sie --overwrite.',
  written: '{file} ist geschrieben: {size}.',
  writtenPages: '{file} ist geschrieben: {count, plural, one {# Seite} other {# Seiten}}, {size}.',
  writtenFiles: '{file} ist geschrieben: {count, plural, one {# Datei} other {# Dateien}}, {size}.',
  writtenRows: '{file} ist geschrieben: {count, plural, one {# Zeile} other {# Zeilen}}.',
}

import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { availability as english } from '../en/availability.ts'

/** `covercast availability`. */
export const availability: Translation<typeof english> = {
  description: 'Wann Agenten arbeiten können, nach Wochentag.',
  import: 'Ersetzt die Verfügbarkeit der Agenten einer Tabelle. Andere Agenten behalten ihre.',
  fileArgument: 'Tabelle (CSV, TSV, XLSX, ODS) mit den Spalten agent, day, start, end',
  export: 'Schreibt alle Verfügbarkeit in eine CSV-Datei.',
  imported:
    '{count, plural, one {Verfügbarkeit von # Agenten importiert.} other {Verfügbarkeit von # Agenten importiert.}}',
  wouldImport:
    '{count, plural, one {Verfügbarkeit von # Agenten würde importiert.} other {Verfügbarkeit von # Agenten würde importiert.}} Es wurde nichts gespeichert.',
  agent: 'Agent',
  when: 'Verfügbar',
  anyTime: 'jederzeit',
  never: 'nie',
}

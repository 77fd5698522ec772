import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { sync as englishSync, connection as englishConnection } from '../en/sync.ts'

/** `covercast sync` and `covercast demo`. */
export const sync: Translation<typeof englishSync> = {
  description:
    'Synchronisiert einen Arbeitsbereich mit Ihrer Postgres. Gelesen werden nur Zahlen und die Sitzungen der Agenten.',
  source: 'postgres://user@host/database; wird ohne Passwort gemerkt (PGPASSWORD und die anderen PG-Variablen wirken)',
  sourceFile: 'Datei mit der URL von --source, wenn andere Benutzer des Computers eine Befehlszeile lesen könnten',
  from: 'erstes gewünschtes lokales Datum (Standard: 26 Wochen zurück, oder wie zuvor)',
  to: 'letztes gewünschtes lokales Datum (Standard: jetzt)',
  full: 'jeden Tag des Zeitraums erneut lesen',
  reconcile:
    'jeden synchronisierten Tag mit der Datenquelle vergleichen und Abweichendes korrigieren (sonst einmal täglich)',
  takeSource: 'die Zahlen der Datenquelle übernehmen, auch wo Besuche ihren Agenten verloren haben oder ein Tag fehlt',
  remap:
    'aus einer anderen Datenbank oder anderen Tabellen zählen, obwohl gezählte Tage verloren gehen; der Arbeitsbereich wird zuerst gesichert',
  mapping: 'JSON-Datei mit abweichenden Namen von Schema, Tabellen und Spalten; wird gemerkt',
  overlapMinutes:
    'Zeitraum für Nachzügler in Minuten: wie weit zurück jede Synchronisierung erneut zählt; wird gemerkt',
  foldCountries: 'Länder unter N Besuchen pro Tag als OTHER zusammenfassen; wird gemerkt',
  keepMonths: 'Zahlen löschen, die älter als N Monate sind; 0 behält alles (Standard); wird gemerkt',
  statementTimeout:
    'längste Zeit, die eine Abfrage in der Datenbank dauern darf, in Sekunden (Standard: 60); wird gemerkt',
  check: 'nur die Verbindung testen und zeigen, was vorhanden ist',
  tables: 'nur Tabellen, Sichten und Spalten der Datenbank auflisten',
  printMapping:
    'nur die Zuordnung ausgeben, die Namen und Typen der Tabellen nahelegen, zum Bearbeiten und für --mapping',
  demo: 'Erstellt den Arbeitsbereich einer Demofirma und synchronisiert ihn: echte Zahlen ohne Datenbank.',
  oneLook: '--check, --tables und --print-mapping tun je eines.',
  giveOne: 'Geben Sie eines davon an.',
  passwordSeen:
    'Andere Benutzer dieses Computers können das Passwort in --source sehen, während der Befehl läuft (ps), und es bleibt im Verlauf der Shell. PGPASSWORD, ~/.pgpass oder --source-file halten es geheim.',
  twoSources: '--source und --source-file nennen beide eine Datenquelle.',
  sourceFileNotRead: 'Die Datei mit der URL der Datenquelle konnte nicht gelesen werden: {why}.',
  sourceFileForm: 'Geben Sie eine Datei an, die nur eine URL wie postgres://user@host/database enthält.',
  settingProblem: 'Die Einstellung {name} ist nicht möglich: {why}.',
  outOfRange: 'sie liegt außerhalb des Bereichs',
  seeHelp: '`covercast help sync` erklärt sie.',
  mappingNotRead: 'Die Zuordnungsdatei „{file}“ konnte nicht gelesen werden: {why}.',
  mappingForm: 'Geben Sie eine JSON-Datei an, wie docs/source-database.md sie zeigt.',
  connecting: 'Verbindung wird hergestellt …',
  checking: 'Änderungen werden gesucht …',
  progress: '{done} von {count, plural, one {# Tag} other {# Tagen}} · {visitors}',
  progressLeft: '{done} von {count, plural, one {# Tag} other {# Tagen}} · {visitors} · noch {left}',
  cancelled: 'Die Synchronisierung wurde abgebrochen.',
  done: '{workspace}: {dates}, {visitors} gelesen in {time}.',
  note: 'Hinweis: {note}',
  dayChanged: '{date} hat sich in der Datenquelle geändert: {changes}.',
  dayChangedKept:
    '{date} hat sich in der Datenquelle geändert: {changes}. Die früheren Zahlen bleiben; --take-source übernimmt die neuen.',
  moreVisits: '{count, plural, one {# Besuch mehr} other {# Besuche mehr}}',
  fewerVisits: '{count, plural, one {# Besuch weniger} other {# Besuche weniger}}',
  moreCovered: '{count} mehr bedient',
  fewerCovered: '{count} weniger bedient',
  sessionsDiffer: 'Agentensitzungen weichen ab',
}

/** What `covercast sync --check` and `--tables` find. */
export const connection: Translation<typeof englishConnection> = {
  server:
    'Postgres {version}{isReplica, select, yes { (ein Replikat)} other {}}, {isEncrypted, select, yes {verschlüsselte Verbindung} other {Verbindung nicht verschlüsselt}}.',
  organizations: '{count, plural, one {# Organisation} other {# Organisationen}}. Wählen Sie eine mit --org ID:',
  moreOrganizations: '… und {count} weitere',
  cannotRead: 'Nicht lesbar: {what}',
  cure: 'Ein Administrator kann es erlauben: {statement}',
  giveView: 'Ein Administrator kann die Tabelle als Sicht bereitstellen: docs/source-database.md enthält das Skript.',
  adviceFaster: 'Rat: Dieser Index macht das Zählen schneller.',
  adviceNeeded: 'Rat: Ohne diesen Index liest jede Synchronisierung die ganze Tabelle.',
  nameAndId: '{name} ({id})',
  noVisit: '{organization}: noch keine Besuche.',
  visitsFrom: '{organization}: Besuche vom {from} bis {to} (UTC).',
  visits: {
    exact: '{organization}: {count, plural, one {# Besuch} other {# Besuche}} vom {from} bis {to} (UTC).',
    estimate: '{organization}: etwa {count, plural, one {# Besuch} other {# Besuche}} vom {from} bis {to} (UTC).',
    'at-least': '{organization}: mehr als {count, plural, one {# Besuch} other {# Besuche}} vom {from} bis {to} (UTC).',
  },
  noTables: 'Diese Datenbank hat keine Tabellen oder Sichten.',
  table: 'Tabelle',
  kind: 'Art',
  kinds: {
    table: 'Tabelle',
    view: 'Sicht',
    'materialized view': 'materialisierte Sicht',
    'foreign table': 'fremde Tabelle',
  },
  rows: 'Zeilen',
  columns: 'Lesbare Spalten',
  aboutRows: 'etwa {count}',
  moreTables: 'Es gibt mehr als diese {count}.',
  schemaNotUsable: 'keine: Sie dürfen das Schema nicht verwenden',
  noRight: 'keine: kein Leserecht',
  problem: '{where}: {problem}',
  notRead: 'Nicht gelesen: {tables}.',
}

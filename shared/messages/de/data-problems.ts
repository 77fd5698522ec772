import type { Translation } from '../../language/catalogue.ts'
import type { dataProblems as english } from '../en/data-problems.ts'

/** What in a data source cannot be true or could not be used, and what it means for the figures. */
export const dataProblems: Translation<typeof english> = {
  'session-ends-before-start':
    '{count, plural, one {# Sitzung endet nicht nach ihrem Beginn. Sie wird weggelassen.} other {# Sitzungen enden nicht nach ihrem Beginn. Sie werden weggelassen.}}',
  'session-starts-in-future':
    '{count, plural, one {# Sitzung beginnt in der Zukunft. Sie wird weggelassen.} other {# Sitzungen beginnen in der Zukunft. Sie werden weggelassen.}}',
  'session-probably-forgotten':
    '{count, plural, one {# Sitzung ist länger als 16 Stunden und wurde vermutlich nie beendet. Ihre Zeit zählt wie aufgezeichnet.} other {# Sitzungen sind länger als 16 Stunden und wurden vermutlich nie beendet. Ihre Zeit zählt wie aufgezeichnet.}}',
  'session-left-open':
    '{count, plural, one {# Sitzung wurde nie beendet. Sie zählt} other {# Sitzungen wurden nie beendet. Jede zählt}} bis zur nächsten Sitzung des Agenten oder bis er zuletzt gesehen wurde, ohne Anhaltspunkt höchstens 16 Stunden.',
  'sessions-overlap':
    '{count, plural, one {# Sitzung überschneidet sich mit einer früheren desselben Agenten. Beide zählen wie aufgezeichnet.} other {# Sitzungen überschneiden sich mit einer früheren desselben Agenten. Alle zählen wie aufgezeichnet.}}',
  'pageview-in-future':
    '{count, plural, one {# Besuch liegt in der Zukunft. Er wird nicht gezählt.} other {# Besuche liegen in der Zukunft. Sie werden nicht gezählt.}}',
  'covered-outside-sessions':
    '{share} der bedienten Besuche liegen außerhalb jeder Sitzung eines Agenten, der ihren Pool bedient.',
  'country-column-missing': 'Besuche haben kein Land: Der Länderfilter ist aus.',
  'organizations-missing':
    'Organisationen haben weder Namen noch Länderregel: Ihre Tabelle fehlt oder ist nicht lesbar.',
  'country-rule-missing':
    'Organisationen haben keine Länderregel: Ihre Spalte fehlt, ist nicht lesbar oder keine Liste von Texten.',
  'pools-missing': 'Pools haben keine Namen: Ihre Tabelle fehlt oder ist nicht lesbar.',
  'pools-repeated':
    '{count, plural, one {# Pool steht mehrmals in seiner Tabelle. Eine seiner Zeilen zählt.} other {# Pools stehen mehrmals in ihrer Tabelle. Je eine Zeile zählt.}}',
  'agents-repeated':
    '{count, plural, one {# Agent steht mehrmals in seiner Tabelle. Eine seiner Zeilen zählt.} other {# Agenten stehen mehrmals in ihrer Tabelle. Je eine Zeile zählt.}}',
  'catch-all-missing':
    'Es ist nicht bekannt, welche Pools alle Besucher auffangen, daher tut es keiner: Die Spalte fehlt, ist nicht lesbar oder kein Wahrheitswert.',
  'agents-missing': 'Agenten haben keine Namen: Ihre Tabelle fehlt oder ist nicht lesbar.',
  'membership-missing':
    'Es ist nicht bekannt, welche Agenten welchen Pool bedienen, daher zählt jeder Agent für jeden Pool.',
  'calls-missing':
    'Anrufe sind nicht bekannt: Ihre Tabelle fehlt oder ist nicht lesbar. Wo zu wenig bekannt ist, um das Modell anzupassen, verwenden Empfehlungen typische Werte.',
  'call-lengths-missing':
    'Die Dauer der Anrufe ist nicht bekannt: Die Spalte fehlt, ist nicht lesbar oder keine Zahl. Wo zu wenig bekannt ist, um das Modell anzupassen, verwenden Empfehlungen typische Werte.',
  'calls-unread': 'Anrufe konnten nicht gelesen werden: {reason}',
  'calls-slow':
    'Das Zählen der Anrufe dauerte zu lange und wurde abgebrochen. Es wird beim nächsten täglichen Abgleich erneut versucht. Ein Index auf Organisation und Zeit würde helfen.',
  'presence-unread':
    'Was Agenten taten, während sie online waren, konnte nicht vollständig gelesen werden. Die nächste Synchronisierung setzt es fort. {reason}',
  'source-changed':
    'Dieser Arbeitsbereich zählt jetzt aus einer anderen Datenbank, Organisation oder anderen Tabellen. {count, plural, one {Der # Tag von vorher wurde gelöscht.} other {Die # Tage von vorher wurden gelöscht.}}',
  'page-rules-off': 'Besuche sind nicht nach Seiten aufgeteilt.',
  'page-column-missing':
    'Die Seitenregeln sind aus: Die Tabelle der Besuche hat keine Spalte {reason}. Wählen Sie die Spalte, die die Adresse der Seite enthält.',
  'page-not-granted':
    'Die Seitenregeln sind aus: Die Spalte {reason} darf nicht gelesen werden. Ein Administrator kann es mit einer Zeile des Skripts für die Rolle erlauben.',
  'page-pattern-invalid':
    'Die Seitenregeln sind aus: Den regulären Ausdruck der Klasse {reason} kann Postgres nicht lesen. Ändern Sie ihn.',
  'page-pattern-slow':
    'Die Seitenregeln sind aus: Der reguläre Ausdruck der Klasse {reason} dauerte zu lange und wurde abgebrochen. Ändern Sie ihn, oder verwenden Sie eine andere Art von Regel.',
}

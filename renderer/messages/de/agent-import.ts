import type { Translation } from '../../../shared/language/catalogue.ts'
import type { agentImport as english } from '../en/agent-import.ts'

/** The import of time off and availability on the Agents screen. */
export const agentImport: Translation<typeof english> = {
  open: 'Abwesenheit oder Verfügbarkeit importieren',
  titles: {
    file: 'Abwesenheit oder Verfügbarkeit importieren',
    timeOff: 'Abwesenheit importieren',
    availability: 'Verfügbarkeit importieren',
  },
  drop: 'Datei ablegen, um Abwesenheit oder Verfügbarkeit zu importieren',
  found: {
    rows: '{count, plural, one {# Zeile} other {# Zeilen}}',
    added: '{count, plural, one {# neuer Eintrag} other {# neue Einträge}}',
    known: '{count} bereits bekannt',
    agents: '{count, plural, one {Verfügbarkeit von # Agenten} other {Verfügbarkeit von # Agenten}}',
  },
  replaces: 'Ersetzt die Verfügbarkeit der Agenten in der Datei. Andere Agenten behalten ihre.',
  tabs: {
    timeOff: 'Abwesenheit',
    availability: 'Verfügbarkeit',
  },
  hours: 'Stunden',
  wholeDay: 'Ganzer Tag',
  before: 'Jetzt',
  after: 'Nach dem Import',
  isKnown: 'Bereits bekannt',
  state: 'Status',
  isNew: 'Neu',
  leaveOut: 'Weglassen: {name} ist kein Agent',
  unknown:
    '{count, plural, one {Ein Name ist kein Agent. Wählen Sie unter „Namen“, wer gemeint ist, sonst werden die Zeilen weggelassen.} other {# Namen sind keine Agenten. Wählen Sie unter „Namen“, wer gemeint ist, sonst werden die Zeilen weggelassen.}}',
  nothing: 'In dieser Datei gibt es nichts zu importieren.',
  allKnown: 'Alles in dieser Datei ist bereits bekannt.',
  storeTimeOff: '{count, plural, one {# Eintrag importieren} other {# Einträge importieren}}',
  storeAvailability: '{count, plural, one {# Agenten importieren} other {# Agenten importieren}}',
  addedTimeOff:
    '{added, plural, one {# Eintrag hinzugefügt} other {# Einträge hinzugefügt}}, {known, plural, one {# bereits bekannt} other {# bereits bekannt}}.',
  replacedAvailability:
    '{count, plural, one {Verfügbarkeit von # Agenten importiert.} other {Verfügbarkeit von # Agenten importiert.}}',
  left: '{count, plural, one {# Zeile wurde weggelassen.} other {# Zeilen wurden weggelassen.}}',
}

import type { Translation } from '../../language/catalogue.ts'
import type { reasons as english } from '../en/reasons.ts'

/** Why visitors are missed in hours that a recommendation is about. */
export const reasons: Translation<typeof english> = {
  'no-agent-data': 'Keine Agentendaten für diese Stunden.',
  allOffline: 'Bei allen verpassten Besuchern war kein Agent online.',
  'nobody-online': 'Bei {share} der verpassten Besucher war kein Agent online.',
  'lunch-dip': 'Mittagsloch: {agents} online, davor und danach {around}.',
  'fewer-than-around': 'Weniger Agenten als in den Stunden ringsum: {agents} online, davor und danach {around}.',
  busy: 'Mehr Besucher, als diese Agenten annehmen können: {visitors} pro Stunde bei {agents} online.',
  'few-agents': 'Wenige Agenten für die Besucher: {agents} online bei {visitors} Besuchern pro Stunde.',
  rule: 'Zu wenige Daten für das Modell, daher folgt die Zahl der Agenten einer Faustregel: {share} der verpassten Besucher hätten angerufen ({ring, select, own {wie gezählt} pools {wie über alle Pools gezählt} other {ein typischer Wert}}{overstated, select, yes {, weitergeleitete Besucher sind jedes Mal gezählt, daher genügen vielleicht weniger Agenten} other {}}), ein Anruf dauert {minutes} min ({call, select, own {wie gezählt} pools {wie über alle Pools gezählt} other {ein typischer Wert}}), und ein Agent nimmt {count, plural, one {# Anruf} other {# Anrufe}} pro Stunde an.',
  enough: 'Jeder weitere Agent würde weniger als einen weiteren Besucher pro Stunde abdecken.',
}

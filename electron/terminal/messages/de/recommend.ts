import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { recommend as english } from '../en/recommend.ts'

/** `covercast recommend`. */
export const recommend: Translation<typeof english> = {
  description:
    'Welche Stunden besser besetzt werden sollten, mit wie vielen Agenten, und was das bringt (Standard: die letzten 30 Tage).',
  target: 'zu erreichende Abdeckung, 50-100 (Standard: die des Arbeitsbereichs, sonst 90)',
  targetProblem: 'Ein Ziel von {target} % ist nicht möglich.',
  targetRange: 'Geben Sie --target {lowest} bis {highest} an.',
  notSynced: 'Keine Daten zur Abdeckung: Dieser Zeitraum ist nicht synchronisiert.',
  syncFirst: 'Wählen Sie andere Tage, oder synchronisieren Sie sie zuerst: covercast sync',
  noVisitors: 'Keine Daten zur Abdeckung: keine Besucher in diesem Zeitraum.',
  missed: '{visitors}, {missed} verpasst.',
  notWorthwhile:
    'Keine Stunde lohnt einen weiteren Agenten: {count, plural, one {# Stunde der Woche bleibt} other {# Stunden der Woche bleiben}} unter {target}, aber ein weiterer Agent würde weniger als einen Besucher pro Stunde abdecken.',
  good: 'Gute Besetzung: Keine Stunde der Woche bleibt unter {target}.',
  under: 'Stunden, die unter {target} bleiben (wo wenige Besucher kamen, zählt auch die übliche Abdeckung):',
  together: 'Alle Pools zusammen, für Agenten, die alle bedienen',
  byPool: 'Pool für Pool',
  none: 'Keine.',
  noPool: 'Kein Pool',
  number: '#',
  when: 'Wann',
  pool: 'Pool',
  missedTitle: 'Verpasst',
  visitors: 'Besucher',
  coverage: 'Abdeckung',
  priority: 'Priorität',
  priorities: { critical: 'kritisch', high: 'hoch', medium: 'mittel', low: 'niedrig' },
  agents: 'Agenten',
  gain: 'Gewinn/Woche',
  more: '{count} weitere mit weniger Verpassten: --json zeigt sie.',
  // By what visitors are worth.
  weighted: 'verpasste Besucher nach ihrem Wert gewichten, nach den Seitenregeln',
  weightedSummary:
    'Nach Wert {missed} von {total} verpasst. Der Wert entscheidet über die Reihenfolge, die Priorität und darüber, welche Stunden einen Agenten lohnen.',
  missedValue: 'Verpasst nach Wert',
  gainValue: 'Gewinn/Woche nach Wert',
}

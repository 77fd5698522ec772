import type { Translation } from '../../../shared/language/catalogue.ts'
import type { staffing as english } from '../en/staffing.ts'

/** The staffing screen. */
export const staffing: Translation<typeof english> = {
  title: 'Besetzung',
  tabs: { guide: 'Was sich ändern sollte', ahead: 'Nächste Monate', trust: 'Genauigkeit' },
  dates: 'Zeitraum',
  noDataTitle: 'Noch nicht genug Daten',
  syncing: 'Sie sehen Empfehlungen, wenn die erste Synchronisierung fertig ist.',
  notSynced: 'Synchronisieren Sie einmal, um Empfehlungen zu sehen.',
  loading: 'Empfehlungen werden berechnet …',
  inShort: 'Zusammenfassung',
  pools: 'Pools',
  together: 'Alle Pools zusammen',
  byPool: 'Pool für Pool',
  underTarget:
    '{count, plural, one {Ein Block von Stunden bleibt} other {# Blöcke von Stunden bleiben}} unter dem Ziel von {target}.',
  blocks: 'Stunden für bessere Besetzung, meiste Verpasste zuerst',
  showMore: '{count} weitere mit weniger Verpassten zeigen',
  basis: '{range}, mit Daten für {count, plural, one {{days} Tag} other {{days} Tage}}.',
  servesAll: 'Setzt Agenten voraus, die jeden Pool bedienen können.',
  alwaysAvailable:
    'Setzt Agenten voraus, die durchgehend online sind. Ein Plan rechnet Abwesenheit ein und sagt daher etwas weniger voraus.',
  noVisitorsTitle: 'Keine Daten zur Abdeckung',
  showAll: 'Letzte 30 Tage, alle Pools',
  noDataInRange: 'Keiner dieser Tage ist synchronisiert.',
  noVisitorsInRange: 'Keine Besucher in diesem Zeitraum, daher wurde keiner verpasst.',
  noPool: 'Kein Pool',
  priority: 'Priorität:',
  nameWithPool: '{when}, {pool}',
  shareOfMissed: 'verpasst, {share} von allen',
  lessThanOnePercent: '<1 %',
  coverage: 'Abdeckung {before} → {after} von {count, plural, one {# Besucher} other {# Besuchern}}',
  fewVisitors: 'Es kamen wenige Besucher, daher zählt auch die übliche Abdeckung: Sie liegt unter {target}.',
  addShiftsTo: '{action}: {name}',
  showInHeatmap: 'In der Heatmap zeigen',
  showInHeatmapOf: 'In der Heatmap zeigen: {name}',
}

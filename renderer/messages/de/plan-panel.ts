import type { Translation } from '../../../shared/language/catalogue.ts'
import type { planPanel as english } from '../en/plan-panel.ts'

/** The panel beside the board: what the plan comes to. */
export const planPanel: Translation<typeof english> = {
  title: 'Dieser Plan',
  covered: '<rate>{coverage}</rate> bedient',
  coveredRange: '<rate>{coverage}</rate> bedient <range>({between})</range>',
  rangeFromTo: '{from}–{to}',
  rangeHint: 'Der 80-%-Bereich: In vier von fünf Wochen liegt die Abdeckung darin.',
  noChange: 'Unverändert',
  sameCovered: 'gleich viele Besucher bedient',
  changeBy: '{points}, {count, plural, one {{visitors} Besucher} other {{visitors} Besucher}} pro Woche',
  against: '{text} <quiet>ggü. {plan}</quiet>',
  changeRange: '80-%-Bereich: {from} bis {to} Besucher',
  changeRangeOnTheWay: '80-%-Bereich: …',
  noRanges: 'Die 80-%-Bereiche konnten nicht berechnet werden.',
  tryAgain: 'Erneut versuchen',
  expected: 'Erwartete Besucher',
  missed: 'Verpasste Besucher',
  hours: 'Agentenstunden',
  overtime: 'Überstunden',
  cost: 'Kosten',
  valueAndChange: '{value} <quiet>({change})</quiet>',
  compareWith: 'Vergleichen mit',
  hourlyTable: 'Stundentabelle',
  basis: 'So wird gerechnet',
  learned: 'Gelernt aus {count, plural, one {# Woche} other {# Wochen}} Besuchen und Sitzungen, bis {until}.',
  accuracy:
    'Prognosen der letzten {count, plural, one {Woche} other {# Wochen}} lagen pro Viertelstunde im Schnitt um {rate} der Besucher daneben.',
  attendance:
    'Geplante Zeit zählt so weit, wie Agenten üblicherweise online sind: Von {count, plural, one {# vergangenen Schicht} other {# vergangenen Schichten}} wurden {rate} gearbeitet.',
  nothingSynced:
    'Keine Vorhersage: Die Datenquelle hatte an den synchronisierten Tagen keine Besuche und keine Agentensitzungen.',
  noWholeDay:
    'Noch keine Vorhersage: Kein Tag ist vollständig. Synchronisieren Sie erneut, wenn der {date} vorbei ist.',
  gapBefore:
    'Keine Vorhersage für diese Woche: Das halbe Jahr davor ist nicht synchronisiert. Synchronisieren Sie die fehlenden Tage.',
  nothingBefore: 'Keine Vorhersage für diese Woche: Vor dem {date} gibt es keine Daten.',
  showWeekOf: 'Woche vom {date} zeigen',
  clockNoShift:
    'Am {day} wird die Uhr um {length} {way, select, back {zurückgestellt} other {vorgestellt}}. Keine Schicht ist betroffen.',
  clockShifts:
    'Am {day} wird die Uhr um {length} {way, select, back {zurückgestellt} other {vorgestellt}}. {count, plural, one {Eine Schicht ist} other {# Schichten sind}} insgesamt um {total} {change, select, longer {länger} other {kürzer}}: {who}. Stunden, Kosten und Abdeckung berücksichtigen das.',
  clockSkips: 'Die Uhr überspringt am {day} die ganze Schicht von {who}.',
  clockSkipsUnassigned: 'Die Uhr überspringt am {day} eine ganze nicht zugewiesene Schicht.',
  noViolations: 'Keine Regelverstöße',
  violations: '{count, plural, one {# Regelverstoß} other {# Regelverstöße}}',
  violation: '<who>{name}</who> {text}',
  minimumStaff: 'Mindestbesetzung',
  checked: 'Geprüft: {rules}.',
  noRules: 'Keine Arbeitszeitregeln gesetzt.',
  useUsual: 'Übliche Grenzen verwenden',
  setRules: 'Regeln setzen',
  usual:
    'Üblich: {week} h pro Woche, {shift} h pro Schicht, {rest} h Ruhezeit, {days} Tage in Folge, {minutes} min Pause nach {hours} h.',
  otherWeeks: 'Andere Wochen:',
  weekViolations: '{date}: {count}',
  suggested: 'Schichtvorschläge',
  gainFor: '{count, plural, one {+# Besucher} other {+# Besucher}} für {hours} h',
  addUnassigned: 'Nicht zugewiesene Schicht hinzufügen, {when}',
  tableTitle: 'Stundentabelle',
  show: 'Zeigen',
  hour: 'Stunde',
  figures: {
    coverage: 'Abdeckung',
    visitors: 'Besucher',
    planned: 'Geplant',
    needed: 'Erforderlich',
  },
  figureHints: {
    coverage: 'Vorhergesagte Abdeckung, Ortszeit {city}',
    visitors: 'Erwartete Besucher, Ortszeit {city}',
    planned: 'Erwartete Agenten online, Durchschnitt der Stunde, Ortszeit {city}',
    needed: 'Erforderliche Agenten für {target}, in der stärksten Viertelstunde, Ortszeit {city}',
  },
  figureTables: {
    coverage: 'Vorhergesagte Abdeckung nach Stunde und Tag',
    visitors: 'Erwartete Besucher nach Stunde und Tag',
    planned: 'Erwartete Agenten online nach Stunde und Tag',
    needed: 'Erforderliche Agenten nach Stunde und Tag',
  },
}

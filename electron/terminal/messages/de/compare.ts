import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { compare as english } from '../en/compare.ts'

/** `covercast compare`. */
export const compare: Translation<typeof english> = {
  description:
    'Vergleicht die Vorhersage eines veröffentlichten Plans mit dem Ist: die Differenz, warum, und die Plantreue.',
  plan: 'die ID oder der Name eines veröffentlichten Plans',
  week: 'nur die Woche mit diesem lokalen Datum (Standard: jede begonnene Woche)',
  neverPublished: '„{plan}“ wurde nie veröffentlicht, daher gibt es keine Vorhersage zum Vergleichen.',
  publishFirst:
    'Veröffentlichen Sie ihn mit `covercast plan publish`, und vergleichen Sie, wenn die erste Woche begonnen hat.',
  notLive:
    '„{plan}“ gilt in der Woche vom {date} nicht, oder diese Woche hatte bei der letzten Synchronisierung noch nicht begonnen.',
  leaveOutWeek: 'Lassen Sie --week weg, um alle vergleichbaren Wochen zu sehen, oder synchronisieren Sie zuerst.',
  nothing: 'Es gibt nichts zu vergleichen: Keine dieser Wochen von „{plan}“ hat begonnen und wurde vorhergesagt.',
  seeWeeks: '`covercast compare` zeigt, welche Wochen es gibt.',
  asOf: 'Stand {time}',
  noWeek: 'Keine seiner Wochen hat begonnen und wurde vorhergesagt.',
  notPredicted: 'Nicht vorhergesagt und daher nicht verglichen: {weeks}.',
  weekOf: 'Woche vom {date}',
  weekTitle: 'Woche',
  predicted: 'Vorhersage',
  range: '80-%-Bereich',
  actual: 'Ist',
  difference: 'Differenz',
  within: 'Im Bereich',
  traffic: 'Andrang',
  staffing: 'Besetzung',
  rest: 'Rest',
  visitors: 'Besucher',
  yes: 'ja',
  no: 'nein',
  fromTo: '{from}-{to}',
  countOf: '{actual} von {expected}',
  units:
    'Differenz, Andrang (andere Besucher als prognostiziert), Besetzung (andere Agenten online als geplant) und Rest (Modell und Zufall) sind Punkte der Abdeckung.',
  notSynced: '* {dates}: nicht synchronisiert.',
  running: '* {dates}: läuft, Daten für {share}. Die Vorhersage gilt für diesen Teil.',
  partly: '* {dates}: Daten für {share}, der Rest ist nicht synchronisiert. Die Vorhersage gilt für diesen Teil.',
  noneJudged: 'Noch keine veröffentlichte Woche ist abgeschlossen.',
  judged:
    '{inside} von {count, plural, one {# Woche lag} other {# Wochen lagen}} im 80-%-Bereich, über alle veröffentlichten Pläne.',
  adherence: 'Plantreue:',
  adherenceOfAll: 'Plantreue, alle Wochen zusammen:',
  agent: 'Agent',
  scheduled: 'Geplant h',
  online: 'Online h',
  unscheduled: 'Ungeplant h',
  shifts: 'Schichten',
  late: 'Zu spät',
  lateMinutes: 'Zu spät min',
  leftEarly: 'Zu früh weg',
  earlyMinutes: 'Zu früh min',
  notWorked: 'Nicht gearbeitet',
}

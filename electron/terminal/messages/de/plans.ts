import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { plans as english } from '../en/plans.ts'

/** `covercast plan`. */
export const plans: Translation<typeof english> = {
  description: 'Listet gespeicherte Pläne auf, zeigt, importiert, exportiert, veröffentlicht und zieht sie zurück.',
  list: 'Listet die gespeicherten Pläne auf, den zuletzt geänderten zuerst.',
  show: 'Zeigt einen Plan, über ID oder Name, als Dienstplan.',
  export: 'Schreibt einen Plan, über ID oder Name, in eine Plandatei.',
  publish:
    'Veröffentlicht einen Plan, über ID oder Name. Plan und Prognose werden im jetzigen Stand gespeichert, damit Sie sie mit dem vergleichen können, was geschieht.',
  from: 'lokales Datum, an dem die erste Woche beginnt',
  to: 'ein Datum der letzten Woche (Standard: bis ein anderer Plan veröffentlicht wird)',
  withdraw:
    'Zieht die noch nicht begonnenen Wochen eines veröffentlichten Plans zurück. Frühere Wochen bleiben, mit ihren Prognosen.',
  notPublished: 'Es wurde nichts veröffentlicht.',
  noPublication: '„{plan}“ ist nicht veröffentlicht, daher gibt es nichts zurückzuziehen.',
  seeList: '`covercast plan list` zeigt die veröffentlichten Pläne.',
  exported: '„{plan}“ ist in {file} geschrieben.',
  noneYet:
    'Noch kein Plan. Importieren Sie einen mit `covercast plan import FILE`, oder erstellen Sie einen in der App.',
  name: 'Name',
  kind: 'Art',
  state: 'Stand',
  live: 'Gültig',
  shifts: 'Schichten',
  hours: 'Stunden',
  changed: 'Geändert ({zone})',
  id: 'ID',
  kinds: { weekly: 'wöchentlich', dated: 'datiert' },
  rotation: '{count, plural, one {Rotation von # Woche} other {Rotation von # Wochen}}',
  weekOf: 'Woche {week}, {dates}',
  exceptions:
    '{count, plural, one {# Tag eines Agenten weicht} other {# Tage von Agenten weichen}} von der Rotation ab: siehe --json.',
  states: { draft: 'Entwurf', published: 'veröffentlicht', changed: 'veröffentlicht, seitdem geändert' },
  archived: 'archiviert, {state}',
  fromOn: 'ab {date}',
  fromTo: '{from} bis {to}',
  allPools: 'alle Pools',
  pool: 'Pool {pool}',
  hoursAWeek: '{hours} pro Woche',
  publication: 'Veröffentlicht {time}: {weeks}.',
  publicationLive: 'Veröffentlicht {time}: {weeks}, jetzt gültig.',
  noShifts: 'Er hat noch keine Schichten.',
  unassigned: 'Nicht zugewiesen',
  agent: 'Agent',
  date: 'Datum',
  shift: 'Schicht',
  breaks: 'Pausen',
  note: 'Notiz',
  tooMany:
    '{count, plural, one {# Schicht} other {# Schichten}}: Verwenden Sie --json oder `covercast plan export`, um sie zu sehen.',
  published: '„{plan}“ ist veröffentlicht: {weeks} (Version {version}).',
  overlaps: '„{other}“ ist für einige derselben Wochen veröffentlicht: {weeks}. Dort ersetzt ihn der neuere „{plan}“.',
  predicted:
    'Die Prognose {count, plural, one {der ersten Woche} other {der ersten # Wochen}} ist zum Vergleichen gespeichert.',
  notPredicted: 'Nicht jede Woche konnte vorhergesagt werden: {why} Die nächste Synchronisierung versucht es erneut.',
  withdrawn: 'Zurückgezogen. „{plan}“ endet vor dem {date}.',
  noneBegun: 'Keine seiner Wochen hatte begonnen.',
  weeksKept: 'Er galt {weeks}, die Prognosen dieser Wochen bleiben.',
  noneLive: 'Ab dann ist kein Plan veröffentlicht.',
  liveAgain: 'Ab dann gilt wieder „{plan}“.',
}

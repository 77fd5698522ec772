import type { Translation } from '../../../shared/language/catalogue.ts'
import type { publish as english } from '../en/publish.ts'

/** Publishing a plan, and its publications. */
export const publish: Translation<typeof english> = {
  title: 'Diesen Plan veröffentlichen',
  intro:
    'Ihr Team arbeitet nach dem veröffentlichten Plan. Seine Prognose wird im jetzigen Stand gespeichert, damit Sie sie mit dem vergleichen können, was geschieht.',
  firstWeek: 'Erste Woche beginnt am',
  lastWeek: 'Letzte Woche',
  noEnd: 'Bis ein anderer Plan veröffentlicht wird',
  weekOf: 'Woche vom {date}',
  cancel: 'Abbrechen',
  publish: 'Veröffentlichen',
  publishing: 'Wird veröffentlicht …',
  done: 'Fertig',
  predicted: 'Vorhergesagt für die Woche vom {date}: {rate} Abdeckung, {hours}.',
  predictedRange: 'Vorhergesagt für die Woche vom {date}: {rate} Abdeckung (80-%-Bereich {from} bis {to}), {hours}.',
  predictedNobody: 'Vorhergesagt für die Woche vom {date}: keine Besucher, {hours}.',
  notPredicted: 'Die Woche hat {hours}.',
  unassigned:
    '{count, plural, one {# nicht zugewiesene Schicht} other {# nicht zugewiesene Schichten}}. Trotzdem veröffentlichen?',
  violations: '{count, plural, one {# Regelverstoß} other {# Regelverstöße}}. Trotzdem veröffentlichen?',
  unassignedAndViolations:
    '{shifts, plural, one {# nicht zugewiesene Schicht} other {# nicht zugewiesene Schichten}} und {count, plural, one {# Regelverstoß} other {# Regelverstöße}}. Trotzdem veröffentlichen?',
  published: 'Veröffentlicht',
  notNotified: 'Ihr Team wurde nicht benachrichtigt. Senden Sie allen ihre Änderungen, oder speichern Sie die Dateien.',
  live: '{plan} gilt ab {date}. Spätere Änderungen bleiben Entwurf, bis Sie erneut veröffentlichen.',
  liveUntil: '{plan} gilt von {from} bis {to}. Spätere Änderungen bleiben Entwurf, bis Sie erneut veröffentlichen.',
  overlaps: '„{plan}“ ist ab {date} für einige derselben Wochen veröffentlicht.',
  overlapsReplaced:
    '„{plan}“ ist ab {date} für einige derselben Wochen veröffentlicht. Dort ersetzt ihn dieser neuere Plan.',
  draft: 'Entwurf',
  liveSince: 'Gültig seit {date}',
  publishedUntil: 'Veröffentlicht bis {date}',
  publishedFrom: 'Veröffentlicht ab {date}',
  edited: '{state}, seitdem geändert',
  history: 'Frühere Veröffentlichungen',
  historyNote:
    'Veröffentlichungen ändern sich nicht, wenn Sie den Plan bearbeiten. Wo zwei dieselbe Woche haben, gilt die neuere.',
  fromOn: 'Ab {date}, bis ein anderer Plan veröffentlicht wird',
  fromTo: 'Von {from} bis {to}',
  publishedAt: 'Veröffentlicht {when}',
  liveNow: 'jetzt gültig',
  weeksPredicted:
    '{count, plural, =0 {noch keine Woche vorhergesagt} one {# Woche vorhergesagt} other {# Wochen vorhergesagt}}',
  keep: 'Behalten',
  withdraw: 'Zurückziehen',
  withdrawFrom: 'Ab {date} zurückziehen',
  withdrawAsk:
    'Dieser Plan endet: Keine seiner Wochen hat begonnen, daher bleibt von dieser Veröffentlichung nichts. Wochen einer älteren Veröffentlichung gelten wieder.',
  withdrawFromAsk:
    'Dieser Plan endet vor dem {date}. Frühere Wochen bleiben, mit ihren Prognosen. Wochen einer älteren Veröffentlichung gelten wieder.',
  withdrawn: 'Zurückgezogen. Ab {date} ist kein Plan veröffentlicht.',
  withdrawnOther: 'Zurückgezogen. Ab {date} gilt wieder „{plan}“.',
}

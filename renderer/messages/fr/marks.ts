import type { Translation } from '../../../shared/language/catalogue.ts'
import type { marks as english } from '../en/marks.ts'

/** Marked days, on the forecast screen. */
export const marks: Translation<typeof english> = {
  title: 'Jours marqués',
  markDay: 'Marquer un jour',
  list: 'Marques',
  none: 'Aucun jour n’est marqué. Marquez les jours fériés, pannes et événements passés et à venir, pour que les prévisions les traitent à part.',
  kinds: { holiday: 'Jour férié', outage: 'Panne', event: 'Événement' },
  kindAndNote: '{kind} : {note}',
  edit: 'Modifier la marque : {date}',
  remove: 'Retirer la marque : {date}',
  // What a mark does.
  past: {
    holiday: 'Exclu du profil hebdomadaire ; sert à apprendre les jours fériés.',
    outage: 'Exclu, comme si rien n’avait été compté.',
    event: 'Compte pour un quart dans le profil hebdomadaire ; sert à apprendre les événements.',
  },
  ahead: {
    holiday: 'Prévu comme les jours fériés passés. Sans aucun, environ 40 % de moins, avec une plage large.',
    outage: 'Incertain, les plages sont donc plus larges. Une fois passé, le jour est exclu.',
    event:
      'Prévu comme les événements passés, ou comme vous l’attendez. Sans l’un ni l’autre, environ 40 % de plus, avec une plage large.',
  },
  // What was just changed.
  saved:
    '{kind, select, holiday {{date} : marqué comme jour férié.} outage {{date} : marqué comme panne.} other {{date} : marqué comme événement.}}',
  removed: '{date} : n’est plus marqué.',
  ignored: '{date} : ignoré, et ne sera plus suggéré.',
  recalculating: 'La prévision est recalculée.',
  unchanged: 'La prévision de la semaine affichée est inchangée.',
  more: 'La semaine affichée devrait maintenant compter {count, plural, one {# visiteur} other {# visiteurs}}, {difference} de plus qu’avant.',
  fewer:
    'La semaine affichée devrait maintenant compter {count, plural, one {# visiteur} other {# visiteurs}}, {difference} de moins qu’avant.',
  // The form.
  editMark: 'Modifier la marque',
  date: 'Date',
  dateOutside: 'Saisissez une année de {from} à {to}.',
  taken: 'Ce jour est déjà marqué. L’enregistrement remplace sa marque.',
  kind: 'Type',
  note: 'Note',
  noteExample: 'Vendredi saint',
  noteHint: 'Les jours qui ont la même note sont retenus ensemble, au fil des ans.',
  to: 'Dernier jour (facultatif)',
  toBefore: 'Choisissez un jour après le premier.',
  repeat: 'Se répète',
  repeats: {
    once: 'Jamais',
    weekly: 'Chaque semaine',
    monthly: 'Chaque mois, même jour de la semaine',
    yearly: 'Chaque année',
  },
  repeatUntil: 'Répéter jusqu’au (facultatif)',
  repeatUsual:
    'À partir du {date}, ce qui vient chaque semaine ce jour-là compte comme habituel : vos données le montrent alors quatre fois.',
  repeatUntilProblem: 'Choisissez un jour après le premier.',
  someHours: 'Seulement certaines heures du jour',
  from: 'De',
  until: 'Jusqu’à',
  hoursProblem: 'Choisissez une heure avant la fin.',
  effect: 'Effet attendu (facultatif)',
  effectExample: '+40 %',
  effectHint: 'En pourcentage des visiteurs attendus sans lui, ou en visiteurs par jour, par exemple +200.',
  effectProblem: 'Saisissez une variation comme +40 %, −20 % ou +200.',
  effectTooFar:
    'Saisissez une variation de {least} à {most}, ou jusqu’à {visitors} visiteurs par jour de plus ou de moins.',
  /** What a mark is besides its day, in the list. */
  toDate: 'jusqu’au {date}',
  hours: '{from}–{until}',
  expected: '{effect} attendu',
  visitorsADay: '{effect} visiteurs par jour attendus',
  untilDate: 'jusqu’au {date}',
  usualFrom: 'habituel à partir du {date}',
  /** What an event that is over did, beside what was said of it. */
  cameShare: 'Vous attendiez {said}, c’était {came}.',
  cameVisitors: 'Vous attendiez {said} visiteurs par jour, c’était {came}.',
  mark: 'Marquer le jour',
  save: 'Enregistrer',
  // Suggestions.
  suggestions: 'Marques suggérées',
  unusualDays: '{count, plural, =1 {Un jour inhabituel} other {# jours inhabituels}}',
  suggestion:
    '<strong>{date}</strong> {kind, select, holiday {ressemble à un jour férié} outage {ressemble à une panne} other {ressemble à un événement}}.',
  accept: 'Marquer',
  acceptAs:
    '{kind, select, holiday {Marquer comme jour férié : {date}} outage {Marquer comme panne : {date}} other {Marquer comme événement : {date}}}',
  ignore: 'Ignorer',
  ignoreDate: 'Ignorer : {date}',
  ignoredCount: '{count, plural, one {# suggestion ignorée} other {# suggestions ignorées}}',
  suggestAgain: 'Suggérer à nouveau',
  suggestDateAgain: 'Suggérer à nouveau : {date}',
}

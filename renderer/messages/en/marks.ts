/** Marked days, on the forecast screen. */
export const marks = {
  title: 'Marked days',
  markDay: 'Mark a day',
  list: 'Marks',
  none: 'No days are marked. Mark past and coming holidays, outages and events, so that forecasts treat them separately.',
  kinds: { holiday: 'Holiday', outage: 'Outage', event: 'Event' },
  kindAndNote: '{kind}: {note}',
  edit: 'Edit mark of {date}',
  remove: 'Remove mark of {date}',
  // What a mark does.
  past: {
    holiday: 'Excluded from the weekday pattern; used to learn holidays.',
    outage: 'Excluded, as if nothing had been counted.',
    event: 'Counts a quarter toward the weekday pattern; used to learn events.',
  },
  ahead: {
    holiday: 'Forecast like past holidays. Without any, about 40% fewer, with a wide range.',
    outage: 'Uncertain, so the ranges are wider. Once the day is over, it is excluded.',
    event: 'Forecast like past events, or as you expect. Without either, about 40% more, with a wide range.',
  },
  // What was just changed.
  saved:
    '{kind, select, holiday {{date} is marked as a holiday.} outage {{date} is marked as an outage.} other {{date} is marked as an event.}}',
  removed: '{date} is no longer marked.',
  ignored: '{date} is ignored, and not suggested again.',
  recalculating: 'The forecast is being recalculated.',
  unchanged: 'The forecast of the week shown is unchanged.',
  more: 'The week shown is now expected to have {count, plural, one {# visitor} other {# visitors}}, {difference} more than before.',
  fewer:
    'The week shown is now expected to have {count, plural, one {# visitor} other {# visitors}}, {difference} fewer than before.',
  // The form.
  editMark: 'Edit mark',
  date: 'Date',
  dateOutside: 'Enter a year from {from} to {to}.',
  taken: 'This day is already marked. Saving replaces its mark.',
  kind: 'Type',
  note: 'Note',
  noteExample: 'Thanksgiving',
  noteHint: 'Days with the same note are remembered together, over the years.',
  to: 'Last day (optional)',
  toBefore: 'Choose a day after the first.',
  repeat: 'Repeats',
  repeats: { once: 'Never', weekly: 'Every week', monthly: 'Every month, same weekday', yearly: 'Every year' },
  repeatUntil: 'Repeat until (optional)',
  repeatUsual:
    'From {date} on, what comes on this day every week counts as usual: by then your data shows it four times.',
  repeatUntilProblem: 'Choose a day after the first.',
  someHours: 'Only some hours of the day',
  from: 'From',
  until: 'Until',
  hoursProblem: 'Choose a time before the end.',
  effect: 'Expected effect (optional)',
  effectExample: '+40%',
  effectHint: 'In percent of the visitors expected without it, or in visitors a day, such as +200.',
  effectProblem: 'Enter a change such as +40%, −20% or +200.',
  effectTooFar: 'Enter a change from {least} to {most}, or up to {visitors} visitors a day more or fewer.',
  /** What a mark is besides its day, in the list. */
  toDate: 'to {date}',
  hours: '{from}–{until}',
  expected: '{effect} expected',
  visitorsADay: '{effect} visitors a day expected',
  untilDate: 'until {date}',
  usualFrom: 'usual from {date}',
  /** What an event that is over did, beside what was said of it. */
  cameShare: 'You said {said}, it was {came}.',
  cameVisitors: 'You said {said} visitors a day, it was {came}.',
  mark: 'Mark day',
  save: 'Save',
  // Suggestions.
  suggestions: 'Suggested marks',
  unusualDays: '{count, plural, one {One unusual day} other {# unusual days}}',
  suggestion:
    '<strong>{date}</strong> {kind, select, holiday {looks like a holiday} outage {looks like an outage} other {looks like an event}}.',
  accept: 'Mark',
  acceptAs:
    '{kind, select, holiday {Mark {date} as a holiday} outage {Mark {date} as an outage} other {Mark {date} as an event}}',
  ignore: 'Ignore',
  ignoreDate: 'Ignore {date}',
  ignoredCount: '{count, plural, one {# suggestion ignored} other {# suggestions ignored}}',
  suggestAgain: 'Suggest again',
  suggestDateAgain: 'Suggest {date} again',
} as const

/** Marked days, on the forecast screen. */
export const marks = {
  title: 'Marked days',
  markDay: 'Mark a day',
  list: 'Marks',
  none: 'No days are marked. Mark past and coming holidays, outages and events, so that forecasts treat them separately.',
  kinds: { holiday: 'Holiday', outage: 'Outage', event: 'Event' },
  /** On an axis, below a date. */
  onAxis: { holiday: 'holiday', outage: 'outage', event: 'event' },
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
    holiday: 'Forecast like past marked holidays. Without any, only the range gets wider.',
    outage: 'No change until the day is over. Then it is excluded.',
    event: 'Forecast like past marked events. Without any, only the range gets wider.',
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
  // In tooltips.
  markedAs: '{kind, select, holiday {Marked as a holiday.} outage {Marked as an outage.} other {Marked as an event.}}',
  markedAsWithNote:
    '{kind, select, holiday {Marked as a holiday: {note}.} outage {Marked as an outage: {note}.} other {Marked as an event: {note}.}}',
} as const

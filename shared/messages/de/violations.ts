import type { Translation } from '../../language/catalogue.ts'
import type { violations as english } from '../en/violations.ts'

/** Work rules that a plan breaks, without the agent's name. */
export const violations: Translation<typeof english> = {
  withArticle: '{text} ({article})',
  'under-staffed': '{from} bis {to}: {people} von mindestens {needed, plural, one {# Person} other {# Personen}}',
  underStaffedFewest:
    '{from} bis {to}: teils nur {people} von mindestens {needed, plural, one {# Person} other {# Personen}}',
  underStaffedIn:
    '{from} bis {to}, {pool}: {people} von mindestens {needed, plural, one {# Person} other {# Personen}}',
  underStaffedFewestIn:
    '{from} bis {to}, {pool}: teils nur {people} von mindestens {needed, plural, one {# Person} other {# Personen}}',
  dayAndTime: '{day} {time}',
  deactivated:
    'In der Datenquelle deaktiviert: {count, plural, one {# Schicht hat} other {# Schichten haben}} ab dann keinen Agenten',
  'double-booked': 'Überschneidende Schichten am {day} ({time})',
  'time-off': '{day}: {time} der Schicht während {reason}',
  timeOff: {
    vacation: 'Urlaub',
    ill: 'Krankheit',
    training: 'Schulung',
    holiday: 'eines Feiertags',
    other: 'einer Abwesenheit',
  },
  'day-off': '{day}: {time} der Schicht an einem freien Tag',
  unavailable: '{day}: für {time} der Schicht nicht verfügbar',
  'wrong-pool': 'Bedient den Pool dieses Plans nicht',
  'minor-times': '{day}: {time} der Schicht außerhalb der Zeiten, die für Minderjährige erlaubt sind',
  'minor-day':
    '{day}: {time} Arbeit einer minderjährigen Person, {over} über den {limit}, die an einem {school, select, yes {Schultag} other {schulfreien Tag}} erlaubt sind',
  'minor-week':
    '{time} Arbeit einer minderjährigen Person in der Woche, {over} über den {limit}, die in einer {school, select, yes {Schulwoche} other {schulfreien Woche}} erlaubt sind',
  'short-rest': '{time} Ruhezeit zwischen {from} und {to}, {over} unter den vorgeschriebenen {limit}',
  shortRestOn: '{day}: {time} Ruhezeit, {over} unter den vorgeschriebenen {limit}',
  'short-weekly-rest': 'Längste Ruhezeit der Woche {time}, {over} unter den vorgeschriebenen {limit}',
  'too-many-hours': '{time} Arbeit in der Woche, {over} über den erlaubten {limit}',
  'too-few-hours': '{time} Arbeit in der Woche, {over} unter den vereinbarten {limit}',
  'high-average': 'Im Durchschnitt {time} Arbeit pro Woche, {over} über den erlaubten {limit}',
  highAverageOver:
    'Im Durchschnitt {time} Arbeit pro Woche über {weeks, plural, one {# Woche} other {# Wochen}} ab {date}, {over} über den erlaubten {limit}',
  'long-night': '{day}: {time} Arbeit mit Nachtarbeit, {over} über den erlaubten {limit}',
  'high-night-average': 'Im Durchschnitt {time} pro Woche mit Nachtarbeit, {over} über den erlaubten {limit}',
  highNightAverageOver:
    'Im Durchschnitt {time} pro Woche mit Nachtarbeit über {weeks, plural, one {# Woche} other {# Wochen}} ab {date}, {over} über den erlaubten {limit}',
  'too-many-days': '{count} Tage in Folge, {over} mehr als erlaubt',
  everyDay: '{count} Tage in Folge, jede Woche',
  'too-many-weekends': '{count} Wochenenden in Folge, {over} mehr als erlaubt',
  everyWeekend: 'Arbeitet jedes Wochenende',
  'too-many-hours-a-day': '{day}: {time} Arbeit, {over} über den erlaubten {limit}',
  'long-day': '{day}: {time} von Beginn bis Ende, {over} über den erlaubten {limit}',
  'long-shift': '{day}: Schicht von {time}, {over} länger als erlaubt',
  'short-shift': '{day}: Schicht von {time}, {over} kürzer als vereinbart',
  'missing-break': '{day}: Pause von {required} fehlt (Schicht über {limit})',
  shortBreaks: '{day}: {time} Pausen, {required} vorgeschrieben (Schicht über {limit})',
  missingBreakOfWork: '{day}: Pause von {required} fehlt (über {limit} Arbeit)',
  shortBreaksOfWork: '{day}: {time} Pausen, {required} vorgeschrieben (über {limit} Arbeit)',
  'late-break': '{day}: {breaks}',
  lateBreak: 'Pause von {length} um {late} zu spät, fällig bis Stunde {hour}',
  noBreak: 'Pause von {length} fehlt, fällig bis Stunde {hour}',
  lateBreakOf: 'Pause {number} ({length}) um {late} zu spät, fällig bis Stunde {hour}',
  noBreakOf: 'Pause {number} ({length}) fehlt, fällig bis Stunde {hour}',
  'work-without-break': '{day}: {time} ohne Pause, {over} über den erlaubten {limit}',
  'short-notice':
    '{count, plural, one {# Schicht ändert sich} other {# Schichten ändern sich}} mit {notice, plural, one {# Tag} other {# Tagen}} Vorlauf, {required} vorgeschrieben',
}

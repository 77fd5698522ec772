/** Work rules that a plan breaks, without the agent's name. */
export const violations = {
  withArticle: '{text} ({article})',
  'under-staffed': '{from} to {to}: {people} of at least {needed, plural, one {# person} other {# people}}',
  underStaffedFewest:
    '{from} to {to}: as few as {people} of at least {needed, plural, one {# person} other {# people}}',
  underStaffedIn: '{from} to {to}, {pool}: {people} of at least {needed, plural, one {# person} other {# people}}',
  underStaffedFewestIn:
    '{from} to {to}, {pool}: as few as {people} of at least {needed, plural, one {# person} other {# people}}',
  dayAndTime: '{day} {time}',
  deactivated:
    'Deactivated in the data source: {count, plural, one {# shift has} other {# shifts have}} no agent from then on',
  'double-booked': 'Overlapping shifts on {day} ({time})',
  'time-off': '{day}: {time} of the shift during {reason}',
  timeOff: {
    vacation: 'vacation',
    ill: 'sick leave',
    training: 'training',
    holiday: 'a holiday',
    other: 'time off',
  },
  'day-off': '{day}: {time} of the shift on a day off',
  unavailable: '{day}: not available for {time} of the shift',
  'wrong-pool': 'Does not serve the pool of this plan',
  'minor-times': '{day}: {time} of the shift outside the hours allowed for minors',
  'minor-day':
    '{day}: {time} of work by a minor, {over} over the {limit} allowed on a {school, select, yes {day with school} other {day without school}}',
  'minor-week':
    '{time} of work by a minor in the week, {over} over the {limit} allowed in a {school, select, yes {week with school} other {week without school}}',
  'short-rest': '{time} of rest between {from} and {to}, {over} less than the {limit} required',
  shortRestOn: '{day}: {time} of rest, {over} less than the {limit} required',
  'short-weekly-rest': 'Longest rest of the week {time}, {over} less than the {limit} required',
  'too-many-hours': '{time} of work in the week, {over} over the {limit} allowed',
  'too-few-hours': '{time} of work in the week, {over} under the {limit} agreed',
  'high-average': '{time} of work a week on average, {over} over the {limit} allowed',
  highAverageOver:
    '{time} of work a week on average over {weeks, plural, one {# week} other {# weeks}} from {date}, {over} over the {limit} allowed',
  'long-night': '{day}: {time} of work with night work, {over} over the {limit} allowed',
  'high-night-average': '{time} a week on average with night work, {over} over the {limit} allowed',
  highNightAverageOver:
    '{time} a week on average with night work over {weeks, plural, one {# week} other {# weeks}} from {date}, {over} over the {limit} allowed',
  'too-many-days': '{count} consecutive days, {over} more than allowed',
  everyDay: '{count} consecutive days, every week',
  'too-many-weekends': '{count} consecutive weekends, {over} more than allowed',
  everyWeekend: 'Works every weekend',
  'too-many-hours-a-day': '{day}: {time} of work, {over} over the {limit} allowed',
  'long-day': '{day}: {time} from start to end, {over} over the {limit} allowed',
  'long-shift': '{day}: shift of {time}, {over} longer than allowed',
  'short-shift': '{day}: shift of {time}, {over} shorter than agreed',
  'missing-break': '{day}: missing {required} break (shift over {limit})',
  shortBreaks: '{day}: {time} of breaks, {required} required (shift over {limit})',
  missingBreakOfWork: '{day}: missing {required} break (over {limit} of work)',
  shortBreaksOfWork: '{day}: {time} of breaks, {required} required (over {limit} of work)',
  'late-break': '{day}: {breaks}',
  lateBreak: '{length} break {late} late, due by hour {hour}',
  noBreak: 'missing {length} break, due by hour {hour}',
  lateBreakOf: 'break {number} ({length}) {late} late, due by hour {hour}',
  noBreakOf: 'missing break {number} ({length}), due by hour {hour}',
  'work-without-break': '{day}: {time} without a break, {over} over the {limit} allowed',
  'short-notice':
    '{count, plural, one {# shift changes} other {# shifts change}} with {notice, plural, one {# day} other {# days}} of notice, {required} required',
} as const

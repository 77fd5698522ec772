/** The panel beside the board: what the plan comes to. */
export const planPanel = {
  title: 'This plan',
  covered: '<rate>{coverage}</rate> covered',
  coveredRange: '<rate>{coverage}</rate> covered <range>({between})</range>',
  rangeFromTo: '{from}–{to}',
  rangeHint: 'The 80% range: coverage is in it in four weeks of five.',
  noChange: 'No change',
  sameCovered: 'same visitors covered',
  changeBy: '{points}, {count, plural, one {{visitors} visitor} other {{visitors} visitors}} a week',
  against: '{text} <quiet>vs. {plan}</quiet>',
  changeRange: '80% range: {from} to {to} visitors',
  changeRangeOnTheWay: '80% range: …',
  noRanges: 'The 80% ranges could not be calculated.',
  tryAgain: 'Try again',
  expected: 'Expected visitors',
  missed: 'Missed visitors',
  hours: 'Agent-hours',
  overtime: 'Overtime',
  cost: 'Cost',
  valueAndChange: '{value} <quiet>({change})</quiet>',
  compareWith: 'Compare with',
  hourlyTable: 'Hourly table',
  // What predictions are made from.
  basis: 'How this is calculated',
  learned: 'Learned from {count, plural, one {# week} other {# weeks}} of visits and sessions, up to {until}.',
  accuracy:
    'Forecasts of the last {count, plural, one {week} other {# weeks}} were off by {rate} of the visitors in a quarter-hour on average.',
  attendance:
    'Scheduled time counts as far as agents are usually online: of {count, plural, one {# past shift} other {# past shifts}}, {rate} were worked.',
  // Weeks without predictions.
  nothingSynced: 'No prediction: the data source had no visits and no agent sessions on the synced days.',
  noWholeDay: 'No prediction yet: no day is complete. Sync again when {date} is over.',
  gapBefore: 'No prediction for this week: the half year before it was not synced. Sync the missing days.',
  nothingBefore: 'No prediction for this week: there are no data before {date}.',
  showWeekOf: 'Show the week of {date}',
  // Changes of the clock.
  clockNoShift:
    'On {day} the clock goes {way, select, back {back} other {forward}} {length}. No shift spans the change.',
  clockShifts:
    'On {day} the clock goes {way, select, back {back} other {forward}} {length}. {count, plural, one {One shift is} other {# shifts are}} {change, select, longer {longer} other {shorter}} by {total} in all: {who}. Hours, cost and coverage include this.',
  clockSkips: 'The clock skips the whole shift of {who} on {day}.',
  clockSkipsUnassigned: 'The clock skips a whole unassigned shift on {day}.',
  // Work rules.
  noViolations: 'No rule violations',
  violations: '{count, plural, one {# rule violation} other {# rule violations}}',
  violation: '<who>{name}</who> {text}',
  minimumStaff: 'Minimum staff',
  checked: 'Checked: {rules}.',
  noRules: 'No work rules set.',
  useUsual: 'Use usual limits',
  setRules: 'Set rules',
  usual:
    'Usual: {week} h a week, {shift} h a shift, {rest} h of rest, {days} consecutive days, {minutes} min of breaks after {hours} h.',
  otherWeeks: 'Other weeks:',
  weekViolations: '{date}: {count}',
  // Suggested shifts.
  suggested: 'Suggested shifts',
  gainFor: '{count, plural, one {+# visitor} other {+# visitors}} for {hours} h',
  addUnassigned: 'Add an unassigned shift, {when}',
  // The week by hour.
  tableTitle: 'Hourly table',
  show: 'Show',
  hour: 'Hour',
  figures: {
    coverage: 'Coverage',
    visitors: 'Visitors',
    planned: 'Scheduled',
    needed: 'Required',
  },
  figureHints: {
    coverage: 'Predicted coverage, {city} time',
    visitors: 'Expected visitors, {city} time',
    planned: 'Agents expected online, average of the hour, {city} time',
    needed: 'Agents required for {target}, in the busiest quarter of the hour, {city} time',
  },
  figureTables: {
    coverage: 'Predicted coverage by hour and day',
    visitors: 'Expected visitors by hour and day',
    planned: 'Agents expected online by hour and day',
    needed: 'Agents required by hour and day',
  },
} as const

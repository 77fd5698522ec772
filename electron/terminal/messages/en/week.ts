/** A week’s forecast and prediction: what `forecast` and `predict` have in common. */
export const week = {
  knownAt: 'from data up to {time}',
  hour: 'Hour',
  day: 'Day',
  date: 'Date',
  visitors: 'Visitors',
  noAccuracy: 'No past week could be tested, so accuracy is not known.',
  // Accuracy.
  slots: {
    15: 'On average, {weeks, plural, one {the quarter-hours of the last week} other {the quarter-hours of the last # weeks}} were off by {error}, each week forecast from the data before it.',
    30: 'On average, {weeks, plural, one {the half-hours of the last week} other {the half-hours of the last # weeks}} were off by {error}, each week forecast from the data before it.',
    60: 'On average, {weeks, plural, one {the hours of the last week} other {the hours of the last # weeks}} were off by {error}, each week forecast from the data before it.',
  },
  withinRange: '{share} were within their 80% range.',
  marked: 'Marked in this week: {days}.',
  markedDay: '{date} ({kind})',
  markedDayWithNote: '{date} ({kind}: {note})',
} as const

/** `covercast forecast`. */
export const forecast = {
  description: 'Visitors to expect in a local week, with their ranges.',
  slot: 'length of a slot: 15, 30 or 60 minutes',
  slotProblem: 'A slot of “{value}” minutes is not possible.',
  slotChoices: 'Give --slot 15, 30 or 60.',
  expected: '{visitors} expected.',
  ranges: '80% range: {lower80} to {upper80}. 95% range: {lower95} to {upper95}.',
  knownDay: '{date}, {name}: {effect} visitors expected ({source}).',
  knownDayWithRange: '{date}, {name}: {effect} visitors expected, 80% range {lower} to {upper} ({source}).',
  knownDayAsUsual: '{date}, {name}: as many visitors as usual expected, 80% range {lower} to {upper} ({source}).',
  knownDayUnknown: '{date}, {name}: {source}.',
  // How it was forecast.
  basis: 'Based on {count, plural, one {# week} other {# weeks}} of data: {method}.',
  methods: {
    'seasonal-naive': 'the same slot of the last week',
    ew: 'an average of past weeks in which recent ones count more',
    profile: 'the usual shape of a week times the level of recent weeks',
    combination: 'half the usual shape of a week, half an average of recent weeks',
    prior: 'typical values, because there is hardly any data',
  },
  lastYear:
    '{effect} as last year: the same weeks had {change} visitors compared with the weeks before them. Weight: {weight}.',
} as const

/** `covercast forecast-series`. */
export const forecastSeries = {
  description:
    'Tests the forecaster on a CSV file of counts: from a given week on, each week is forecast from the weeks before it.',
  csv: 'CSV file with a header',
  time: 'column with the time at which each count begins',
  value: 'column with the counts; an empty cell is missing',
  slot: 'length of the slots in minutes; finer rows are added up',
  fromWeek: 'first week to forecast; the first week, from Monday, is 1',
  horizonWeeks: 'how many weeks ahead',
  slotProblem: 'Slots of {value} minutes do not fill a day.',
  slotForm: 'Give a divisor of 1440, such as 15, 30 or 60.',
  weekProblem: 'There is no week before week {value}.',
  weekForm: 'Give --from-week 2 or later.',
  horizonProblem: '{value} weeks ahead cannot be forecast.',
  horizonRange: 'Give 1 to {most}.',
  // The file.
  notCsv: '{file} is not a CSV file: {why}',
  csvForm: 'Give a text file with a header and one row a line.',
  noColumn: 'The file has no column “{name}”.',
  columnTwice: 'The file has more than one column “{name}”.',
  renameColumn: 'Give the columns different names.',
  tooManyFields:
    'Line {line} of {file} has {fields, plural, one {# field} other {# fields}}, but the header has {columns}.',
  quoteFields: 'Put a field that has a comma in quotation marks, or write numbers without commas.',
  maybeThousands:
    'Every count has exactly three decimals, as 1.180. If that is one thousand one hundred and eighty, write it without the dot.',
  isEmpty: 'The file is empty.',
  columns: 'Its columns are: {names}.',
  notATime: 'Line {line} of {file}: “{text}” is not a time.',
  timeForm: 'Write times as 2026-03-01T09:15, with or without an offset such as -05:00.',
  notACount: 'Line {line} of {file}: “{text}” is not a count.',
  countForm: 'Counts are 0 or more. Leave a cell empty where the count is not known.',
  // The answer.
  none: 'No week could be forecast: the series is too short, or has no counts after its first weeks.',
  noneNext: 'Give an earlier --from-week, or more weeks.',
  weeks: '{count, plural, one {# week} other {# weeks}} forecast, each from the weeks before it.',
  error: 'Average error: {error}.',
  errorAndNaive: 'Average error: {error}. Repeating the week before: {naive}.',
  noBias: 'The totals cannot be compared.',
  tooLow: 'Forecasts were {share} too low in total.',
  tooHigh: 'Forecasts were {share} too high in total.',
  ranges: 'Within the 80% range: {within80}. Within the 95% range: {within95}.',
  apart:
    'On {count, plural, one {# holiday or similar day} other {# holidays and similar days}}: average error {error}, within the 80% range {within80}, within the 95% range {within95}.',
  weekOf: 'Week of',
  actual: 'Actual',
  forecast: 'Forecast',
  range: '80% range',
  averageError: 'Avg. error',
  fromTo: '{lower} to {upper}',
} as const

/** `covercast predict`. */
export const predict = {
  description: 'The coverage of a plan in a local week, with its range.',
  plan: 'a plan file, or the ID of a stored plan',
  baseline: 'what to compare with: another plan, or the typical week',
  sensitivity: 'add the coverage with more or fewer visitors and with agents absent, and where the plan breaks',
  perAgent: 'concurrency: how many visitors an agent takes at once, 1-5 (default: learned from your data)',
  perAgentProblem: 'A concurrency of {count} is not possible.',
  perAgentRange: 'Give --visitors-per-agent 1 to {most}.',
  // Notes.
  nobodyOnline:
    'The plan has no agent online from {from} to {to}. Check the dates of its shifts, and whether its agents serve the pool.',
  unknownAgents:
    '{count, plural, one {# agent of the plan is} other {# agents of the plan are}} not in the data source and counted like the other agents: {names}.',
  andMore: '{names} and {count, plural, one {# more} other {# more}}',
  inactiveAgents:
    '{count, plural, one {# agent of the plan is} other {# agents of the plan are}} deactivated in the data source and not counted from then on: {names}.',
  // The week.
  thePlan: 'the plan',
  typicalWeek: 'the typical week',
  withPlan:
    'With {plan}: coverage {rate} (80% range {lower} to {upper}) of {visitors}, {covered} covered, {missed} missed.',
  withBaseline: 'With {plan}: coverage {rate} (80% range {lower} to {upper}), {covered} covered.',
  difference: 'Difference: {covered} visitors covered (80% range {lower} to {upper}).',
  unassigned: 'Unassigned shifts count: {hours} of the week.',
  byHour: 'Coverage by hour:',
  covered: 'Covered',
  missed: 'Missed',
  coverage: 'Coverage',
  agents: 'Agents',
  // The model.
  model: 'Model parameters by pool:',
  pool: 'Pool',
  noPool: 'No pool',
  handleTime: 'Handle time (min)',
  available: 'Available',
  concurrency: 'Concurrency',
  attendance: 'Attendance',
  weeks: 'Weeks',
  warning: 'Note: {warning}',
  warningOf: 'Note ({pools}): {warning}',
} as const

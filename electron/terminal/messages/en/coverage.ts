/** `covercast coverage`. */
export const coverage = {
  description: 'Coverage of a range of local dates (default: the last 30 days).',
  countryMode: 'what --countries means',
  countries: 'country codes, such as US,CA; an empty list filters nothing (default: the organization’s own rule)',
  pageClass: 'only visits of pages of this class; none: of pages that no rule names',
  weighted: 'adds coverage by what visits are worth, by the rules of pages',
  modeAlone: '--country-mode was given without --countries.',
  giveCountries: 'Give the countries: --countries US,CA',
  countriesAlone: '--countries was given without --country-mode.',
  giveMode: 'Say what the list means: --country-mode allowlist or --country-mode blocklist',
  // The header.
  onlyCountries: 'only {codes}',
  withoutCountries: 'without {codes}',
  pagesOf: 'pages: {name}',
  filterOff: 'country filter off: the data source has no countries',
  asOf: 'as of {time}',
  // Without figures.
  datesReversed: 'No coverage data: the first date is after the last.',
  afterSync: 'No coverage data: this range begins after the last sync.',
  chooseEarlier: 'Choose earlier dates, or sync when they have come: covercast sync',
  notSynced: 'No coverage data: this range is not synced.',
  syncFrom: 'Sync it, if the data source reaches back that far: covercast sync --from {date}',
  noVisitors: 'No coverage data: no visitors in this range.',
  noVisitorsInPart: 'No coverage data: no visitors in the synced part of this range.',
  dataFor: 'Data for {share} of this range.',
  agentsOnline: 'On average, {agents} online.',
  chooseOther: 'Choose other dates, another pool or other countries.',
  // In short.
  summary: 'Coverage {rate} · {visitors} · {covered} covered · {missed} missed · no agent data',
  summaryOnline: 'Coverage {rate} · {visitors} · {covered} covered · {missed} missed · on average {agents} online',
  summaryPresent:
    'Coverage {rate} · {visitors} · {covered} covered · {missed} missed · on average {agents} online and not away',
  allCovered: 'Great coverage: every visitor was covered.',
  problemHours: 'More missed than covered at {hours}.',
  partial: 'Data for {share} of this range. Missing, or in part: {dates}.',
  daysBetween: '{count, plural, one {# day} other {# days}} between {first} and {last}',
  // By what visits are worth.
  weightedSummary: 'Coverage by value {rate}',
  missedWorth: 'Missed visitors were worth {money}.',
  classedShare:
    'Pages are known of {share} of these visits; the next syncs count the others, as far as the data source still has them.',
  // Tables.
  hour: 'Hour',
  day: 'Day',
  date: 'Date',
  visitors: 'Visitors',
  covered: 'Covered',
  missed: 'Missed',
  coverage: 'Coverage',
  agents: 'Agents',
  unknown: 'no data',
  tooManyDates: 'For a row a date, choose at most {count, plural, one {# day} other {# days}}, or use --json.',
} as const

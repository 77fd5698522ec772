/** `covercast health`. */
export const healthCommand = {
  description:
    'Every organization of a platform by its health: the score of the product’s dashboard, and ours with how sure it is. Needs no workspace.',
  source:
    'the database, as postgres://user@host/database, of a user who may read several organizations (default: the one used last); password in PGPASSWORD or .pgpass',
  sourceFile: 'a file that holds the connection instead',
  mapping: 'a JSON file with the names of schema, tables and columns that differ',
  full: 'count everything anew',
  notCounted: 'The source was not read; these are the figures of {time}. {why}',
  // The answer.
  asOf: '{count, plural, one {# organization} other {# organizations}} as of {time}, months in the time zone {zone}.',
  atRisk: 'At risk: {count}, {critical} of them critical.',
  mrrAtRisk: 'Monthly revenue at risk: {money}.',
  totals: 'Coverage {rate} of {visitors}. {answered} of {calls} calls answered: {answerRate} of the covered visitors.',
  none: 'The user of this connection sees no organization.',
  organization: 'Organization',
  status: 'Status',
  score: 'Dashboard score',
  own: 'Our score',
  sureness: 'How sure',
  risk: 'Dashboard risk',
  coverage: 'Coverage in all',
  month: 'Coverage this month',
  missed: 'Missed in all',
  calls: 'Calls this month',
  lastCall: 'Last call',
  mrr: 'Revenue',
  why: 'Why the two scores differ in risk:',
  difference: '{name}: {reasons}.',
} as const

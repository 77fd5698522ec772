/** `covercast sync` and `covercast demo`. */
export const sync = {
  description: 'Syncs a workspace with your Postgres. Only counts and agents’ sessions are read.',
  source: 'postgres://user@host/database; remembered without its password (PGPASSWORD and the other PG variables work)',
  sourceFile: 'file that holds the URL of --source, where other users of the computer could read a command line',
  from: 'first local date wanted (default: 26 weeks back, or as before)',
  to: 'last local date wanted (default: now)',
  full: 'read every day of the range again',
  reconcile: 'compare every synced day with the data source and correct what differs (otherwise once a day)',
  takeSource: 'take the counts of the data source even where visits lost their agent or a day is gone',
  remap:
    'count from another database or other tables, although counted days are lost; the workspace is backed up first',
  mapping: 'JSON file of schema, table and column names that differ from the defaults; remembered',
  overlapMinutes: 'late-arrival window in minutes: how far back each sync counts again; remembered',
  foldCountries: 'group countries under N visits a day as OTHER; remembered',
  keepMonths: 'delete counts older than N months; 0 keeps everything (default); remembered',
  statementTimeout: 'longest time one query may take in the database, in seconds (default: 60); remembered',
  check: 'only test the connection and show what is there',
  tables: 'only list the tables, views and columns of the database',
  printMapping: 'only print the mapping that names and types of the tables suggest, to edit and give to --mapping',
  demo: 'Creates the workspace of a demo company and syncs it: real figures without a database.',
  // What is wrong with the options.
  oneLook: '--check, --tables and --print-mapping each do one thing.',
  giveOne: 'Give one of them.',
  passwordSeen:
    'Other users of this computer can see the password in --source while the command runs (ps), and it stays in the shell’s history. PGPASSWORD, ~/.pgpass or --source-file keep it to yourself.',
  twoSources: '--source and --source-file both name a data source.',
  sourceFileNotRead: 'The file with the URL of the data source could not be read: {why}.',
  sourceFileForm: 'Give a file that holds a URL such as postgres://user@host/database and nothing else.',
  settingProblem: 'The setting {name} is not possible: {why}.',
  outOfRange: 'it is out of range',
  seeHelp: 'See `covercast help sync` for what it means.',
  mappingNotRead: 'The mapping file “{file}” could not be read: {why}.',
  mappingForm: 'Give a JSON file as docs/source-database.md shows it.',
  // Progress.
  connecting: 'Connecting…',
  checking: 'Checking for changes…',
  progress: '{done} of {count, plural, one {# day} other {# days}} · {visitors}',
  progressLeft: '{done} of {count, plural, one {# day} other {# days}} · {visitors} · {left} left',
  cancelled: 'The sync was canceled.',
  // What a sync did.
  done: '{workspace}: {dates}, {visitors} read in {time}.',
  note: 'Note: {note}',
  dayChanged: '{date} changed in the data source: {changes}.',
  dayChangedKept:
    '{date} changed in the data source: {changes}. The earlier counts are kept; --take-source takes the new ones.',
  moreVisits: '{count, plural, one {# visit more} other {# visits more}}',
  fewerVisits: '{count, plural, one {# visit fewer} other {# visits fewer}}',
  moreCovered: '{count} covered more',
  fewerCovered: '{count} covered fewer',
  sessionsDiffer: 'agent sessions differ',
} as const

/** What `covercast sync --check` and `--tables` find. */
export const connection = {
  server:
    'Postgres {version}{isReplica, select, yes { (a replica)} other {}}, {isEncrypted, select, yes {encrypted connection} other {connection not encrypted}}.',
  organizations: '{count, plural, one {# organization} other {# organizations}}. Choose one with --org ID:',
  moreOrganizations: '… and {count} more',
  cannotRead: 'Cannot be read: {what}',
  cure: 'An administrator can allow it: {statement}',
  giveView: 'An administrator can provide the table as a view: docs/source-database.md has the script.',
  adviceFaster: 'Advice: this index makes counting faster.',
  adviceNeeded: 'Advice: without this index every sync reads the whole table.',
  nameAndId: '{name} ({id})',
  noVisit: '{organization}: no visits yet.',
  visitsFrom: '{organization}: visits from {from} to {to} (UTC).',
  visits: {
    exact: '{organization}: {count, plural, one {# visit} other {# visits}} from {from} to {to} (UTC).',
    estimate: '{organization}: about {count, plural, one {# visit} other {# visits}} from {from} to {to} (UTC).',
    'at-least': '{organization}: more than {count, plural, one {# visit} other {# visits}} from {from} to {to} (UTC).',
  },
  // Tables.
  noTables: 'This database has no tables or views.',
  table: 'Table',
  kind: 'Kind',
  kinds: {
    table: 'table',
    view: 'view',
    'materialized view': 'materialized view',
    'foreign table': 'foreign table',
  },
  rows: 'Rows',
  columns: 'Columns you can read',
  aboutRows: 'about {count}',
  moreTables: 'There are more than these {count}.',
  schemaNotUsable: 'none: you may not use the schema',
  noRight: 'none: no right to read',
  // A mapping.
  problem: '{where}: {problem}',
  notRead: 'Not read: {tables}.',
} as const

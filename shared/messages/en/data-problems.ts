/** What in a data source cannot be true or could not be used, and what it means for the figures. */
export const dataProblems = {
  'session-ends-before-start':
    '{count, plural, one {# session does not end after it starts. It is left out.} other {# sessions do not end after they start. They are left out.}}',
  'session-starts-in-future':
    '{count, plural, one {# session starts in the future. It is left out.} other {# sessions start in the future. They are left out.}}',
  'session-probably-forgotten':
    '{count, plural, one {# session is longer than 16 hours and was probably never closed. Its time counts as recorded.} other {# sessions are longer than 16 hours and were probably never closed. Their time counts as recorded.}}',
  'session-left-open':
    '{count, plural, one {# session was never closed. It counts} other {# sessions were never closed. Each counts}} until its agent’s next session, or until the agent was last seen, at most 16 hours where nothing shows it.',
  'sessions-overlap':
    '{count, plural, one {# session overlaps an earlier one of the same agent. Both count as recorded.} other {# sessions overlap an earlier one of the same agent. All count as recorded.}}',
  'pageview-in-future':
    '{count, plural, one {# visit is in the future. It is not counted.} other {# visits are in the future. They are not counted.}}',
  'covered-outside-sessions': '{share} of covered visits are outside any session of an agent who serves their pool.',
  'country-column-missing': 'Visits have no country: the country filter is off.',
  'organizations-missing': 'Organizations have no names and no country rule: their table is missing or cannot be read.',
  'country-rule-missing':
    'Organizations have no country rule: its column is missing, cannot be read, or is not a list of texts.',
  'pools-missing': 'Pools have no names: their table is missing or cannot be read.',
  'pools-repeated':
    '{count, plural, one {# pool is in its table more than once. One of its rows counts.} other {# pools are in their table more than once. One row of each counts.}}',
  'agents-repeated':
    '{count, plural, one {# agent is in its table more than once. One of its rows counts.} other {# agents are in their table more than once. One row of each counts.}}',
  'catch-all-missing':
    'It is not known which pools catch all, so none does: the column is missing, cannot be read, or is not a boolean.',
  'agents-missing': 'Agents have no names: their table is missing or cannot be read.',
  'membership-missing': 'It is not known which agents serve which pool, so every agent counts for every pool.',
  'calls-missing':
    'Calls are not known: their table is missing or cannot be read. Where too little is known to fit the coverage model, recommendations use typical values instead.',
  'call-lengths-missing':
    'The length of calls is not known: the column is missing, cannot be read, or is not a number. Where too little is known to fit the coverage model, recommendations use typical values instead.',
  'calls-unread': 'Calls could not be read: {reason}',
  'calls-slow':
    'Counting the calls took too long and was stopped. It is tried again with the next daily comparison. An index on their organization and time would help.',
  'presence-unread': 'What agents did while online could not be read completely. The next sync continues it. {reason}',
  'page-rules-off': 'Visits are not divided by pages.',
  'page-column-missing':
    'The rules of pages are off: the table of visits has no column {reason}. Choose the column that holds the address of the page.',
  'page-not-granted':
    'The rules of pages are off: the column {reason} may not be read. An administrator can allow it by a line of the script for the role.',
  'page-pattern-invalid':
    'The rules of pages are off: the regular expression of the class {reason} is not one that Postgres can read. Change it.',
  'page-pattern-slow':
    'The rules of pages are off: the regular expression of the class {reason} took too long and was stopped. Change it, or use another kind of rule.',
  'source-changed':
    'This workspace now counts from another database, organization or tables. {count, plural, one {The # day it had from before was deleted.} other {The # days it had from before were deleted.}}',
} as const

/** `covercast availability`. */
export const availability = {
  description: 'When agents can work, by weekday.',
  import: 'Replaces the availability of the agents in a table. Other agents keep theirs.',
  fileArgument: 'table (CSV, TSV, XLSX, ODS) with the columns agent, day, start, end',
  export: 'Writes all availability into a CSV file.',
  // Answers.
  imported: '{count, plural, one {Availability of # agent imported.} other {Availability of # agents imported.}}',
  wouldImport:
    '{count, plural, one {Availability of # agent would be imported.} other {Availability of # agents would be imported.}} Nothing was stored.',
  agent: 'Agent',
  when: 'Available',
  anyTime: 'any time',
  never: 'never',
} as const

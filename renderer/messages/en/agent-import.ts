/** The import of time off and availability on the Agents screen. */
export const agentImport = {
  open: 'Import time off or availability',
  titles: { file: 'Import time off or availability', timeOff: 'Import time off', availability: 'Import availability' },
  drop: 'Drop the file to import time off or availability',
  found: {
    rows: '{count, plural, one {# row} other {# rows}}',
    added: '{count, plural, one {# new entry} other {# new entries}}',
    known: '{count} known already',
    agents: '{count, plural, one {availability of # agent} other {availability of # agents}}',
  },
  replaces: 'Replaces the availability of the agents in the file. Other agents keep theirs.',
  tabs: {
    timeOff: 'Time off',
    availability: 'Availability',
  },
  hours: 'Hours',
  wholeDay: 'Whole day',
  before: 'Now',
  after: 'After the import',
  isKnown: 'Known already',
  state: 'Status',
  isNew: 'New',
  leaveOut: 'Leave out: {name} is no agent',
  unknown:
    '{count, plural, one {One name is no agent. Choose who is meant under Names, or its rows are left out.} other {# names are no agents. Choose who is meant under Names, or their rows are left out.}}',
  nothing: 'There is nothing to import in this file.',
  allKnown: 'Everything in this file is known already.',
  storeTimeOff: '{count, plural, one {Import # entry} other {Import # entries}}',
  storeAvailability: '{count, plural, one {Import # agent} other {Import # agents}}',
  addedTimeOff:
    '{added, plural, one {# entry added} other {# entries added}}, {known, plural, one {# known already} other {# known already}}.',
  replacedAvailability:
    '{count, plural, one {Availability of # agent imported.} other {Availability of # agents imported.}}',
  left: '{count, plural, one {# row was left out.} other {# rows were left out.}}',
} as const

/** Why visitors are missed in hours that a recommendation is about. */
export const reasons = {
  'no-agent-data': 'No agent data for these hours.',
  allOffline: 'No agent online for all missed visitors.',
  'nobody-online': 'No agent online for {share} of missed visitors.',
  'lunch-dip': 'A lunch dip: {agents} online, {around} before and after.',
  'fewer-than-around': 'Fewer agents than in the hours around: {agents} online, {around} before and after.',
  busy: 'More visitors than these agents can take: {visitors} an hour for {agents} online.',
  'few-agents': 'Few agents for the visitors: {agents} online for {visitors} visitors an hour.',
  rule: 'Not enough data to fit the model, so agents follow a rule of thumb: {share} of missed visitors would have called ({ring, select, own {as counted} pools {as counted over all pools} other {a typical value}}{overstated, select, yes {, with visitors who were passed on counted each time, so fewer agents may do} other {}}), a call takes {minutes} min ({call, select, own {as counted} pools {as counted over all pools} other {a typical value}}), and an agent takes {count, plural, one {# call} other {# calls}} an hour.',
  enough: 'Each further agent would cover less than one more visitor an hour.',
} as const

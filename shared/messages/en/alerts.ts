/** What alerts say: in notifications and messages, and on screens. */
export const alerts = {
  titles: {
    coverage: 'Coverage is low',
    'nobody-online': 'No agent is online',
    'next-visitor': 'The next visitor may be missed',
    absent: 'An agent is absent',
    'sync-failing': 'Covercast has no new figures',
    'organization-health': 'An organization fell a class',
  },
  /** Of one pool, or of one agent. */
  namedTitles: {
    coverage: 'Coverage of {name} is low',
    'nobody-online': 'No agent is online for {name}',
    'next-visitor': 'The next visitor of {name} may be missed',
    absent: '{name} is absent',
    'sync-failing': 'Covercast has no new figures of {name}',
    'organization-health': '{name} fell a class',
  },
  resolvedTitle: 'Resolved: {title}',
  coverage:
    '{missed} of {count, plural, one {# visitor} other {# visitors}} missed in the {minutes, plural, one {# minute} other {# minutes}} before {until} ({rate} covered, target {target}).',
  nobodyOnline:
    '{count, plural, one {# visitor} other {# visitors}} came in the {minutes, plural, one {# minute} other {# minutes}} before {until} while no agent was online.',
  nextVisitor:
    'At {until} the next visitor had a {chance} chance to be covered (target {target}), with {agents, plural, one {# agent} other {# agents}} online.',
  absent: 'The shift is from {start} to {end}. At {until} nobody was online for it.',
  syncFailing: 'The last sync was {lastSync}. Syncs have failed since.',
  organizationHealth:
    'Its health went from {from} to {to} risk: our score is {score} of 100 now, the dashboard’s {dashboard}.',
  since: 'Since {since}.',
  resolved: {
    coverage: 'Coverage was low from {since} to {until}.',
    'nobody-online': 'No agent was online from {since} to {until}.',
    'next-visitor': 'The chance was low from {since} to {until}.',
    absent: 'From {since} to {until}.',
    'sync-failing': 'There were no new figures from {since} to {until}.',
    'organization-health': 'Its risk was {risk} or worse from {since} to {until}. Our score is {score} of 100 now.',
  },
  /** Which company, and which of its rules. */
  source: '{workspace} · alert “{rule}”',
  testTitle: 'Test message from Covercast',
  testBody: 'If you can read this, alerts about {workspace} arrive here.',
  /** Stand-ins in examples. */
  examplePool: 'Sales',
  exampleAgent: 'Ana',
  exampleOrganization: 'Lumen Interiors',
  /** Why a message was not sent. */
  problems: {
    'name-not-found': 'The name of the server cannot be looked up.',
    unreachable: 'The server cannot be reached.',
    tls: 'The certificate of the server is not trusted.',
    timeout: 'The server did not answer within 10 seconds.',
    redirect: 'The server sent Covercast to another address, which it does not follow. Enter the final address.',
    private: 'The address is on this computer or its network, which you have not confirmed.',
    'forbidden-address': 'The address belongs to a range that receives no messages.',
    insecure: 'The address is not encrypted.',
    'bad-address': 'The address cannot be read.',
    'other-host':
      'The environment names another server than this channel. Save the channel again, or correct the variable.',
    login: 'The mail server refused the user name or password.',
    recipients: 'The mail server refused the sender or the recipients.',
    'some-recipients':
      'The mail server refused some of the recipients. The others got the message, so it is not sent again. Check the addresses.',
    'no-answer': 'No answer came, so the message may have arrived. It is not sent again.',
    interrupted: 'Covercast was ended while it sent, so the message may have arrived. It is not sent again.',
    expired: 'It could not be sent in time.',
    keyring:
      'The keyring of this system cannot be opened, so the address is not known. Unlock it, and this is tried again.',
    'no-secret': 'The address or password is not known here.',
    'not-reviewed': 'Its text was not shown to you before, so it was not sent.',
    status: 'The server answered with error {code}.',
  },
  digest: {
    title: 'Coverage last week: {rate}',
    partlyTitle: 'Coverage last week, as far as known: {rate}',
    noTitle: 'No figures of last week',
    week: '{range}: {count, plural, one {# visitor} other {# visitors}}, {covered} covered, {missed} missed.',
    partly: 'Only {days} of the 7 days are fully known.',
    before: 'The week before: {rate}.',
    change: 'What to change:',
    nothing: 'Nothing to change was found.',
    block:
      '{when}: {agents, plural, one {# more agent} other {# more agents}} would cover about {count, plural, one {# more visitor} other {# more visitors}} a week.',
    poolBlock:
      '{pool}, {when}: {agents, plural, one {# more agent} other {# more agents}} would cover about {count, plural, one {# more visitor} other {# more visitors}} a week.',
    plan: 'Plan this week: {name}.',
    noPlan: 'No plan is published for this week.',
    prediction: 'Predicted coverage this week: {rate} (80% range {lower} to {upper}).',
    source: '{workspace} · weekly digest',
  },
} as const

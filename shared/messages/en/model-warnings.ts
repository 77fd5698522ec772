/** What people should know before they rely on a pool's model. */
export const modelWarnings = {
  'no-sessions': 'No visits while an agent was online, so typical values are used.',
  'little-history':
    'Only {count, plural, one {# day} other {# days}} of data, less than two weeks: typical values weigh more, and ranges are wide.',
  'few-visits':
    '{count, plural, =0 {No visits} one {Only # visit} other {Only # visits}} while an agent was online: typical values weigh more, and ranges are wide.',
  'availability-fixed':
    'Busy agents and agents who are away look the same in this data. All online agents count as available, and missed visitors as ones who came while all were busy.',
  'membership-unknown': 'It is not known which agents serve this pool, so all agents count as serving it.',
  'covered-outside-sessions':
    '{share} of covered visits were outside any agent session: agents may work without one. Visits covered while no agent is signed in are expected to continue, hour by hour.',
  'poor-fit':
    'Past coverage with few or many agents differs from the model. Be careful with schedules unlike past ones.',
} as const

/** What a plan takes of the world to be otherwise. */
export const assumptions = {
  demand: '{change} visitors',
  demandOf: '{change} visitors of {pool}',
  demandWithoutPool: '{change} visitors without a pool',
  visitors: '{visitors} on {date}',
  visitorsOf: '{visitors} of {pool} on {date}',
  visitorsWithoutPool: '{visitors} without a pool on {date}',
  absence: '{agent} absent',
  hires:
    '{count, plural, one {# hire} other {# hires}} from {date}, {days} {hours}, working like {ramp} of a full agent by week',
  offPhone: 'Off-phone time for all agents',
  offPhoneOf: 'Off-phone time for {agents}',
  handling: 'Handle time {change}',
  availability: 'Availability {points}',
  at: '{what}, {time}',
  percent: '{percent}%',
  hours: '{from}–{to}',
  daysFromTo: '{from}–{to}',
  every: 'every {days}',
  since: 'from {date}',
  until: 'until {date}',
} as const

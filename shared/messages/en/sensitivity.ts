/** How a plan's coverage falls when more visitors come and agents are absent, on screen and in the terminal. */
export const sensitivity = {
  visitors: 'Visitors',
  day: 'Day',
  week: 'Coverage of the week by visitors, with agents absent on each day',
  days: 'Coverage of each day, with agents absent on it',
  hint: 'Averages over who is absent, whoever it may be.',
  absentCount: '{count, plural, =0 {Nobody absent} other {# absent}}',
  asAssumed: 'As expected',
  changePercent: '{percent}%',
  nobodyExpected: 'No visitors are expected in this week.',
  staysAbove:
    'No day that reaches {rate} now falls under it with up to three agents absent, and the week stays at {rate} or above with 30% more visitors.',
  breaksWithAbsent:
    'With {count, plural, =1 {one agent} =2 {two agents} =3 {three agents} other {# agents}} absent on {day}, coverage of the day falls under {rate}.',
  breaksWithDemand: 'With {percent}% visitors, coverage of the week falls under {rate}.',
} as const

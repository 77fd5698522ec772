/** Hours to staff better, on the coverage and the staffing screen and on paper. */
export const recommendations = {
  // Of all that the listed hours miss.
  priorityClasses: { A: 'A · first 50%', B: 'B · next 30%', C: 'C · last 20%' },
  priorities: { critical: 'Critical', high: 'High', medium: 'Medium', low: 'Low' },
  allDay: '{days}, all day',
  moreAgents: '{count, plural, one {+# agent} other {+# agents}}',
  addShift: 'Add a shift for this',
  addShifts: 'Add shifts for this',
  freeMovesName: 'Without added hours',
  freeMoves:
    'Moving {count, plural, one {one break} other {# breaks}} covers {gain, plural, one {# more visitor} other {# more visitors}} a week, without an added hour.',
  freeMovesIn:
    '{when} missed {missed, plural, one {# visitor} other {# visitors}}. Moving {count, plural, one {one break} other {# breaks}} covers {within} more a week in these hours, and {gain} more in all, without an added hour.',
  planFreeMoves: 'Improve',
  wonFew: 'less than one more visitor covered a week',
  won: 'about {count, plural, one {# more visitor} other {# more visitors}} covered a week',
  allCovered: '{count, plural, one {The one visitor was covered.} other {All # visitors were covered.}}',
  missed: '{missed} of {count, plural, one {# visitor} other {# visitors}} missed.',
  missedWhere:
    '{missed} of {count, plural, one {# visitor} other {# visitors}} missed, {how, select, most {most} other {many}} of them {where}.',
  missedInPools:
    '{missed} of {count, plural, one {# visitor} other {# visitors}} missed, {how, select, most {most} other {many}} of them in {pools}.',
  /** All suggestions together, and the first of them. */
  takesFew: 'Together they take {hours} a week and cover less than one more visitor a week.',
  takes:
    'Together they take {hours} a week and cover about {count, plural, one {# more visitor} other {# more visitors}} a week.',
  firstThree: 'The first three give {share} of that for {hours}.',
  notWorthTitle: 'No hour is worth another agent',
  notWorth:
    '{count, plural, one {One hour of the week stays} other {# hours of the week stay}} under {target}, but too few visitors come: one more agent would cover less than one visitor an hour.',
  noPoolTitle: 'No recommendation for this pool',
  noPool: 'Its covered visits aren’t recorded under any pool, so what another agent would cover is unknown.',
  goodTitle: 'Staffing looks good',
  good: 'No hour of the week stays under {target}.',
} as const

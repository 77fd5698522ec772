/** `covercast replay`. */
export const replay = {
  description:
    'What past days would have been under a plan: the visitors who really came, with the agents it schedules.',
  plan: 'a plan file, or the ID or name of a stored plan',
  from: 'first local date (default: four weeks before --to)',
  to: 'last local date (default: yesterday)',
  eachWeek: 'learn attendance and model before each week instead of once, before the first',
  // The answer.
  actual: 'Actual: coverage {rate} of {visitors}, {covered} covered, {missed} missed.',
  replayed: 'With {plan}: coverage {rate} (80% range {lower} to {upper}), {covered} covered, {missed} missed.',
  difference: 'Difference: {covered} visitors covered (80% range {lower} to {upper}).',
  learnedBefore: 'Attendance and model were learned from what was known before {date}.',
  learnedEachWeek: 'Attendance and model were learned before each week.',
  known: 'Only synced time counts: {share} of the range.',
  repeated: 'The plan has no dates in this range, so its weeks were repeated.',
  thePlan: 'the plan',
  visitors: 'Visitors',
  actualRate: 'Actual',
  planRate: 'With plan',
  range: '80% range',
  change: 'Covered +/-',
  agents: 'Agents',
  planAgents: 'Planned',
  byHour: 'By hour of the day:',
  hour: 'Hour',
  fromTo: '{from}-{to}',
} as const

/** Pools that look uncovered because the visits that their agents take are recorded under other pools. */
export const starvedPools = {
  shows: '{pool} shows {rate} coverage although its agents are online for {share} of its visits.',
  showsWithoutPool: 'Visits without a pool show {rate} coverage although agents are online for {share} of them.',
  showsInPart:
    '{pool} shows {rate} coverage, and while its agents are online fewer of all visits are recorded under it.',
  showsWithoutPoolInPart:
    'Visits without a pool show {rate} coverage, and while agents are online fewer of all visits are recorded without a pool.',
  recordedUnder: 'Visits that its agents take seem to be recorded under {pools}.',
  partlyRecordedUnder: 'Some visits that its agents take seem to be recorded under {pools}.',
  recordedNowhere:
    'No other pool shows visits that its agents take. No staffing is recommended: check which pool your website records when an agent takes a visit.',
  asOne: 'Predictions, recommendations and Compare treat these pools as one.',
  noPool: 'no pool',
} as const

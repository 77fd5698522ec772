/** The staffing screen. */
export const staffing = {
  title: 'Staffing',
  tabs: { guide: 'What to change', ahead: 'Next months', trust: 'Accuracy' },
  dates: 'Dates',
  noDataTitle: 'Not enough data yet',
  syncing: 'You see recommendations when the first sync is done.',
  notSynced: 'Sync once to see recommendations.',
  loading: 'Calculating staffing recommendations…',
  inShort: 'Summary',
  // What to change.
  pools: 'Pools',
  together: 'All pools together',
  byPool: 'Pool by pool',
  underTarget:
    '{count, plural, one {One block of hours stays} other {# blocks of hours stay}} under the {target} target.',
  blocks: 'Hours to staff better, most missed first',
  showMore: 'Show {count} more, with fewer missed',
  basis: '{range}, with data for {count, plural, one {{days} day} other {{days} days}}.',
  servesAll: 'Assumes agents who can serve every pool.',
  alwaysAvailable:
    'Assumes agents who are online all the time. A plan includes time away, so it predicts a little less.',
  noVisitorsTitle: 'No coverage data',
  showAll: 'Show last 30 days, all pools',
  noDataInRange: 'None of these dates is synced.',
  noVisitorsInRange: 'No visitors in these dates, so none were missed.',
  noPool: 'No pool',
  // A block of hours.
  priority: 'Priority:',
  nameWithPool: '{when}, {pool}',
  shareOfMissed: 'missed, {share} of all',
  lessThanOnePercent: '<1%',
  coverage: 'Coverage {before} → {after} of {count, plural, one {# visitor} other {# visitors}}',
  fewVisitors: 'Few visitors came, so usual coverage counts too: it is under {target}.',
  addShiftsTo: '{action}: {name}',
  showInHeatmap: 'Show in heatmap',
  showInHeatmapOf: 'Show in heatmap: {name}',
} as const

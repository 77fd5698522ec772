/** Publishing a plan, and its publications. */
export const publish = {
  title: 'Publish this plan',
  intro:
    'Your team works by the published plan. Its forecast is saved as it is now, so you can compare it with what happens.',
  firstWeek: 'First week begins on',
  lastWeek: 'Last week',
  noEnd: 'Until another plan is published',
  weekOf: 'Week of {date}',
  cancel: 'Cancel',
  publish: 'Publish',
  publishing: 'Publishing…',
  done: 'Done',
  // What is about to be published.
  predicted: 'Predicted for the week of {date}: {rate} coverage, {hours}.',
  predictedRange: 'Predicted for the week of {date}: {rate} coverage (80% range {from} to {to}), {hours}.',
  predictedNobody: 'Predicted for the week of {date}: no visitors, {hours}.',
  notPredicted: 'The week has {hours}.',
  unassigned: '{count, plural, one {# unassigned shift} other {# unassigned shifts}}. Publish anyway?',
  violations: '{count, plural, one {# rule violation} other {# rule violations}}. Publish anyway?',
  unassignedAndViolations:
    '{shifts, plural, one {# unassigned shift} other {# unassigned shifts}} and {count, plural, one {# rule violation} other {# rule violations}}. Publish anyway?',
  // What was published.
  published: 'Published',
  notNotified: 'Your team has not been notified. Send everyone their changes, or save the files.',
  live: '{plan} is live from {date}. Later edits stay in draft until you publish again.',
  liveUntil: '{plan} is live from {from} to {to}. Later edits stay in draft until you publish again.',
  overlaps: '“{plan}” is published for some of the same weeks, from {date}.',
  overlapsReplaced:
    '“{plan}” is published for some of the same weeks, from {date}. There, this newer plan replaces it.',
  // Its state.
  draft: 'Draft',
  liveSince: 'Live since {date}',
  publishedUntil: 'Published until {date}',
  publishedFrom: 'Published from {date}',
  edited: '{state}, edited since',
  // All publications of a plan.
  history: 'Publication history',
  historyNote: 'Publications don’t change when you edit the plan. Where two have the same week, the newer one is live.',
  fromOn: 'From {date} until another plan is published',
  fromTo: 'From {from} to {to}',
  publishedAt: 'Published {when}',
  liveNow: 'live now',
  weeksPredicted: '{count, plural, =0 {no week predicted yet} one {# week predicted} other {# weeks predicted}}',
  keep: 'Keep',
  withdraw: 'Withdraw',
  withdrawFrom: 'Withdraw from {date}',
  withdrawAsk:
    'This plan ends: none of its weeks has begun, so nothing of this publication is left. Weeks of an older publication are live again.',
  withdrawFromAsk:
    'This plan ends before {date}. Earlier weeks stay, with their forecasts. Weeks of an older publication are live again.',
  withdrawn: 'Withdrawn. No plan is published from {date}.',
  withdrawnOther: 'Withdrawn. “{plan}” is live again from {date}.',
} as const

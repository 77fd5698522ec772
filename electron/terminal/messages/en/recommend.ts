/** `covercast recommend`. */
export const recommend = {
  description: 'Which hours to staff better, with how many agents, and what that gives (default: the last 30 days).',
  target: 'coverage to reach, 50-100 (default: the workspace’s, or else 90)',
  targetProblem: 'A target of {target}% is not possible.',
  targetRange: 'Give --target {lowest} to {highest}.',
  notSynced: 'No coverage data: this range is not synced.',
  syncFirst: 'Choose other dates, or sync them first: covercast sync',
  noVisitors: 'No coverage data: no visitors in this range.',
  missed: '{missed} of {visitors} missed.',
  notWorthwhile:
    'No hour is worth another agent: {count, plural, one {# hour of the week stays} other {# hours of the week stay}} under {target}, but one more agent would cover less than one visitor an hour.',
  good: 'Staffing looks good: no hour of the week stays under {target}.',
  under: 'Hours that stay under {target} (where few visitors came, usual coverage counts too):',
  together: 'All pools together, for agents who serve all of them',
  byPool: 'Pool by pool',
  none: 'None.',
  noPool: 'No pool',
  // The table.
  number: '#',
  when: 'When',
  pool: 'Pool',
  missedTitle: 'Missed',
  visitors: 'Visitors',
  coverage: 'Coverage',
  priority: 'Priority',
  priorities: { critical: 'critical', high: 'high', medium: 'medium', low: 'low' },
  agents: 'Agents',
  gain: 'Gain a week',
  more: '{count} more, with fewer missed: use --json.',
  // By what visitors are worth.
  weighted: 'weigh missed visitors by what they are worth, by the rules of pages',
  weightedSummary:
    'By value, {missed} of {total} missed. Value decides the order, the priority, and which hours are worth an agent.',
  missedValue: 'Missed, by value',
  gainValue: 'Gain a week, by value',
} as const

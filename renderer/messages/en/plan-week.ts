/** The chart of a planned week on paper. */
export const planWeek = {
  visitorsTitle: 'Expected visitors per hour',
  agentsTitle: 'Agents scheduled (line) and required for the target (dashed)',
  agentsTitleMinimum: 'Agents scheduled (line), required for the target (dashed), and minimum staff (dotted)',
  coverageTitle: 'Predicted coverage with its 80% range; dotted: the target, {target}',
} as const

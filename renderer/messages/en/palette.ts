/** The command palette. */
export const palette = {
  prompt: 'Find commands, plans, agents, weeks…',
  noMatch: 'Nothing found',
  recent: 'Recent',
  plans: 'Plans',
  agents: 'Agents',
  weeks: 'Weeks',
  // What is found, and what it is found by.
  planOf: 'Plan of {dates}',
  agent: 'Agent',
  weekOf: 'Week of {date}',
  coverage: 'Coverage',
  inPlan: 'This plan',
} as const

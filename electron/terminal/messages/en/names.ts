/** Workspaces, plans and agents that are named on a command line. */
export const names = {
  quoted: '“{name}”',
  thereAre: 'There are: {names}.',
  thereAreMore: 'There are: {names}, and more.',
  // Workspaces.
  noWorkspaceYet: 'There is no workspace yet.',
  makeWorkspace: 'Make one with `covercast demo`, or with `covercast sync --source postgres://user@host/database`.',
  noWorkspace: 'There is no workspace called “{name}”.',
  noneYet: 'There is none yet.',
  // Agents.
  noAgent: 'No agent is called “{name}”.',
  severalAgents: 'Several agents are called “{name}”.',
  giveAgent: 'Give the ID or the name of an agent.',
  giveAgentId: 'Give one of their IDs: {ids}.',
  // Plans.
  severalPlans: '{count, plural, other {# plans are}} called “{name}”.',
  nothingChanged: 'Nothing was changed.',
  giveId: 'Give the ID instead: {ids}.',
  noPlan: 'There is no plan “{name}”.',
  noPlanYet: 'There is no stored plan yet. Import one, or create one in the app.',
} as const

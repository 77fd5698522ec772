export { agentsOnlineAt, agentSteps, onlineInterval, type OnlineWindow, type ServingAgents } from './agents-online.ts'
export { agentTimePerSlot, mergedAgentTimePerSlot } from './agent-time.ts'
export { countCells, integerColumn } from './count-cells.ts'
export { type CubeBatch } from './cube.ts'
export { findDataProblems } from './data-problems.ts'
export {
  calculateCoverage,
  calculateDailyCoverage,
  calculateDailyHourlyCoverage,
  calculateHourlyCoverage,
  calculateMergedAgents,
  findProblemHours,
  summarizeCoverage,
} from './from-events.ts'
export { figuresFromSeries } from './from-rollups.ts'
export { toInstant } from './instant.ts'
export { knownShare } from './known-share.ts'
export { presentSessions } from './presence.ts'
export { endOpenSessions, openSessionEnd } from './open-sessions.ts'
export { sessionsWithEnds } from './read-sessions.ts'
export { sessionColumns, type SessionColumns } from './session-columns.ts'
export { type SessionInterval } from './session-interval.ts'
export { filterTraffic, type SlotRange, type SlotSeries } from './slot-series.ts'
export { servingAgents, type TrafficFilter } from './traffic-filter.ts'
export type {
  AgentSession,
  CountryFilter,
  CoverageFigures,
  CoverageOptions,
  CoverageRange,
  CoverageSummary,
  InstantInput,
  Pageview,
} from './types.ts'

export { agentsOnlineAt, agentSteps, onlineExtent, type AgentSteps, type OnlineWindow, type ServingAgents } from './agents-online.ts'
export { agentTimePerSlot, mergedAgentTimePerSlot, type AgentTimeOptions } from './agent-time.ts'
export { countCells, integerColumn } from './count-cells.ts'
export { normalizeCountry, type CubeBatch, type CubeCells, type CubeDictionary, type IntegerColumn } from './cube.ts'
export { countedProblem, findDataProblems, findSessionProblems } from './data-problems.ts'
export { DAY_NAMES } from './figures.ts'
export {
  calculateCoverage,
  calculateDailyCoverage,
  calculateDailyHourlyCoverage,
  calculateHourlyCoverage,
  calculateMergedAgents,
  findProblemHours,
  summarizeCoverage,
  type MergedAgents,
} from './from-events.ts'
export { figuresFromSeries } from './from-rollups.ts'
export { toInstant } from './instant.ts'
export { knownShare, type RangeKnowledge } from './known-share.ts'
export { presentSessions, type MeasuredSeconds } from './presence.ts'
export { endOpenSessions, openSessionEnd, visitEvidence, type OpenSession, type OpenSessionContext, type OpenSessionEnd } from './open-sessions.ts'
export { readSessions, sessionsWithEnds } from './read-sessions.ts'
export { sessionColumns, type SessionColumns, type Sessions } from './session-columns.ts'
export { FORGOTTEN_AFTER_MS, isProbablyForgotten, sessionEnd, type OpenEnd, type SessionSpell, type Span } from './session-span.ts'
export { filterTraffic, type SlotExtent, type SlotSeries } from './slot-series.ts'
export { countryTest, servingAgents, type CountryTest, type TrafficFilter } from './traffic-filter.ts'
export type {
  AgentSession,
  CountryFilter,
  CoverageFigures,
  CoverageOptions,
  CoverageRange,
  CoverageSummary,
  DailyCoverage,
  DailyHourlyCoverage,
  DataProblem,
  DataProblemKind,
  DayHourStats,
  DayOfWeekStats,
  HourlyStats,
  InstantInput,
  Pageview,
} from './types.ts'

export { callRule } from './call-rule.ts'
export { gatherEvidence, type EvidenceInput } from './evidence.ts'
export { gatherCalls, type CallsInput } from './gather-calls.ts'
export { cellsOf, hourBlocks } from './hour-blocks.ts'
export { notWorthwhile, priorityOf, recommend, USUAL_THRESHOLDS, weightOf } from './recommend.ts'
export { priorityClasses, type PriorityClass } from './priority-class.ts'
export { steadyRates } from './steady-rates.ts'
export type {
  CellEvidence,
  PoolEvidence,
  Priority,
  PriorityThresholds,
  StaffingBlock,
  VisitsAtStaffing,
} from './types.ts'
export { describeReason } from './describe-reason.ts'
export { describeDays, hoursOnDays } from './describe-days.ts'

export { applyStep, invertStep, isEmptyStep, isSameShift } from './apply-step.ts'

export { copyDays, copyShifts, duplicateShifts, pasteShifts } from './edits/copy-shifts.ts'
export {
  addBreaks,
  addShifts,
  assignShifts,
  changeShift,
  deleteShifts,
  moveShifts,
  resizeShifts,
  setBreaks,
  setNote,
  splitShift,
} from './edits/edit-shifts.ts'
export type { NewId } from './edits/make-step.ts'
export { shiftFromDraft, type ShiftDraft } from './edits/shift-changes.ts'
export { applyTemplate, reshapeShifts, templateOf, type ShiftTemplate } from './edits/templates.ts'
export { changeDetails, joinSteps, stepBetween } from './edits/whole-plan.ts'

export { applyOperation, doStep, redo, startHistory, stepToRedo, stepToUndo, undo } from './history.ts'

export { inOrder } from './order.ts'
export { type Plan, type PlanKind, type Shift } from './plan.ts'

export { checkRules, checkWeeks, findViolations, violationsByShift } from './rules/check-rules.ts'
export {
  NO_PLAN_RULES,
  NO_RULES,
  type AgentRules,
  type PlanRules,
  type Rules,
  type WorkLimits,
  type WorkRules,
} from './rules/rules.ts'
export { agentRulesSchema, planRulesSchema } from './rules/rules-schema.ts'
export { type Violation, type ViolationKind } from './rules/violation.ts'
export { beginsIn, emptiedShifts, plannedIntervals } from './planned-intervals.ts'
export { agentsPerSlot } from './staffing/agents-per-slot.ts'
export { compareScenarios } from './staffing/compare-plans.ts'
export { weekHours } from './staffing/week-hours.ts'
export { datedDays, duplicatePlan, emptyPlan, toDated, toWeekly } from './starting-points.ts'
export type { PlanOperation, PlanStep } from './step.ts'
export { validatePlan } from './validate-plan.ts'
export { formatWallTime } from './wall-time.ts'
export { instantOfWallTime, instantOnClock, weekClock } from './week-clock.ts'

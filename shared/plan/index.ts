export { applyStep, invertStep, isEmptyStep, isSameShift } from './apply-step.ts'
export { fittedBreaks } from './break-fitting.ts'
export { copyDays, copyShifts, duplicateShifts, pasteShifts, type CopiedShift } from './edits/copy-shifts.ts'
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
  type Selection,
} from './edits/edit-shifts.ts'
export type { NewId } from './edits/make-step.ts'
export {
  movedShift,
  resizedShift,
  shiftFromDraft,
  shiftWithBreaks,
  shiftWithNote,
  type Edge,
  type Move,
  type Resize,
  type ShiftDraft,
} from './edits/shift-changes.ts'
export { applyTemplate, reshapeShifts, templateOf, type ShiftTemplate, type TemplatePlace } from './edits/templates.ts'
export { changeDetails, joinSteps, stepBetween } from './edits/whole-plan.ts'
export { breakMinutesOf, isOnGrid, lengthOf, MAX_SHIFT_MINUTES, MIN_SPELL_MINUTES, normalDay, shiftsWithIds, snapMinute } from './grid.ts'
export { applyOperation, doStep, redo, startHistory, stepToRedo, stepToUndo, undo, type PlanHistory } from './history.ts'
export { shiftOccurrences, weeksOfDated, type ShiftOccurrence, type WeekSpan } from './occurrences.ts'
export { compareShifts, inOrder } from './order.ts'
export { DAY_MINUTES, GRID_MINUTES, type Plan, type PlanKind, type PlannedSpell, type Shift, type WallSpell } from './plan.ts'
export { planOperationSchema, planSchema, planStepSchema, shiftSchema } from './plan-schema.ts'
export { checkRules, findViolations, violationsByShift, type RuleReport } from './rules/check-rules.ts'
export {
  hourlyCostOf,
  limitFor,
  NO_PLAN_RULES,
  NO_RULES,
  type AgentRules,
  type AvailableSpell,
  type PlanRules,
  type Rules,
  type WorkLimits,
} from './rules/rules.ts'
export { agentRulesSchema, planRulesSchema } from './rules/rules-schema.ts'
export { VIOLATION_KINDS, type Violation, type ViolationKind } from './rules/violation.ts'
export { beginsIn, dayInWeek, emptiedShifts, plannedSpells, spellOf, spellsOnClock, type EmptiedShift } from './spells.ts'
export { agentsPerSlot, type PlannedAgents } from './staffing/agents-per-slot.ts'
export { compareScenarios, type ScenarioFigures } from './staffing/compare-plans.ts'
export { hoursOfSpells, weekHours, type Hours, type WeekHours } from './staffing/week-hours.ts'
export { datedExtent, duplicatePlan, emptyPlan, toDated, toWeekly } from './starting-points.ts'
export type { PlanDetails, PlanOperation, PlanStep } from './step.ts'
export { assertPlan, PLAN_LIMITS, validatePlan, validateShift, type PlanProblem } from './validate-plan.ts'
export { formatWallTime, parseWallTime } from './wall-time.ts'
export { instantOfWallTime, instantOnClock, weekClock, type WeekClock } from './week-clock.ts'

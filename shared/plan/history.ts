import { assertNever } from '../foundation/errors.ts'
import { applyStep, invertStep } from './apply-step.ts'
import { inOrder } from './order.ts'
import type { Plan } from './plan.ts'
import type { PlanOperation, PlanStep } from './step.ts'

/** A plan with what was done to it: enough to go back to where the work began, and forth again. */
export interface PlanHistory {
  /** As it is now. */
  readonly plan: Plan
  /** Oldest first. Those from `done` on were undone and can be done again. */
  readonly steps: readonly PlanStep[]
  readonly done: number
}

/** The history of a plan to which nothing has been done yet; its shifts are put in order. */
export function startHistory(plan: Plan): PlanHistory {
  return { plan: inOrder(plan), steps: [], done: 0 }
}

/**
 * The history after one operation. Doing something forgets what was undone; a step that was done already, and undo or redo where there is
 * nothing, change nothing and give the same history. Throws AppError 'conflict' where a step does not fit the plan.
 */
export function applyOperation(history: PlanHistory, operation: PlanOperation): PlanHistory {
  switch (operation.kind) {
    case 'do':
      return doStep(history, operation.step)
    case 'undo':
      return undo(history)
    case 'redo':
      return redo(history)
    default:
      return assertNever(operation)
  }
}

/** Does a step: see `applyOperation`. */
export function doStep(history: PlanHistory, step: PlanStep): PlanHistory {
  if (isDone(history, step.id)) return history
  const plan = applyStep(history.plan, step)
  return { plan, steps: [...history.steps.slice(0, history.done), step], done: history.done + 1 }
}

/** Takes the last step back: see `applyOperation`. */
export function undo(history: PlanHistory): PlanHistory {
  const step = stepToUndo(history)
  return step ? { ...history, plan: applyStep(history.plan, invertStep(step)), done: history.done - 1 } : history
}

/** Does again what was undone last: see `applyOperation`. */
export function redo(history: PlanHistory): PlanHistory {
  const step = stepToRedo(history)
  return step ? { ...history, plan: applyStep(history.plan, step), done: history.done + 1 } : history
}

/** The step that undo would take back, for the menu; null: there is none. */
export function stepToUndo(history: PlanHistory): PlanStep | null {
  return history.steps[history.done - 1] ?? null
}

/** The step that redo would do again, for the menu; null: there is none. */
export function stepToRedo(history: PlanHistory): PlanStep | null {
  return history.steps[history.done] ?? null
}

/** A step that arrives twice does so soon: looked for from the end. */
function isDone({ steps, done }: PlanHistory, id: string): boolean {
  for (let index = done - 1; index >= 0; index--) if (steps[index]!.id === id) return true
  return false
}

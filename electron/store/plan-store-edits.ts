import { createHash } from 'node:crypto'
import { AppError, assertNever } from '../../shared/foundation/errors.ts'
import { applyStep, invertStep } from '../../shared/plan/apply-step.ts'
import type { PlanOperation, PlanStep } from '../../shared/plan/step.ts'
import { assertPlan, PLAN_LIMITS } from '../../shared/plan/validate-plan.ts'
import type { PlanEdit } from './plan-store-records.ts'
import { planOf } from './queries/plan-queries.ts'
import type { PlanQueries, PlanRow } from './queries/plan-queries.ts'

/** Steps that are kept; older ones are forgotten, sooner where they are very large. More than an editor is given: what it did since, it knows itself. */
const STEPS_KEPT = { count: 10_000, length: 64 * 1024 * 1024 } as const

export interface EditOptions {
  readonly queries: PlanQueries
  readonly row: PlanRow
  readonly edit: PlanEdit
  readonly now: number
}

/**
 * Carries out the operations of an edit, inside its caller's transaction; returns the plan's new row, or null where the edit was stored
 * before. Throws 'plan-changed' where the plan is not the one that was edited, 'conflict' where there is nothing to undo or redo.
 */
export function carryOut({ queries, row, edit, now }: EditOptions): PlanRow | null {
  const waiting = notYetStored(row, edit)
  if (waiting.length === 0) return null
  refuseArchived(row)
  let current = row
  for (const operation of waiting) current = afterOperation(queries, current, operation)
  if (queries.countShifts(row.id) > PLAN_LIMITS.shifts) throw tooManyShifts()
  return {
    ...current,
    revision: row.revision + 1,
    updatedAt: now,
    lastBase: edit.expectedRevision,
    lastOperations: edit.operations.length,
    lastDigest: digestOf(edit.operations),
  }
}

/**
 * Whoever heard no answer sends an edit again, perhaps with newer operations behind it: what was stored of it is left out. The same
 * operations on the same revision lead to the same plan, whoever sends them.
 */
function notYetStored(row: PlanRow, { expectedRevision, operations }: PlanEdit): readonly PlanOperation[] {
  if (expectedRevision === row.revision) return operations
  const stored = row.lastOperations ?? 0
  if (
    expectedRevision === row.lastBase &&
    stored <= operations.length &&
    digestOf(operations.slice(0, stored)) === row.lastDigest
  ) {
    return operations.slice(stored)
  }
  throw new AppError({
    code: 'plan-changed',
    message: 'This plan was changed in another window.',
    kept: 'What was stored from there is kept. What you changed here since is not stored yet, and not lost: it is still in this window.',
    next: 'Keep yours as a plan of its own, or show the plan as it is stored now.',
  })
}

function afterOperation(queries: PlanQueries, row: PlanRow, operation: PlanOperation): PlanRow {
  switch (operation.kind) {
    case 'do':
      return afterDoing(queries, row, operation.step)
    case 'undo': {
      const step = queries.step(row.id, row.doneStep)
      if (step === null) throw nothingLeft('undo')
      return { ...withStep(queries, row, invertStep(step)), doneStep: row.doneStep - 1 }
    }
    case 'redo': {
      const step = queries.step(row.id, row.doneStep + 1)
      if (step === null) throw nothingLeft('do again')
      return { ...withStep(queries, row, step), doneStep: row.doneStep + 1 }
    }
    default:
      return assertNever(operation)
  }
}

function afterDoing(queries: PlanQueries, row: PlanRow, step: PlanStep): PlanRow {
  const known = queries.stepNumber(row.id, step.id)
  // It came before.
  if (known !== null && known <= row.doneStep) return row
  queries.removeStepsAbove(row.id, row.doneStep)
  const changed = withStep(queries, row, step)
  const number = row.doneStep + 1
  queries.addStep(row.id, number, step)
  queries.pruneSteps(row.id, number, STEPS_KEPT)
  return { ...changed, doneStep: number }
}

/** Only the shifts that a step is about are read and written, however many the plan has. */
function withStep(queries: PlanQueries, row: PlanRow, step: PlanStep): PlanRow {
  const ids = new Set([...step.removed, ...step.added].map(({ id }) => id))
  const shifts = [...ids].flatMap((id) => queries.shift(row.id, id) ?? [])
  const after = applyStep(planOf(row, shifts), step)
  assertPlan(after)
  const left = new Set(after.shifts.map(({ id }) => id))
  for (const id of ids) if (!left.has(id)) queries.removeShift(row.id, id)
  queries.putShifts(row.id, after.shifts)
  return {
    ...row,
    name: after.name,
    timeZone: after.timeZone,
    poolId: after.poolId,
    // Damaged ones stay as they are until they are changed.
    ...(step.details?.after.assumptions === undefined ? {} : { assumptions: JSON.stringify(after.assumptions ?? []) }),
    ...(step.details?.after.rotation === undefined
      ? {}
      : { rotation: after.rotation === undefined ? null : JSON.stringify(after.rotation) }),
  }
}

/** Throws 'conflict' for an archived plan. */
export function refuseArchived(row: PlanRow): void {
  refuseArchivedPlan(row.name, row.archivedAt !== null)
}

export function refuseArchivedPlan(name: string, archived: boolean): void {
  if (!archived) return
  throw new AppError({
    code: 'conflict',
    message: `The plan "${name}" is archived.`,
    kept: 'It was not changed.',
    next: 'Take it back from the archive first, or duplicate it.',
  })
}

export function tooManyShifts(): AppError {
  return new AppError({
    code: 'invalid-input',
    message: `A plan can have ${PLAN_LIMITS.shifts.toLocaleString('en-US')} shifts at most.`,
    kept: 'Nothing was changed.',
    next: 'Split it into several plans.',
  })
}

function nothingLeft(what: string): AppError {
  return new AppError({
    code: 'conflict',
    message: `There is nothing left to ${what} in this plan.`,
    kept: 'It was not changed.',
  })
}

function digestOf(operations: readonly PlanOperation[]): string {
  return createHash('sha256').update(JSON.stringify(operations)).digest('base64')
}

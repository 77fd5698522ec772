import { doStep, redo, startHistory, stepToRedo, stepToUndo, undo, type PlanHistory } from '../../../../shared/plan/history.ts'
import type { Plan } from '../../../../shared/plan/plan.ts'
import type { PlanOperation, PlanStep } from '../../../../shared/plan/step.ts'

/** A plan under the hand: what it is, what was done to it, and what is selected. */
export interface EditorState {
  readonly history: PlanHistory
  readonly selection: ReadonlySet<string>
}

export interface EditorSession {
  readonly state: () => EditorState
  readonly subscribe: (notify: () => void) => () => void
  /** Does a step; null does nothing. What it added or changed is selected where `select` says so. */
  readonly run: (step: PlanStep | null, options?: { readonly select: boolean }) => void
  readonly undo: () => void
  readonly redo: () => void
  readonly select: (ids: readonly string[], how: 'only' | 'toggle') => void
  /** What undo would take back, and redo would do again; null: nothing. */
  readonly undoLabel: () => string | null
  readonly redoLabel: () => string | null
}

export interface EditorSessionOptions {
  readonly plan: Plan
  /** Steps that were done, oldest first, and those that were undone, the next to be redone first. */
  readonly done: readonly PlanStep[]
  readonly undone: readonly PlanStep[]
  /** Told of every operation, in order. */
  readonly onOperation: (operation: PlanOperation) => void
}

/** Edits a plan in memory; whoever is told of the operations keeps them. */
export function createEditorSession({ plan, done, undone, onOperation }: EditorSessionOptions): EditorSession {
  const listeners = new Set<() => void>()
  let state: EditorState = {
    history: { ...startHistory(plan), steps: [...done, ...undone], done: done.length },
    selection: new Set(),
  }
  const become = (next: EditorState): void => {
    state = next
    for (const notify of listeners) notify()
  }
  const operate = (operation: PlanOperation, history: PlanHistory, select: ReadonlySet<string> | null): void => {
    if (history === state.history) return
    const there = new Set(history.plan.shifts.map(({ id }) => id))
    const selection = select ?? new Set([...state.selection].filter((id) => there.has(id)))
    become({ history, selection })
    onOperation(operation)
  }
  return {
    state: () => state,
    subscribe(notify) {
      listeners.add(notify)
      return () => listeners.delete(notify)
    },
    run(step, { select } = { select: false }) {
      if (step === null) return
      operate({ kind: 'do', step }, doStep(state.history, step), select ? new Set(step.added.map(({ id }) => id)) : null)
    },
    undo: () => operate({ kind: 'undo' }, undo(state.history), null),
    redo: () => operate({ kind: 'redo' }, redo(state.history), null),
    select(ids, how) {
      const selection = new Set(how === 'only' ? ids : state.selection)
      if (how === 'toggle') for (const id of ids) if (!selection.delete(id)) selection.add(id)
      become({ ...state, selection })
    },
    undoLabel: () => stepToUndo(state.history)?.label ?? null,
    redoLabel: () => stepToRedo(state.history)?.label ?? null,
  }
}

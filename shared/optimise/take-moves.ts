import { shiftStep, type NewId } from '../plan/edits/make-step.ts'
import type { PlanStep } from '../plan/step.ts'
import type { Move } from './moves.ts'

/** Moves as one step that can be undone; null: there are none. New shifts get ids that no plan has had. */
export function takeMoves(moves: readonly Pick<Move, 'before' | 'after'>[], newId: NewId): PlanStep | null {
  return shiftStep({
    label: `Take ${moves.length} suggested ${moves.length === 1 ? 'change' : 'changes'}`,
    removed: moves.flatMap(({ before }) => before ?? []),
    added: moves.flatMap(({ before, after }) =>
      after === null ? [] : [before === null ? { ...after, id: newId() } : after],
    ),
    newId,
  })
}

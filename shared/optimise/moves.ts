import { inOrder } from '../plan/order.ts'
import { isSameShift } from '../plan/apply-step.ts'
import type { Plan, Shift } from '../plan/plan.ts'

export const MOVE_KINDS = ['move-break', 'move-start', 'move-day', 'resize', 'add', 'remove', 'reassign'] as const
export type MoveKind = (typeof MOVE_KINDS)[number]

/** One difference between two plans, which can be taken or left by itself. */
export interface Move {
  readonly kind: MoveKind
  /** Who works the shift afterwards, else before; null: an open shift. */
  readonly agentId: string | null
  /** null: a new shift. */
  readonly before: Shift | null
  /** null: the shift is dropped. */
  readonly after: Shift | null
}

/** What it takes to make one plan of another, shift by shift; a shift that somebody else takes over as it is, is one move. */
export function movesBetween(before: Plan, after: Plan): readonly Move[] {
  const old = new Map(before.shifts.map((shift) => [shift.id, shift]))
  const moves: Move[] = []
  const added: Shift[] = []
  for (const shift of after.shifts) {
    const known = old.get(shift.id)
    old.delete(shift.id)
    if (known === undefined) added.push(shift)
    else if (!isSameShift(known, shift))
      moves.push({ kind: kindOf(known, shift), agentId: shift.agentId, before: known, after: shift })
  }
  for (const dropped of old.values()) {
    const taker = added.findIndex((shift) => isSameTime(shift, dropped))
    const [taken] = taker < 0 ? [] : added.splice(taker, 1)
    moves.push(
      taken === undefined
        ? { kind: 'remove', agentId: dropped.agentId, before: dropped, after: null }
        : {
            kind: 'reassign',
            agentId: taken.agentId,
            before: dropped,
            after: { ...taken, id: dropped.id, note: dropped.note },
          },
    )
  }
  return [
    ...moves,
    ...added.map((shift): Move => ({ kind: 'add', agentId: shift.agentId, before: null, after: shift })),
  ]
}

/** A plan with some of the moves taken. Moves are about different shifts, so that any of them can be left out. */
export function applyMoves(plan: Plan, moves: readonly Pick<Move, 'before' | 'after'>[]): Plan {
  const gone = new Set(moves.flatMap(({ before }) => before?.id ?? []))
  const made = moves.flatMap(({ after }) => after ?? [])
  return inOrder({ ...plan, shifts: [...plan.shifts.filter(({ id }) => !gone.has(id)), ...made] })
}

function kindOf(before: Shift, after: Shift): MoveKind {
  if (before.agentId !== after.agentId) return 'reassign'
  if (after.endMinute - after.startMinute !== before.endMinute - before.startMinute) return 'resize'
  if (before.day !== after.day) return 'move-day'
  return before.startMinute === after.startMinute ? 'move-break' : 'move-start'
}

function isSameTime(one: Shift, other: Shift): boolean {
  return one.day === other.day && one.startMinute === other.startMinute && one.endMinute === other.endMinute
}

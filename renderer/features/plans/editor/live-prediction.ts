import type { Plan, PlanKind, PlannedSpell, Shift } from '../../../../shared/plan/plan.ts'
import { spellsOnClock } from '../../../../shared/plan/spells.ts'
import type { WeekClock } from '../../../../shared/plan/week-clock.ts'
import type { PlanPredictor, PredictionSession } from '../../../../shared/predict/plan-prediction/plan-predictor-types.ts'
import type { WeekPrediction } from '../../../../shared/predict/types.ts'

/** What a plan would give in one week, kept up with every edit and with every move of a drag. */
export interface LivePrediction {
  readonly week: () => WeekPrediction
  readonly subscribe: (notify: () => void) => () => void
  /** Follows a plan: only what differs from what is shown is computed anew. */
  readonly follow: (plan: Plan) => void
  /** Shows the plan with some shifts otherwise, until it follows a plan again. */
  readonly preview: (shifts: readonly Shift[]) => void
  /** Whether what is shown is only tried, and nobody let go yet. */
  readonly isPreview: () => boolean
  /** The spells of what is shown. */
  readonly spells: () => readonly PlannedSpell[]
}

export interface LivePredictionOptions {
  readonly predictor: PlanPredictor
  readonly clock: WeekClock
  readonly plan: Plan
}

export function createLivePrediction({ predictor, clock, plan: first }: LivePredictionOptions): LivePrediction {
  const listeners = new Set<() => void>()
  let plan = first
  let shown: ReadonlyMap<string, Shift> = byId(first.shifts)
  const spells = new Map(first.shifts.map((shift) => [shift.id, spellsOf(shift, first.kind, clock)]))
  const session: PredictionSession = predictor.startSession([...spells.values()].flat())
  let week = session.current()
  let isPreview = false

  const show = (next: ReadonlyMap<string, Shift>, isTried: boolean): void => {
    let hasChanged = isPreview !== isTried
    isPreview = isTried
    const put = (id: string, shift: Shift | null): void => {
      const its = shift === null ? [] : spellsOf(shift, plan.kind, clock)
      if (shift === null) spells.delete(id)
      else spells.set(id, its)
      week = session.replaceShift(id, its)
      hasChanged = true
    }
    for (const id of shown.keys()) if (!next.has(id)) put(id, null)
    for (const [id, shift] of next) if (shown.get(id) !== shift) put(id, shift)
    shown = next
    if (hasChanged) for (const notify of listeners) notify()
  }
  return {
    week: () => week,
    subscribe(notify) {
      listeners.add(notify)
      return () => listeners.delete(notify)
    },
    follow(next) {
      plan = next
      show(byId(next.shifts), false)
    },
    preview(shifts) {
      const next = byId(plan.shifts)
      for (const shift of shifts) next.set(shift.id, shift)
      show(next, true)
    },
    isPreview: () => isPreview,
    spells: () => [...spells.values()].flat(),
  }
}

function byId(shifts: readonly Shift[]): Map<string, Shift> {
  return new Map(shifts.map((shift) => [shift.id, shift]))
}

function spellsOf(shift: Shift, kind: PlanKind, clock: WeekClock): readonly PlannedSpell[] {
  return spellsOnClock({ name: '', timeZone: clock.timeZone, poolId: null, kind, shifts: [shift] }, clock)
}

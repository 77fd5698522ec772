import { AS_PLANNED, type AssumedStaff } from '../../../../../shared/plan/assumptions/assumed-staff.ts'
import type { Plan, PlanKind, PlannedInterval, Shift } from '../../../../../shared/plan/plan.ts'
import { intervalsOnClock } from '../../../../../shared/plan/planned-intervals.ts'
import type { WeekClock } from '../../../../../shared/plan/week-clock.ts'
import type {
  PlanPredictor,
  PredictionSession,
} from '../../../../../shared/predict/plan-prediction/plan-predictor-types.ts'
import type { WeekPrediction } from '../../../../../shared/predict/types.ts'

/** What a plan would give in the week that is shown. */
export interface Prediction {
  readonly week: WeekPrediction
  /** The intervals of the plan that it is the prediction of, whatever is assumed of them. */
  readonly intervals: readonly PlannedInterval[]
  /** Of a drag that nobody let go yet. */
  readonly isPreview: boolean
}

/** Predicts a plan in one week with every edit and every move of a drag: only what differs from what was predicted last is computed anew. */
export interface LivePrediction {
  /** The prediction of a plan; the same object where nothing changed. */
  readonly follow: (plan: Plan) => Prediction
  /** The prediction of the plan that was followed last, with some of its shifts otherwise. */
  readonly preview: (shifts: readonly Shift[]) => Prediction
}

export interface LivePredictionOptions {
  readonly predictor: PlanPredictor
  readonly clock: WeekClock
  readonly plan: Plan
  /** What is assumed of the people of the plan; absent: nothing. */
  readonly staff?: AssumedStaff
}

export function createLivePrediction({
  predictor,
  clock,
  plan: first,
  staff = AS_PLANNED,
}: LivePredictionOptions): LivePrediction {
  let plan = first
  /** What is predicted, by id: the plan's shifts, some of them as they are tried. */
  const predicted = byId(first.shifts)
  /** Ids that are tried otherwise than the plan has them; the plan may not have them at all. */
  let tried = new Map<string, Shift | null>()
  const intervals = new Map(first.shifts.map((shift) => [shift.id, intervalsOfShift(shift, first.kind, clock)]))
  const session: PredictionSession = predictor.startSession([
    ...staff.expected([...intervals.values()].flat()),
    ...staff.hires,
  ])
  let latest: Prediction = { week: session.current(), intervals: [...intervals.values()].flat(), isPreview: false }

  /** Puts shifts in the place of those that were predicted; null: there is none with this id. */
  const predict = (changes: Iterable<readonly [string, Shift | null]>, isPreview: boolean): Prediction => {
    let { week } = latest
    let hasChanged = false
    for (const [id, shift] of changes) {
      if ((predicted.get(id) ?? null) === shift) continue
      const own = shift === null ? [] : intervalsOfShift(shift, plan.kind, clock)
      if (shift === null) {
        predicted.delete(id)
        intervals.delete(id)
      } else {
        predicted.set(id, shift)
        intervals.set(id, own)
      }
      week = session.replaceShift(id, staff.expected(own))
      hasChanged = true
    }
    if (hasChanged) latest = { week, intervals: [...intervals.values()].flat(), isPreview }
    else if (latest.isPreview !== isPreview) latest = { ...latest, isPreview }
    return latest
  }
  return {
    follow(next) {
      plan = next
      tried = new Map()
      const wanted = byId(next.shifts)
      const gone = [...predicted.keys()].filter((id) => !wanted.has(id)).map((id) => [id, null] as const)
      return predict([...gone, ...wanted], false)
    },
    preview(shifts) {
      // Of a plan of hundreds of shifts only those are looked at that are moved, or were a moment ago.
      const before = tried
      tried = new Map()
      const changes = new Map<string, Shift | null>(before)
      for (const shift of shifts) {
        tried.set(shift.id, before.has(shift.id) ? before.get(shift.id)! : (predicted.get(shift.id) ?? null))
        changes.set(shift.id, shift)
      }
      return predict(changes, true)
    },
  }
}

function byId(shifts: readonly Shift[]): Map<string, Shift> {
  return new Map(shifts.map((shift) => [shift.id, shift]))
}

function intervalsOfShift(shift: Shift, kind: PlanKind, clock: WeekClock): readonly PlannedInterval[] {
  return intervalsOnClock({ name: '', timeZone: clock.timeZone, poolId: null, kind, shifts: [shift] }, clock)
}

import type { NewId } from '../edits/make-step.ts'
import type { Plan, Shift } from '../plan.ts'
import type { PlanStep } from '../step.ts'
import { contentOf, shiftContent } from './pattern.ts'
import { rotationDays } from './rotation.ts'

/** A shift before and after a step; null: it was not there, or is gone. */
interface Change {
  readonly before: Shift | null
  readonly after: Shift | null
}

/**
 * An edit of one week of a rotation, done on the same day of every cycle too. A date is left as it is where an agent whom the edit is about
 * has other shifts there: it is an exception, or was edited by itself. An edit of several cycles is done on each other date once.
 */
export function spreadStep(plan: Plan, step: PlanStep, newId: NewId): PlanStep {
  const { rotation } = plan
  if (rotation === undefined || (step.removed.length === 0 && step.added.length === 0)) return step
  const { firstDay, endDay, cycleDays } = rotationDays(rotation)
  const changes = changesOf(step)
  const touched = new Set(changes.flatMap(placesOf))
  const shiftsAt = placesNear(plan, changes, cycleDays)
  const removed = [...step.removed]
  const added = [...step.added]
  const isWithin = (day: number): boolean => day >= firstDay && day < endDay
  /** From how many days away a date gets its change: an edit of several cycles comes to it from each of them. */
  const takenFrom = new Map<string, number>()
  for (let cycle = 1 - rotation.cycles; cycle < rotation.cycles; cycle++) {
    const later = cycle * cycleDays
    if (cycle === 0) continue
    const taken = new Set<string>()
    for (const { before, after } of changes) {
      const shift = before ?? after!
      if (!isWithin(shift.day) || !isWithin(shift.day + later)) continue
      const places = placesOf({ before, after })
      const isSame = places.every((place) => {
        const there = moved(place, later)
        return (
          !touched.has(there) &&
          (takenFrom.get(there) ?? later) === later &&
          contentOf(shiftsAt.get(there) ?? []) === contentOf(shiftsAt.get(place) ?? [])
        )
      })
      if (!isSame) continue
      for (const place of places) takenFrom.set(moved(place, later), later)
      const counterpart =
        before === null
          ? null
          : (shiftsAt.get(moved(placeOf(before), later)) ?? []).find(
              (one) => !taken.has(one.id) && shiftContent(one) === shiftContent(before),
            )!
      if (counterpart !== null) {
        taken.add(counterpart.id)
        removed.push(counterpart)
      }
      if (after !== null) added.push({ ...after, day: after.day + later, id: counterpart?.id ?? newId() })
    }
  }
  return { ...step, removed, added }
}

function changesOf({ removed, added }: PlanStep): readonly Change[] {
  const after = new Map(added.map((shift) => [shift.id, shift]))
  const changed = removed.map((before) => ({ before, after: after.get(before.id) ?? null }))
  const gone = new Set(removed.map(({ id }) => id))
  return [...changed, ...added.filter(({ id }) => !gone.has(id)).map((shift) => ({ before: null, after: shift }))]
}

function placesOf({ before, after }: Change): readonly string[] {
  return [before, after].flatMap((shift) => (shift === null ? [] : placeOf(shift)))
}

/** An agent on a day; unassigned shifts are a row of their own. */
function placeOf({ day, agentId }: Pick<Shift, 'day' | 'agentId'>): string {
  return `${day} ${agentId === null ? 'open' : `agent ${agentId}`}`
}

function moved(place: string, days: number): string {
  const space = place.indexOf(' ')
  return `${Number(place.slice(0, space)) + days}${place.slice(space)}`
}

/** The shifts of the plan on the days of the cycle that changes are about, by place. */
function placesNear(plan: Plan, changes: readonly Change[], cycleDays: number): ReadonlyMap<string, readonly Shift[]> {
  const dayIn = (day: number): number => ((day % cycleDays) + cycleDays) % cycleDays
  const days = new Set(
    changes.flatMap(({ before, after }) =>
      [before, after].flatMap((shift) => (shift === null ? [] : dayIn(shift.day))),
    ),
  )
  return Map.groupBy(
    plan.shifts.filter(({ day }) => days.has(dayIn(day))),
    placeOf,
  )
}

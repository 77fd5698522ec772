import type { Interval } from '../../shared/foundation/interval.ts'
import { DAY_MS } from '../../shared/foundation/minutes.ts'
import { formatLocalDate } from '../../shared/time/local.ts'
import { floorSlot } from '../../shared/time/slots.ts'
import { hasKeptFigures, type DayNeed } from './plan-needs.ts'
import { totalsOf, type DayMerge, type MergedDay, type Totals } from './merge-day.ts'
import type { SyncedDay } from './cache.ts'
import type { ChangedDay } from './options.ts'

/** Collects days of which the source says something else than before. */
export class ChangedDays {
  readonly #days = new Map<number, ChangedDay>()

  /** Notes a day that was pulled again if its figures changed; growth at its end is no change. */
  note(pull: {
    readonly need: DayNeed
    readonly before: SyncedDay
    readonly merge: DayMerge
    readonly merged: MergedDay
  }): void {
    const { need, before } = pull
    if (need.kind === 'tail' || need.kind === 'missing' || need.kind === 'set-back') return
    const change =
      before.syncedThrough >= (need.day + 1) * DAY_MS ? wholeDayChange(before, pull.merged) : growingDayChange(pull)
    if (change === null) return
    const earlier = this.#days.get(need.day)
    this.#days.set(need.day, { date: formatLocalDate(need.day), ...change, before: earlier?.before ?? change.before })
  }

  list(): readonly ChangedDay[] {
    return [...this.#days.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1))
  }
}

type Change = Omit<ChangedDay, 'date'>

/** What the cache keeps was reported when the source lost it, so only what is new is a change. */
function wholeDayChange(before: SyncedDay, merged: MergedDay): Change | null {
  const cacheBefore = { visitors: before.visitors, covered: before.covered }
  const sourceBefore = { visitors: before.sourceVisitors, covered: before.sourceCovered }
  if (sameTotals(sourceBefore, merged.source) && sameTotals(cacheBefore, merged.cache)) return null
  return { before: cacheBefore, after: merged.source, kept: !sameTotals(merged.cache, merged.source) }
}

/** Of a day that is not over, only what was already known can have changed. */
function growingDayChange(pull: {
  readonly need: DayNeed
  readonly before: SyncedDay
  readonly merge: DayMerge
  readonly merged: MergedDay
}): Change | null {
  const { need, before, merge, merged } = pull
  if (merge.cached === null || hasKeptFigures(before)) return null
  const known: Interval = { start: need.start, end: floorSlot(before.syncedThrough) }
  if (known.start >= known.end) return null
  const cacheBefore = totalsOf(merge.cached, known)
  const parts = merge.fetched.map((batch) => totalsOf(batch, known))
  const after = parts.reduce(
    (sum, part) => ({ visitors: sum.visitors + part.visitors, covered: sum.covered + part.covered }),
    { visitors: 0, covered: 0 },
  )
  if (sameTotals(cacheBefore, after)) return null
  return { before: cacheBefore, after, kept: !sameTotals(totalsOf(merged.batch, known), after) }
}

function sameTotals(a: Totals, b: Totals): boolean {
  return a.visitors === b.visitors && a.covered === b.covered
}

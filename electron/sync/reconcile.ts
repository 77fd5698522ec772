import { DAY_MS } from '../../shared/foundation/minutes.ts'
import { differsFromSource } from './day-checks.ts'
import { isTimeout } from './fetch-window.ts'
import { hasKeptFigures, wholeDay, type DayNeed } from './plan-needs.ts'
import { isOfThisSource, type RunContext } from './run-context.ts'
import type { SyncOptions } from './options.ts'
import type { SourceDayCheck } from './source.ts'

const MOST_DAYS_A_CHECK = 28

/** Whether a run compares the cache with the source. A first sync just read everything. */
export function isReconcileDue(
  reconcile: SyncOptions['reconcile'],
  clocks: { readonly last: number | null; readonly now: number; readonly isFirst: boolean },
): boolean {
  switch (reconcile) {
    case 'always':
      return true
    case 'never':
      return false
    case 'daily':
      if (clocks.isFirst) return false
      return clocks.last === null || clocks.last > clocks.now || clocks.now - clocks.last >= DAY_MS
  }
}

/** Finds the known days of which the source says something else now. */
export async function findDifferences(context: RunContext): Promise<readonly DayNeed[]> {
  const needs: DayNeed[] = []
  for (const days of consecutive(comparableDays(context))) {
    const checks = await dayChecks(context, days)
    for (const day of days) {
      if (isDifferent(context, day, checks.get(day))) needs.push({ ...wholeDay(day, context.now), kind: 'differs' })
    }
  }
  return needs
}

/** Days known as far as the source will be asked about them. */
function comparableDays(context: RunContext): readonly number[] {
  return [...context.cache.days.values()]
    .filter(
      (record) => isOfThisSource(context, record) && record.syncedThrough >= wholeDay(record.day, context.now).end,
    )
    .map(({ day }) => day)
    .toSorted((a, b) => a - b)
}

function isDifferent(context: RunContext, day: number, check: SourceDayCheck | undefined): boolean {
  const { cache, now, options } = context
  const record = cache.days.get(day)!
  // What was kept was reported before; it is given up only now.
  if (options.takeSource && hasKeptFigures(record)) return true
  return differsFromSource(check, {
    record,
    sessions: cache.sessionsOverlapping(day * DAY_MS, (day + 1) * DAY_MS),
    isAgentGone: context.isAgentGone,
    now,
  })
}

/** Groups of days without a hole, none longer than one question should be. */
function consecutive(days: readonly number[]): readonly (readonly number[])[] {
  const groups: number[][] = []
  for (const day of days) {
    const group = groups.at(-1)
    if (group !== undefined && group.at(-1) === day - 1 && group.length < MOST_DAYS_A_CHECK) group.push(day)
    else groups.push([day])
  }
  return groups
}

async function dayChecks(context: RunContext, days: readonly number[]): Promise<ReadonlyMap<number, SourceDayCheck>> {
  context.signal.throwIfAborted()
  const { organizationId, now, signal, source } = context
  try {
    const checks = await source.dayChecks({ organizationId, fromDay: days[0]!, toDay: days.at(-1)!, now }, signal)
    return new Map(checks.map((check) => [check.day, check]))
  } catch (thrown) {
    if (!isTimeout(thrown) || days.length === 1) throw thrown
    const half = days.length >> 1
    return new Map([
      ...(await dayChecks(context, days.slice(0, half))),
      ...(await dayChecks(context, days.slice(half))),
    ])
  }
}

import { daysBetween } from '../time/local.ts'
import { noteText, type HandedShift } from './handed-shift.ts'

/** A shift that somebody keeps, at other times, with other breaks or another note. */
export interface MovedShift {
  readonly before: HandedShift
  readonly after: HandedShift
}

/** What is different for one person, each list by start. */
export interface PersonChanges {
  readonly agentId: string
  readonly added: readonly HandedShift[]
  readonly removed: readonly HandedShift[]
  readonly moved: readonly MovedShift[]
}

/**
 * What changes for each person from one roster to another, by agent id; who keeps every shift as it is, is left out. A shift is the same one
 * by its key, on its date or in its week, else by the person and the date alone: rosters that are imported anew have new keys. Weeks are
 * counted from `firstDate`.
 */
export function rosterChanges(
  before: readonly HandedShift[],
  after: readonly HandedShift[],
  { firstDate }: { readonly firstDate: string },
): readonly PersonChanges[] {
  const weekOf = ({ key, date }: HandedShift): string => `${key} ${Math.floor(daysBetween(firstDate, date) / 7)}`
  const [old, now] = [byAgent(before), byAgent(after)]
  return [...new Set([...old.keys(), ...now.keys()])]
    .toSorted()
    .map((agentId) => ({ agentId, ...changesOf(old.get(agentId) ?? [], now.get(agentId) ?? [], weekOf) }))
    .filter(({ added, removed, moved }) => added.length + removed.length + moved.length > 0)
}

function byAgent(shifts: readonly HandedShift[]): ReadonlyMap<string, readonly HandedShift[]> {
  return Map.groupBy(
    shifts.filter(({ agentId }) => agentId !== null),
    ({ agentId }) => agentId!,
  )
}

function changesOf(
  before: readonly HandedShift[],
  after: readonly HandedShift[],
  weekOf: (shift: HandedShift) => string,
): Omit<PersonChanges, 'agentId'> {
  const gone = new Set(before)
  const come = new Set(after)
  const moved: MovedShift[] = []
  const pair = (keyOf: (shift: HandedShift) => string, take: (pair: MovedShift) => void): void => {
    const waiting = Map.groupBy(gone, keyOf)
    for (const shift of come) {
      const found = nearest(waiting.get(keyOf(shift)) ?? [], shift)
      if (found === undefined) continue
      waiting.set(
        keyOf(shift),
        waiting.get(keyOf(shift))!.filter((one) => one !== found),
      )
      gone.delete(found)
      come.delete(shift)
      take({ before: found, after: shift })
    }
  }
  pair(contentOf, () => undefined)
  for (const keyOf of [keyOnDate, weekOf, keyAlone(gone, come), ({ date }: HandedShift) => date])
    pair(keyOf, (one) => void moved.push(one))
  return {
    added: [...come].toSorted(byStart),
    removed: [...gone].toSorted(byStart),
    moved: moved.toSorted((one, other) => byStart(one.after, other.after)),
  }
}

/** What whoever works a shift has to know of it. */
function contentOf({ start, end, breaks, note }: HandedShift): string {
  return JSON.stringify([start, end, breaks.map((one) => [one.start, one.end]), noteText({ note })])
}

function keyOnDate({ key, date }: HandedShift): string {
  return `${key} ${date}`
}

/** By the key where it is there once before and once after; of a pattern it is there every week, and says nothing. */
function keyAlone(...rosters: readonly Iterable<HandedShift>[]): (shift: HandedShift) => string {
  const often = new Set<string>()
  for (const roster of rosters) {
    const seen = new Set<string>()
    for (const { key } of roster) if (seen.size === seen.add(key).size) often.add(key)
  }
  return (shift) => (often.has(shift.key) ? contentOf(shift) : shift.key)
}

function nearest(shifts: readonly HandedShift[], to: HandedShift): HandedShift | undefined {
  return shifts.toSorted((one, other) => Math.abs(one.start - to.start) - Math.abs(other.start - to.start))[0]
}

function byStart(one: HandedShift, other: HandedShift): number {
  return one.start - other.start || one.end - other.end
}

import type { StoredTimeOff } from '../../store/time-off-store.ts'

/** What of time off is not there yet, each once: the same agent, kind, dates and times are the same time off. */
export function newTimeOff(
  entries: readonly StoredTimeOff[],
  before: readonly StoredTimeOff[],
): readonly StoredTimeOff[] {
  const known = new Set(before.map(keyOf))
  const fresh = entries.filter((entry) => !known.has(keyOf(entry)))
  return [...new Map(fresh.map((entry) => [keyOf(entry), entry])).values()]
}

function keyOf({ agentId, kind, from, to, part }: StoredTimeOff): string {
  return JSON.stringify([agentId, kind, from, to, part?.startMinute ?? null, part?.endMinute ?? null])
}

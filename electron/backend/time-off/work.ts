import type { StoredTimeOff } from '../../store/time-off-store.ts'
import type { WorkStore } from '../../store/work-store.ts'

/** What the work thread does with time off. */
export function timeOffFunctions(storeOf: (id: string) => WorkStore) {
  return {
    /** By first date, then agent. */
    listTimeOff: (id: string): readonly StoredTimeOff[] => storeOf(id).timeOff.list(),
    /** Each in the place of the one with its id. */
    saveTimeOff: (id: string, entries: readonly StoredTimeOff[]): void => storeOf(id).timeOff.save(...entries),
    /** How many of them were there. */
    removeTimeOff: (id: string, ids: readonly string[]): number => storeOf(id).timeOff.remove(...ids),
  }
}

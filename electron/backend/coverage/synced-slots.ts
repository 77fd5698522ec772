import type { SlotRange } from '../../../shared/coverage/index.ts'
import { SLOTS_PER_DAY } from '../../../shared/time/slots.ts'
import type { CacheSnapshot } from '../../store/traffic-reader.ts'

/** From the first to the last synced day that is loaded: agents are online, and counted, also where nobody came. */
export function syncedSlots({ syncedDays, firstDay }: CacheSnapshot): SlotRange {
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  for (const day of syncedDays.keys()) {
    if (day < firstDay) continue
    first = Math.min(first, day)
    last = Math.max(last, day)
  }
  return last < first
    ? { firstSlot: 0, length: 0 }
    : { firstSlot: first * SLOTS_PER_DAY, length: (last - first + 1) * SLOTS_PER_DAY }
}

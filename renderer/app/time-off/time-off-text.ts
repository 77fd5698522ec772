import type { TimeOff } from '../../../shared/plan/rules/rule-types.ts'
import { formatWallTime } from '../../../shared/plan/wall-time.ts'
import type { Formatter } from '../../format/formatter.ts'

/** "Vacation, Dec 24 – Dec 31: family", of a day's part with its hours. */
export function timeOffText({ kind, from, to, part, note }: Omit<TimeOff, 'id'>, format: Formatter): string {
  const t = format.texts.timeOff
  const about = { kind: t.kinds[kind], dates: from === to ? format.date(from) : format.dateRange(from, to) }
  const entry =
    part === null
      ? t.entry(about)
      : t.entryOfDay({
          ...about,
          start: formatWallTime(part.startMinute),
          end: formatWallTime(part.endMinute),
        })
  return note === '' ? entry : t.entryWithNote({ entry, note })
}

import type { HandedShift } from '../../shared/handout/handed-shift.ts'
import { wallTimeAt } from '../../shared/time/wall-times.ts'

/** A shift that is handed out in one line, on the clock of a zone: "03-23 09:00-17:00 (12:00) note". */
export function shiftText(zone: string): (shift: HandedShift) => string {
  return ({ date, start, end, breaks, note }) =>
    [
      date.slice(5),
      `${wallTimeAt(start, zone)}-${wallTimeAt(end, zone)}`,
      ...breaks.map((one) => `(${wallTimeAt(one.start, zone)})`),
      note,
    ]
      .filter((part) => part !== '')
      .join(' ')
}

import type { Formatter } from '../../../format/formatter.ts'

/** How long an agent is busy with a visitor, in the unit that says something: "38 s", "2.4 min". */
export function handleTimeText(minutes: number, format: Formatter): string {
  return minutes < 1
    ? format.texts.figures.seconds({ count: format.count(60 * minutes) })
    : format.texts.figures.minutes({ count: format.average(minutes) })
}

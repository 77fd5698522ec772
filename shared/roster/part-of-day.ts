import { HOUR_MINUTES } from '../foundation/minutes.ts'
import { absenceOf, absenceQualified, absenceWithin, plain } from './words.ts'

/** Shorter than a working day. */
const SHORT_MINUTES = 6 * HOUR_MINUTES

const HALF_DAY =
  /\b(?:half|1 2|0 5|halb(?:e|er|en)?|demie?|media|medio|mezza|halve|halv) (?:a )?(?:day|days|tag|tage|tags|urlaubstag|journee|jour|jornada|dia|giornata|dag)\b|\bhalbtags\b|\bhalfday\b|\bpart(?:ial)? day\b/u
const IN_PART =
  /^half\b(?! term)|\bhalf$|\b(?:morning|afternoon|vormittags?|nachmittags?|matin|apres midi|mattina|pomeriggio|ochtend)\b|\b(?:am|pm)$/u
/** "½ Urlaub", "U 0,5", "1/2 PTO". */
const MARK = /^(?:½|1[/⁄]2|0[.,]5)(?![\d.,])\s*|\s*(?<![\d.,])(?:½|1[/⁄]2|0[.,]5)$/u

/** Whether a text has half a day in it. */
export function saysHalfDay(text: string): boolean {
  return text !== '' && HALF_DAY.test(plain(text))
}

/** Whether the name of an absence says that it is a part of a day: "Vacation (AM)". */
export function saysPartOfDay(text: string): boolean {
  return saysHalfDay(text) || IN_PART.test(plain(text)) || MARK.test(text.trim())
}

/** Whether a text names an absence for a part of a day, and not which part. */
export function isAbsentInPart(text: string): boolean {
  if (!saysPartOfDay(text)) return false
  if (absenceWithin(text) !== null || absenceQualified(text) !== null) return true
  const whole = text.trim().replace(MARK, '')
  return whole !== text.trim() && absenceOf(whole) !== null
}

/** Whether an absence of so many minutes is for a part of a day. */
export function isPartOfDay(minutes: number): boolean {
  return minutes > 0 && minutes < SHORT_MINUTES
}

import { markOn, simpleMark } from '../../../shared/predict/forecast/mark-days.ts'
import type { Mark } from './forecast-types.ts'

/** A mark as it is being written. */
export interface MarkDraft extends Omit<Mark, 'date'> {
  /** Local date; null: not wholly written. */
  readonly date: string | null
  /** The date of the mark that is being changed; null: a new one. */
  readonly editing: string | null
}

/** What a click on a day opens: the mark of which it is a day, or a new one for it. */
export function markDraft(date: string, marks: readonly Mark[], today: string): MarkDraft {
  const mark = markOn(date, marks, today)
  return mark === undefined ? newDraft(date) : { ...mark, editing: mark.date }
}

/** A new mark, of a date at first. */
export function newDraft(date: string): MarkDraft {
  return { ...simpleMark(date, 'holiday'), editing: null }
}

import type { Mark, MarkKind } from './forecast-types.ts'

/** A mark as it is being written. */
export interface MarkDraft {
  /** Local date; null: not wholly written. */
  readonly date: string | null
  readonly kind: MarkKind
  readonly note: string
  /** The date of the mark that is being changed; null: a new one. */
  readonly editing: string | null
}

/** What a click on a day opens: its mark, or a new one for it. */
export function markDraft(date: string, marks: readonly Mark[]): MarkDraft {
  const mark = marks.find((one) => one.date === date)
  return mark === undefined ? { date, kind: 'holiday', note: '', editing: null } : { ...mark, editing: date }
}

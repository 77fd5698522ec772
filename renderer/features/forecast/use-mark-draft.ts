import { useCallback, useState } from 'react'
import type { Mark } from './forecast-types.ts'
import { markDraft, newDraft, type MarkDraft } from './mark-draft.ts'

interface MarkDrafting {
  /** The mark that is being written; null: none. */
  readonly draft: MarkDraft | null
  readonly setDraft: (draft: MarkDraft | null) => void
  /** Begins a new one, today's at first. */
  readonly markToday: () => void
  /** Begins one for a day, or changes the day's. */
  readonly markDay: (date: string) => void
}

export function useMarkDraft(marks: readonly Mark[], today: string): MarkDrafting {
  const [draft, setDraft] = useState<MarkDraft | null>(null)
  const markToday = useCallback(() => setDraft(newDraft(today)), [today])
  const markDay = useCallback((date: string) => setDraft(markDraft(date, marks, today)), [marks, today])
  return { draft, setDraft, markToday, markDay }
}

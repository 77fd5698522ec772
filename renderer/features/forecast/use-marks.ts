import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '../../rpc.ts'
import type { Mark, MarkSuggestion } from './forecast-types.ts'

// The same each time, so that nothing is drawn anew for them.
const NO_MARKS: readonly Mark[] = []
const NO_SUGGESTIONS: readonly MarkSuggestion[] = []
const NO_DATES: readonly string[] = []

export interface Marks {
  readonly marks: readonly Mark[]
  readonly suggestions: readonly MarkSuggestion[]
  /** Dates whose suggestion was refused. */
  readonly refused: readonly string[]
  readonly isPending: boolean
  /** What went wrong, with reading them or with the last change. */
  readonly error: unknown
  readonly save: (mark: Mark, onSaved: () => void) => void
  readonly remove: (date: string, onRemoved: () => void) => void
  readonly refuse: (date: string) => void
  readonly unrefuse: (date: string) => void
}

/** The marked days of a workspace, and those that might be. Every change is followed by new forecasts. */
export function useMarks(workspaceId: string): Marks {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const list = useQuery(trpc.marks.list.queryOptions({ workspaceId }))
  const suggest = useQuery(trpc.marks.suggest.queryOptions({ workspaceId }, { staleTime: Number.POSITIVE_INFINITY }))
  const refused = useQuery(trpc.marks.refused.queryOptions({ workspaceId }))
  const onSuccess = async (): Promise<void> => {
    const changed = [trpc.marks.pathKey(), trpc.forecast.pathKey(), trpc.prediction.pathKey()]
    await Promise.all(changed.map((queryKey) => queries.invalidateQueries({ queryKey })))
  }
  const save = useMutation(trpc.marks.save.mutationOptions({ onSuccess }))
  const remove = useMutation(trpc.marks.remove.mutationOptions({ onSuccess }))
  const refuse = useMutation(trpc.marks.refuse.mutationOptions({ onSuccess }))
  const unrefuse = useMutation(trpc.marks.unrefuse.mutationOptions({ onSuccess }))
  const changes = [save, remove, refuse, unrefuse]
  return {
    marks: list.data ?? NO_MARKS,
    suggestions: suggest.data ?? NO_SUGGESTIONS,
    refused: refused.data ?? NO_DATES,
    isPending: changes.some((change) => change.isPending),
    error: changes.find(({ error }) => error !== null)?.error ?? list.error,
    save: (mark, onSaved) => save.mutate({ workspaceId, ...mark }, { onSuccess: onSaved }),
    remove: (date, onRemoved) => remove.mutate({ workspaceId, date }, { onSuccess: onRemoved }),
    refuse: (date) => refuse.mutate({ workspaceId, date }),
    unrefuse: (date) => unrefuse.mutate({ workspaceId, date }),
  }
}

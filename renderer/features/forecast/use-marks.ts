import { useMutation, useQuery } from '@tanstack/react-query'
import { useTRPC } from '../../app/rpc/client.ts'
import type { Mark, MarkOutcome, MarkSuggestion } from './forecast-types.ts'
import { useInvalidate } from '../../app/rpc/what-changes-what.ts'

// The same each time, so that nothing is drawn anew for them.
const NO_MARKS: readonly Mark[] = []
const NO_SUGGESTIONS: readonly MarkSuggestion[] = []
const NO_DATES: readonly string[] = []

export interface Marks {
  readonly marks: readonly Mark[]
  /** What came of events that are over, by the date of their mark. */
  readonly outcomes: ReadonlyMap<string, MarkOutcome>
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
  const invalidate = useInvalidate()
  const list = useQuery(trpc.marks.list.queryOptions({ workspaceId }))
  const outcomes = useQuery(trpc.marks.outcomes.queryOptions({ workspaceId }, { staleTime: Number.POSITIVE_INFINITY }))
  const suggest = useQuery(trpc.marks.suggest.queryOptions({ workspaceId }, { staleTime: Number.POSITIVE_INFINITY }))
  const refused = useQuery(trpc.marks.refused.queryOptions({ workspaceId }))
  // Nobody waits for these: what is shown meanwhile says that it is computed anew.
  const onChosen = (): void => void invalidate('suggestions')
  const onSuccess = (): void => void invalidate('marks')
  const save = useMutation(trpc.marks.save.mutationOptions({ onSuccess }))
  const remove = useMutation(trpc.marks.remove.mutationOptions({ onSuccess }))
  const refuse = useMutation(trpc.marks.refuse.mutationOptions({ onSuccess: onChosen }))
  const unrefuse = useMutation(trpc.marks.unrefuse.mutationOptions({ onSuccess: onChosen }))
  const changes = [save, remove, refuse, unrefuse]
  const last = changes.toSorted((a, b) => b.submittedAt - a.submittedAt)[0]!
  return {
    marks: list.data ?? NO_MARKS,
    outcomes: new Map((outcomes.data ?? []).map((outcome) => [outcome.date, outcome])),
    suggestions: suggest.data ?? NO_SUGGESTIONS,
    refused: refused.data ?? NO_DATES,
    isPending: changes.some((change) => change.isPending),
    error: last.error ?? list.error,
    save: (mark, onSaved) => void save.mutateAsync({ workspaceId, ...mark }).then(onSaved, keptByMutation),
    remove: (date, onRemoved) => void remove.mutateAsync({ workspaceId, date }).then(onRemoved, keptByMutation),
    refuse: (date) => refuse.mutate({ workspaceId, date }),
    unrefuse: (date) => unrefuse.mutate({ workspaceId, date }),
  }
}

/** The mutation itself keeps what went wrong. */
function keptByMutation(): void {}

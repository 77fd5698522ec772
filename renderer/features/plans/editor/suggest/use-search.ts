import { useEffect, useState, useSyncExternalStore } from 'react'
import { reportOf } from '../../../../app/errors/error-report.ts'
import { useTRPCClient } from '../../../../app/rpc/client.ts'
import { useWorkspace } from '../../../../app/workspace/workspace-context.tsx'
import type { AnswerBasis } from './answer-figures.ts'
import { createSearch, type Search, type SearchState } from './search.ts'

/** A search of this component: it ends when the component goes. */
export function useSearch(): readonly [SearchState<AnswerBasis>, Search<AnswerBasis>] {
  const client = useTRPCClient()
  const { workspaceId } = useWorkspace()
  const [search] = useState(() =>
    createSearch<AnswerBasis>({
      start: (request) => client.suggest.start.mutate(request),
      cancel: (jobId) => client.suggest.cancel.mutate({ workspaceId, jobId }),
      state: () => client.suggest.state.query({ workspaceId }),
      watch(onJob, onEnd) {
        const subscription = client.suggest.watch.subscribe(
          { workspaceId },
          { onData: ({ data }) => onJob(data), onError: onEnd, onComplete: onEnd },
        )
        return () => subscription.unsubscribe()
      },
      reportOf,
      wait(milliseconds, run) {
        const timer = setTimeout(run, milliseconds)
        return () => clearTimeout(timer)
      },
    }),
  )
  useEffect(() => () => search.close(), [search])
  return [useSyncExternalStore(search.subscribe, search.getState), search]
}

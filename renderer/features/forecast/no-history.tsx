import type { ReactNode } from 'react'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ProgressLine } from '../../components/progress-line.tsx'
import { useFormat } from '../../format/format-context.tsx'
import { progressWords } from '../../workspace/sync-words.ts'
import { useWorkspace } from '../../workspace/workspace-context.tsx'

/** Stands where there is nothing to forecast from: why, and what helps. */
export function NoHistory(): ReactNode {
  const format = useFormat()
  const { overview, sync } = useWorkspace()
  const { job } = sync
  if (job?.state === 'running') {
    const { text, detail, share } = progressWords(job, format)
    return (
      <EmptyState title="History is on its way">
        <p>The forecast comes as soon as this sync is done.</p>
        <div className="forecast-progress">
          <ProgressLine label={text} share={share} />
          <p>{detail ?? text}</p>
        </div>
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title="No history to forecast from"
      actions={
        <Button kind="primary" onPress={() => sync.start()} isDisabled={sync.isStarting}>
          Sync now
        </Button>
      }
    >
      <p>{overview?.now === null ? 'Nothing was brought from the source yet.' : 'No whole day of the last 26 weeks is known yet. A forecast needs at least one, and gets good from four weeks on.'}</p>
    </EmptyState>
  )
}

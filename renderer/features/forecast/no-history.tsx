import type { ReactNode } from 'react'
import { Button } from '../../kit/button.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ProgressLine } from '../../kit/progress-line.tsx'
import { useFormat } from '../../format/format-context.tsx'
import { progressText } from '../../app/sync/sync-text.ts'
import { useWorkspace } from '../../app/workspace/workspace-context.tsx'

/** Shown where there is nothing to forecast from: why, and what helps. */
export function NoHistory(): ReactNode {
  const format = useFormat()
  const t = format.texts.forecast
  const { overview, sync } = useWorkspace()
  const { job } = sync
  if (job?.state === 'running') {
    const { text, whole, share } = progressText(job, format)
    return (
      <EmptyState title={t.syncingTitle}>
        <p>{t.syncing}</p>
        <div className="forecast-progress">
          <ProgressLine label={text} share={share} />
          <p>{whole}</p>
        </div>
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title={t.noHistoryTitle}
      actions={
        <Button kind="primary" onPress={() => sync.start()} isDisabled={sync.isStarting}>
          {format.texts.app.syncNow}
        </Button>
      }
    >
      <p>{overview?.now === null ? t.notSynced : t.noWholeDay}</p>
    </EmptyState>
  )
}

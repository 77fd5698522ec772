import type { ReactNode } from 'react'
import { Button } from '../../kit/button.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { useTexts } from '../../format/format-context.tsx'
import { useWorkspace } from '../../app/workspace/workspace-context.tsx'

/** Where nothing is known of the past yet, nothing can be predicted. */
export function NotSynced({ onBack }: { readonly onBack: () => void }): ReactNode {
  const { sync } = useWorkspace()
  const t = useTexts('plan')
  const { syncNow } = useTexts('app')
  const isRunning = sync.job?.state === 'running'
  return (
    <EmptyState
      title={t.noDataTitle}
      actions={
        <>
          {isRunning ? null : (
            <Button kind="primary" onPress={() => sync.start()}>
              {syncNow}
            </Button>
          )}
          <Button onPress={onBack}>{t.allPlans}</Button>
        </>
      }
    >
      <p>{isRunning ? t.firstSyncRuns : t.noData}</p>
    </EmptyState>
  )
}

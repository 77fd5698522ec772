import type { ReactNode } from 'react'
import { Button } from '../../kit/button.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { useWorkspace } from '../../app/workspace/workspace-context.tsx'

/** Where nothing is known of the past yet, nothing can be predicted. */
export function NotSynced({ onBack }: { readonly onBack: () => void }): ReactNode {
  const { sync } = useWorkspace()
  const isRunning = sync.job?.state === 'running'
  return (
    <EmptyState
      title="Nothing to go by yet"
      actions={
        <>
          {isRunning ? null : (
            <Button kind="primary" onPress={() => sync.start()}>
              Sync now
            </Button>
          )}
          <Button onPress={onBack}>All plans</Button>
        </>
      }
    >
      <p>
        {isRunning
          ? 'The first sync is still running. When it is done, the plan opens here by itself.'
          : 'What a plan would do is learned from past weeks, and none has been read yet.'}
      </p>
    </EmptyState>
  )
}

import type { ReactNode } from 'react'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { useFormat } from '../../format/format-context.tsx'
import { useRouting } from '../../routing/use-route.tsx'
import { useWorkspace } from '../../workspace/workspace-context.tsx'
import type { CompareList } from './compare-types.ts'

/** Stands where there is no week to compare: why, and what brings one. */
export function NoComparison({ list }: { readonly list: CompareList }): ReactNode {
  const format = useFormat()
  const { go } = useRouting()
  const { workspaceId, sync } = useWorkspace()
  const openPlans = (
    <Button kind="primary" onPress={() => go({ page: 'workspace', workspaceId, screen: 'plans', params: {} })}>
      Open plans
    </Button>
  )
  if (list.next !== null) {
    return (
      <EmptyState title={`“${list.next.planName}” begins on ${format.date(list.next.week, 'weekday')}`} actions={openPlans}>
        <p>What is predicted of it is kept. From its first day on, what happens shows here beside it, with every sync.</p>
      </EmptyState>
    )
  }
  if (list.notPredicted.length > 0) {
    return (
      <EmptyState
        title="No published week was predicted yet"
        actions={
          <Button kind="primary" onPress={() => sync.start()}>
            Sync now
          </Button>
        }
      >
        <p>“{list.notPredicted[0]!.planName}” is published, but there was not enough to predict its weeks from. The next sync tries again.</p>
      </EmptyState>
    )
  }
  return (
    <EmptyState title="Nothing is published yet" actions={openPlans}>
      <p>Publish a plan, and what is predicted of it is kept. When its first week begins, this screen shows predicted and actual side by side, and why they differ.</p>
    </EmptyState>
  )
}

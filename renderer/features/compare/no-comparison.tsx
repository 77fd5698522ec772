import type { ReactNode } from 'react'
import { Button } from '../../kit/button.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { useFormat } from '../../format/format-context.tsx'
import { useRouting } from '../../app/routing/use-route.tsx'
import { useWorkspace } from '../../app/workspace/workspace-context.tsx'
import type { Overview } from '../../app/workspace/workspace-types.ts'
import { ReplayButton } from './replay-button.tsx'
import type { CompareList } from './compare-types.ts'

interface NoComparisonProps {
  readonly list: CompareList
  readonly overview: Overview
}

/** Shown where there is no week to compare: why, and what to do. */
export function NoComparison({ list, overview }: NoComparisonProps): ReactNode {
  const format = useFormat()
  const t = format.texts.compare
  const { go } = useRouting()
  const { workspaceId, sync } = useWorkspace()
  const openPlans = (
    <>
      <Button kind="primary" onPress={() => go({ page: 'workspace', workspaceId, screen: 'plans', params: {} })}>
        {t.openPlans}
      </Button>
      <ReplayButton overview={overview} planId={list.next?.planId ?? null} />
    </>
  )
  if (list.next !== null) {
    return (
      <EmptyState
        title={t.startsTitle({ plan: list.next.planName, date: format.date(list.next.week, 'weekday') })}
        actions={openPlans}
      >
        <p>{t.starts}</p>
      </EmptyState>
    )
  }
  if (list.notPredicted.length > 0 && list.isPredicting) {
    return (
      <EmptyState title={t.predictingTitle({ plan: list.notPredicted[0]!.planName })}>
        <p>{t.predicting}</p>
      </EmptyState>
    )
  }
  if (list.notPredicted.length > 0) {
    return (
      <EmptyState
        title={t.notPredictedTitle}
        actions={
          <Button kind="primary" onPress={() => sync.start()}>
            {format.texts.app.syncNow}
          </Button>
        }
      >
        <p>{t.notPredicted({ plan: list.notPredicted[0]!.planName })}</p>
      </EmptyState>
    )
  }
  return (
    <EmptyState title={t.nothingTitle} actions={openPlans}>
      <p>{t.nothing}</p>
    </EmptyState>
  )
}

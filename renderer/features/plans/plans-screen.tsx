import type { ReactNode } from 'react'
import { WorkspaceFailure } from '../../app/workspace/workspace-failure.tsx'
import { useWorkspace } from '../../app/workspace/workspace-context.tsx'
import { Skeleton } from '../../kit/skeleton.tsx'
import { PlanScreen } from './editor/plan-screen.tsx'
import { PlanList } from './list/plan-list.tsx'
import { ScenariosScreen } from './scenarios/scenarios-screen.tsx'
import { useTexts } from '../../format/format-context.tsx'
import { usePlansView } from './use-plans-view.ts'
import './plans.css'

/** The plans there are, or the one that is open. */
export function PlansScreen(): ReactNode {
  const { overview, error, retry } = useWorkspace()
  const { view, change } = usePlansView()
  const t = useTexts('app')
  if (error !== null) return <WorkspaceFailure error={error} retry={retry} />
  if (overview === undefined) return <Skeleton label={t.openingWorkspace} heights={[48, 320]} />
  if (view.compared !== null) return <ScenariosScreen overview={overview} view={view} change={change} />
  if (view.planId === null)
    return (
      <PlanList
        overview={overview}
        planAt={view.planAt}
        isSuggesting={view.suggest !== null}
        onOpen={(planId) => change({ planId })}
        onCompare={(compared) => change({ compared })}
      />
    )
  return <PlanScreen key={view.planId} overview={overview} planId={view.planId} />
}

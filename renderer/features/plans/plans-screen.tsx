import { useMemo, type ReactNode } from 'react'
import { Skeleton } from '../../components/skeleton.tsx'
import { useRouting } from '../../routing/use-route.tsx'
import { WorkspaceFailure } from '../../workspace/workspace-failure.tsx'
import { useWorkspace } from '../../workspace/workspace-context.tsx'
import { PlanScreen } from './editor/plan-screen.tsx'
import { PlanList } from './list/plan-list.tsx'
import { formatPlansView, parsePlansView, type PlansView } from './plan-route.ts'
import { ScenariosScreen } from './scenarios/scenarios-screen.tsx'
import './plans.css'

/** The plans there are, or the one that is open. */
export function PlansScreen(): ReactNode {
  const { workspaceId, overview, error, retry } = useWorkspace()
  const { route, go } = useRouting()
  const params = route.page === 'workspace' && route.screen === 'plans' ? route.params : null
  const view = useMemo(() => parsePlansView(params ?? {}), [params])
  if (error !== null) return <WorkspaceFailure error={error} retry={retry} />
  if (overview === undefined) return <Skeleton words="Opening the workspace" heights={[48, 320]} />
  const change = (patch: Partial<PlansView>, how: 'push' | 'replace' = 'push'): void =>
    go({ page: 'workspace', workspaceId, screen: 'plans', params: formatPlansView({ ...view, ...patch }) }, how)
  if (view.compared !== null) return <ScenariosScreen overview={overview} view={view} change={change} />
  if (view.planId === null) return <PlanList overview={overview} planAt={view.planAt} onOpen={(planId) => change({ planId })} onCompare={(compared) => change({ compared })} />
  return <PlanScreen key={view.planId} overview={overview} view={view} planId={view.planId} change={change} />
}

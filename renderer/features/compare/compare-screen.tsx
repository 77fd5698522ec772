import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Button } from '../../components/button.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { HeaderTools } from '../../components/header-tools.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { reportOf } from '../../errors/error-report.ts'
import { useTRPC } from '../../rpc.ts'
import { WorkspaceFailure } from '../../workspace/workspace-failure.tsx'
import { useWorkspace } from '../../workspace/workspace-context.tsx'
import type { Overview } from '../../workspace/workspace-types.ts'
import { AdherencePanel } from './adherence-panel.tsx'
import { CompareCard } from './compare-card.tsx'
import { CompareChoices } from './compare-choices.tsx'
import type { CompareList, ComparedWeek } from './compare-types.ts'
import { chosenWeek, type CompareView } from './compare-view.ts'
import { ExportWeek } from './export-week.tsx'
import { NoComparison } from './no-comparison.tsx'
import { useCompareView } from './use-compare-view.ts'
import { WeekPanel } from './week-panel.tsx'
import { WhyPanel } from './why-panel.tsx'
import './compare.css'

const SKELETON = [128, 200, 480]

/** Did the plan work, and if not, why? */
export function CompareScreen(): ReactNode {
  const { overview, error, retry } = useWorkspace()
  if (error !== null) return <WorkspaceFailure error={error} retry={retry} />
  return (
    <>
      <h1 className="visually-hidden">Compare</h1>
      {overview === undefined ? <Skeleton words="Opening the workspace" heights={SKELETON} /> : <Weeks overview={overview} />}
    </>
  )
}

function Weeks({ overview }: { readonly overview: Overview }): ReactNode {
  const trpc = useTRPC()
  const { workspaceId } = useWorkspace()
  const { view, change } = useCompareView(workspaceId)
  const { data: list, error, refetch } = useQuery(trpc.compare.list.queryOptions({ workspaceId }))
  if (list === undefined) {
    return error === null ? (
      <Skeleton words="Holding what was predicted against what happened" heights={SKELETON} />
    ) : (
      <ErrorNotice report={reportOf(error)}>
        <Button onPress={() => void refetch()}>Try again</Button>
      </ErrorNotice>
    )
  }
  const chosen = chosenWeek(list, view)
  if (chosen === null) return <NoComparison list={list} />
  return (
    <>
      <HeaderTools>
        <CompareChoices list={list} chosen={chosen} change={change} />
        <ExportWeek workspaceId={workspaceId} publicationId={chosen.publicationId} week={chosen.week} />
      </HeaderTools>
      <Week key={`${chosen.publicationId} ${chosen.week}`} list={list} chosen={chosen} target={overview.settings.targetCoverage} view={view} change={change} />
    </>
  )
}

interface WeekProps {
  readonly list: CompareList
  readonly chosen: ComparedWeek
  readonly target: number
  readonly view: CompareView
  readonly change: (patch: Partial<CompareView>, how?: 'push' | 'replace') => void
}

function Week({ list, chosen, target, view, change }: WeekProps): ReactNode {
  const trpc = useTRPC()
  const { workspaceId } = useWorkspace()
  const { publicationId, week } = chosen
  const { data: detail, error, refetch } = useQuery(trpc.compare.week.queryOptions({ workspaceId, publicationId, week }, { placeholderData: keepPreviousData }))
  return (
    <div className="compare">
      <CompareCard week={chosen} list={list} />
      {error === null ? null : (
        <ErrorNotice report={reportOf(error)}>
          <Button onPress={() => void refetch()}>Try again</Button>
        </ErrorNotice>
      )}
      {detail === undefined ? (
        error === null ? <Skeleton words="Working out why" heights={[200, 480]} /> : null
      ) : (
        <>
          <WhyPanel detail={detail} scope={view.scope} onScope={(scope) => change({ scope }, 'replace')} />
          <WeekPanel detail={detail} workspaceId={workspaceId} target={target} view={view} change={change} />
          <AdherencePanel detail={detail} workspaceId={workspaceId} />
        </>
      )}
    </div>
  )
}

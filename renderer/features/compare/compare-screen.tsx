import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Button } from '../../kit/button.tsx'
import { ErrorNotice } from '../../kit/error-notice.tsx'
import { HeaderTools } from '../../kit/header-tools.tsx'
import { Skeleton } from '../../kit/skeleton.tsx'
import { reportOf } from '../../app/errors/error-report.ts'
import { describeNamedStarved } from '../../../shared/predict/assemble/starved/describe-starved.ts'
import { useFormat, useTexts } from '../../format/format-context.tsx'
import { useTRPC, WHILE_SHOWN } from '../../app/rpc/client.ts'
import { PoolNotes } from '../../app/pools/starved-pools.tsx'
import { WorkspaceFailure } from '../../app/workspace/workspace-failure.tsx'
import { useWorkspace } from '../../app/workspace/workspace-context.tsx'
import type { Overview } from '../../app/workspace/workspace-types.ts'
import { AdherencePanel } from './adherence-panel.tsx'
import { CompareCard } from './compare-card.tsx'
import { CompareChoices } from './compare-choices.tsx'
import type { CompareList, ComparedWeek } from './compare-types.ts'
import { chosenWeek, type CompareView } from './compare-view.ts'
import { ExportWeek } from './export-week.tsx'
import { NoComparison } from './no-comparison.tsx'
import { ReplayButton } from './replay-button.tsx'
import { useCompareView } from './use-compare-view.ts'
import { WeekPanel } from './week-panel.tsx'
import { WhyPanel } from './why-panel.tsx'
import './compare.css'

const SKELETON = [128, 200, 480]
/** How often the list is read again while a published week is being predicted. */
const PREDICTING_MS = 1000

/** Did the plan work, and if not, why? */
export function CompareScreen(): ReactNode {
  const { openingWorkspace } = useTexts('app')
  const { title } = useTexts('compare')
  const { overview, error, retry } = useWorkspace()
  if (error !== null) return <WorkspaceFailure error={error} retry={retry} />
  return (
    <>
      <h1 className="visually-hidden">{title}</h1>
      {overview === undefined ? (
        <Skeleton label={openingWorkspace} heights={SKELETON} />
      ) : (
        <Weeks overview={overview} />
      )}
    </>
  )
}

function Weeks({ overview }: { readonly overview: Overview }): ReactNode {
  const { loading } = useTexts('compare')
  const { tryAgain } = useTexts('app')
  const trpc = useTRPC()
  const { workspaceId } = useWorkspace()
  const { view, change } = useCompareView(workspaceId)
  const {
    data: list,
    error,
    refetch,
  } = useQuery(
    trpc.compare.list.queryOptions(
      { workspaceId },
      { ...WHILE_SHOWN, refetchInterval: ({ state }) => (state.data?.isPredicting ? PREDICTING_MS : false) },
    ),
  )
  if (list === undefined) {
    return error === null ? (
      <Skeleton label={loading} heights={SKELETON} />
    ) : (
      <ErrorNotice report={reportOf(error)}>
        <Button onPress={() => void refetch()}>{tryAgain}</Button>
      </ErrorNotice>
    )
  }
  const chosen = chosenWeek(list, view)
  if (chosen === null) return <NoComparison list={list} overview={overview} />
  return (
    <>
      <HeaderTools>
        <CompareChoices list={list} chosen={chosen} change={change} />
        <ReplayButton overview={overview} planId={chosen.planId} />
        <ExportWeek workspaceId={workspaceId} publicationId={chosen.publicationId} week={chosen.week} />
      </HeaderTools>
      <Week
        key={`${chosen.publicationId} ${chosen.week}`}
        list={list}
        chosen={chosen}
        target={overview.settings.targetCoverage}
        view={view}
        change={change}
      />
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
  const format = useFormat()
  const { loadingWhy } = format.texts.compare
  const { tryAgain } = useTexts('app')
  const trpc = useTRPC()
  const { workspaceId } = useWorkspace()
  const { publicationId, week } = chosen
  const {
    data: detail,
    error,
    refetch,
  } = useQuery(
    trpc.compare.week.queryOptions(
      { workspaceId, publicationId, week },
      { ...WHILE_SHOWN, placeholderData: keepPreviousData },
    ),
  )
  return (
    <div className="compare">
      <CompareCard week={chosen} list={list} />
      {error === null ? null : (
        <ErrorNotice report={reportOf(error)}>
          <Button onPress={() => void refetch()}>{tryAgain}</Button>
        </ErrorNotice>
      )}
      {detail === undefined ? (
        error === null ? (
          <Skeleton label={loadingWhy} heights={[200, 480]} />
        ) : null
      ) : (
        <>
          <PoolNotes texts={detail.starvedPools.map((pool) => describeNamedStarved(pool, format))} />
          <WhyPanel detail={detail} scope={view.scope} onScope={(scope) => change({ scope }, 'replace')} />
          <WeekPanel detail={detail} workspaceId={workspaceId} target={target} view={view} change={change} />
          <AdherencePanel detail={detail} workspaceId={workspaceId} />
        </>
      )}
    </div>
  )
}

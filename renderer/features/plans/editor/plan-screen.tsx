import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState, type ReactNode } from 'react'
import { createPlanPredictor } from '../../../../shared/predict/plan-prediction/plan-predictor.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorNotice } from '../../../components/error-notice.tsx'
import { Skeleton } from '../../../components/skeleton.tsx'
import { reportOf } from '../../../errors/error-report.ts'
import { useFormat } from '../../../format/format-context.tsx'
import { useClock } from '../../../format/use-clock.ts'
import { useTRPC } from '../../../rpc.ts'
import { useNewerRevision } from '../../../workspace/what-changes-what.ts'
import { useWorkspace } from '../../../workspace/workspace-context.tsx'
import type { Overview } from '../../../workspace/workspace-types.ts'
import { NotSynced } from '../not-synced.tsx'
import { nextWeek, weekOf, type PlansView } from '../plan-route.ts'
import type { PlanDocument } from '../plan-types.ts'
import { OpenPlan } from './open-plan.tsx'

interface PlanScreenProps {
  readonly overview: Overview
  readonly planId: string
  readonly view: PlansView
  readonly change: (patch: Partial<PlansView>, how?: 'push' | 'replace') => void
}

/** Opens a plan, and reads what a prediction of its week needs. */
export function PlanScreen({ overview, planId, view, change }: PlanScreenProps): ReactNode {
  const trpc = useTRPC()
  const { workspaceId } = useWorkspace()
  // Read anew each time it is opened: another window may have changed it.
  const { data: document, error, refetch } = useQuery(trpc.plans.get.queryOptions({ workspaceId, planId }, { staleTime: Number.POSITIVE_INFINITY, gcTime: 0 }))
  if (error !== null && document === undefined) {
    const report = reportOf(error)
    return (
      <ErrorNotice report={report}>
        {report.code === 'not-found' ? <Button onPress={() => change({ planId: null }, 'replace')}>All plans</Button> : <Button onPress={() => void refetch()}>Try again</Button>}
      </ErrorNotice>
    )
  }
  if (document === undefined) return <Skeleton words="Opening the plan" heights={[40, 480]} />
  const readStored = async (): Promise<void> => void (await refetch({ throwOnError: true }))
  return <PlanOfWeek overview={overview} document={document} readStored={readStored} view={view} change={change} />
}

interface PlanOfWeekProps extends Omit<PlanScreenProps, 'planId'> {
  readonly document: PlanDocument
  readonly readStored: () => Promise<void>
}

function PlanOfWeek({ overview, document, readStored, view, change }: PlanOfWeekProps): ReactNode {
  const trpc = useTRPC()
  const { workspaceId, sync } = useWorkspace()
  const { weekOrder } = useFormat()
  const clock = useClock()
  const [opened, setOpened] = useState(0)
  const { timeZone, poolId } = document.plan
  const now = overview.now === null ? clock : Date.parse(overview.now)
  const firstDate = view.week === null ? firstWeekOf(document, nextWeek(now, { timeZone, firstDayOfWeek: weekOrder[0]! }), weekOrder[0]!) : view.week
  const isSynced = overview.now !== null
  const inputs = useQuery(
    trpc.prediction.inputs.queryOptions({ workspaceId, week: firstDate, timeZone }, { placeholderData: keepPreviousData, staleTime: Number.POSITIVE_INFINITY, enabled: isSynced }),
  )
  const agents = useQuery(trpc.agents.list.queryOptions({ workspaceId }))
  const report = inputs.data
  useNewerRevision({ revision: report?.revision, newest: overview.revision, isSyncing: sync.job?.state === 'running' })
  const predictor = useMemo(() => (report === undefined ? null : createPlanPredictor(report.inputs, { poolId })), [report, poolId])
  const error = inputs.error ?? agents.error
  const close = (): void => change({ planId: null, week: null })
  if (!isSynced) return <NotSynced onBack={close} />
  if (predictor === null || report === undefined || agents.data === undefined) {
    if (error === null) return <Skeleton words="Learning from the past weeks what to expect" heights={[40, 480]} />
    return (
      <ErrorNotice report={reportOf(error)}>
        <Button onPress={() => void (inputs.error === null ? agents.refetch() : inputs.refetch())}>Try again</Button>
        <Button onPress={close}>All plans</Button>
      </ErrorNotice>
    )
  }
  return (
    <OpenPlan
      key={opened}
      document={document}
      report={report}
      predictor={predictor}
      agents={agents.data}
      target={overview.settings.targetCoverage / 100}
      pools={overview.pools}
      isChanging={inputs.isPlaceholderData}
      // The week that is shown is the one that was predicted, also while another is being read.
      firstDate={report.inputs.firstDate}
      askedWeek={firstDate}
      readStored={readStored}
      openAnew={() => setOpened(opened + 1)}
      planAt={view.planAt}
      change={change}
    />
  )
}

/** The first week of a dated plan; of a weekly one the next. */
function firstWeekOf({ plan }: PlanDocument, next: string, firstDayOfWeek: number): string {
  const [first] = plan.shifts
  return plan.kind === 'dated' && first !== undefined ? weekOf(new Date(first.day * 86_400_000).toISOString().slice(0, 10), firstDayOfWeek) : next
}

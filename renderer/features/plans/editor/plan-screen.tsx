import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState, type ReactNode } from 'react'
import { formatLocalDate, weekStartOf } from '../../../../shared/time/local.ts'
import { createPlanPredictor } from '../../../../shared/predict/plan-prediction/plan-predictor.ts'
import { Button } from '../../../kit/button.tsx'
import { ErrorNotice } from '../../../kit/error-notice.tsx'
import { Skeleton } from '../../../kit/skeleton.tsx'
import { reportOf } from '../../../app/errors/error-report.ts'
import { useFormat } from '../../../format/format-context.tsx'
import { useClock } from '../../../format/use-clock.ts'
import { useTRPC, WHILE_SHOWN } from '../../../app/rpc/client.ts'
import { useNewerRevision } from '../../../app/rpc/what-changes-what.ts'
import { useWorkspace } from '../../../app/workspace/workspace-context.tsx'
import type { Overview } from '../../../app/workspace/workspace-types.ts'
import { NotSynced } from '../not-synced.tsx'
import { nextWeek } from '../plan-route.ts'
import type { PlanDocument } from '../plan-types.ts'
import { usePlansView } from '../use-plans-view.ts'
import { OpenPlan } from './open-plan.tsx'
import type { EditorInputs } from './store/editor-state.ts'

interface PlanScreenProps {
  readonly overview: Overview
  readonly planId: string
}

/** Opens a plan, and reads what a prediction of its week needs. */
export function PlanScreen({ overview, planId }: PlanScreenProps): ReactNode {
  const { change } = usePlansView()
  const { app, plan: t } = useFormat().texts
  const trpc = useTRPC()
  const { workspaceId } = useWorkspace()
  // Read anew each time it is opened: another window may have changed it.
  const {
    data: document,
    error,
    refetch,
  } = useQuery(trpc.plans.get.queryOptions({ workspaceId, planId }, { staleTime: Number.POSITIVE_INFINITY, gcTime: 0 }))
  if (error !== null && document === undefined) {
    const report = reportOf(error)
    return (
      <ErrorNotice report={report}>
        {report.code === 'not-found' ? (
          <Button onPress={() => change({ planId: null }, 'replace')}>{t.allPlans}</Button>
        ) : (
          <Button onPress={() => void refetch()}>{app.tryAgain}</Button>
        )}
      </ErrorNotice>
    )
  }
  if (document === undefined) return <Skeleton label={t.opening} heights={[40, 480]} />
  const readStored = async (): Promise<void> => void (await refetch({ throwOnError: true }))
  return <PlanOfWeek overview={overview} document={document} readStored={readStored} />
}

interface PlanOfWeekProps {
  readonly overview: Overview
  readonly document: PlanDocument
  readonly readStored: () => Promise<void>
}

function PlanOfWeek({ overview, document, readStored }: PlanOfWeekProps): ReactNode {
  const { view, change } = usePlansView()
  const trpc = useTRPC()
  const { workspaceId, sync } = useWorkspace()
  const format = useFormat()
  const { weekOrder, texts } = format
  const clock = useClock()
  const [opened, setOpened] = useState(0)
  const { timeZone, poolId } = document.plan
  const now = overview.now === null ? clock : Date.parse(overview.now)
  const firstDate =
    view.week === null
      ? firstShownWeek(document, nextWeek(now, { timeZone, firstDayOfWeek: weekOrder[0]! }), weekOrder[0]!)
      : view.week
  const isSynced = overview.now !== null
  const inputs = useQuery(
    trpc.prediction.inputs.queryOptions(
      { workspaceId, week: firstDate, timeZone },
      { ...WHILE_SHOWN, placeholderData: keepPreviousData, staleTime: Number.POSITIVE_INFINITY, enabled: isSynced },
    ),
  )
  const agents = useQuery(trpc.agents.list.queryOptions({ workspaceId }))
  const timeOff = useQuery(trpc.timeOff.list.queryOptions({ workspaceId }))
  const report = inputs.data
  useNewerRevision({ revision: report?.revision, newest: overview.revision, isSyncing: sync.job?.state === 'running' })
  const predictor = useMemo(
    () => (report === undefined ? null : createPlanPredictor(report.inputs, { poolId })),
    [report, poolId],
  )
  const entries = agents.data
  const away = timeOff.data
  const target = overview.settings.targetCoverage / 100
  const editorInputs = useMemo<EditorInputs | null>(
    // The week that is shown is the one that was predicted, also while another is being read.
    () =>
      predictor === null || report === undefined || entries === undefined || away === undefined
        ? null
        : { report, predictor, agents: entries, timeOff: away, target, firstDate: report.inputs.firstDate, format },
    [report, predictor, entries, away, target, format],
  )
  const error = inputs.error ?? agents.error ?? timeOff.error
  const close = (): void => change({ planId: null, week: null })
  if (!isSynced) return <NotSynced onBack={close} />
  if (editorInputs === null) {
    if (error === null) return <Skeleton label={texts.plan.learning} heights={[40, 480]} />
    return (
      <ErrorNotice report={reportOf(error)}>
        <Button
          onPress={() => {
            for (const query of [inputs, agents, timeOff]) if (query.error !== null) void query.refetch()
          }}
        >
          {texts.app.tryAgain}
        </Button>
        <Button onPress={close}>{texts.plan.allPlans}</Button>
      </ErrorNotice>
    )
  }
  return (
    <OpenPlan
      key={opened}
      document={document}
      inputs={editorInputs}
      pools={overview.pools}
      askedWeek={firstDate}
      isChanging={inputs.isPlaceholderData}
      readStored={readStored}
      openAnew={() => setOpened(opened + 1)}
    />
  )
}

/** The first week of a dated plan; of a weekly one the next. */
function firstShownWeek({ plan }: PlanDocument, next: string, firstDayOfWeek: number): string {
  const [first] = plan.shifts
  return plan.kind === 'dated' && first !== undefined ? weekStartOf(formatLocalDate(first.day), firstDayOfWeek) : next
}

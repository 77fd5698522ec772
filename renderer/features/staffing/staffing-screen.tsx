import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, type ReactNode } from 'react'
import { localDateOf } from '../../../shared/time/local.ts'
import { Button } from '../../kit/button.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorNotice } from '../../kit/error-notice.tsx'
import { HeaderTools } from '../../kit/header-tools.tsx'
import { PopoverButton } from '../../kit/popover-button.tsx'
import { Skeleton } from '../../kit/skeleton.tsx'
import { reportOf } from '../../app/errors/error-report.ts'
import { useFormat, useTexts } from '../../format/format-context.tsx'
import { useClock } from '../../format/use-clock.ts'
import { useTRPC, WHILE_SHOWN } from '../../app/rpc/client.ts'
import { isBeforeFirstSync } from '../../app/sync/first-sync.ts'
import { poolIdOf } from '../../app/pools/pool-choice.ts'
import { PoolFilter } from '../../app/pools/pool-filter.tsx'
import { rangeDates } from '../../app/range/range-choice.ts'
import { RangePanel } from '../../app/range/range-panel.tsx'
import { rangeName } from '../../app/range/range-text.ts'
import { type ChangeView, useKeptView } from '../../app/routing/use-kept-view.ts'
import { useWorkspace } from '../../app/workspace/workspace-context.tsx'
import { WorkspaceFailure } from '../../app/workspace/workspace-failure.tsx'
import type { BlocksInput } from '../../app/staffing-blocks/block-types.ts'
import type { Overview } from '../../app/workspace/workspace-types.ts'
import { Ahead } from './ahead/ahead.tsx'
import { Guide } from './guide.tsx'
import { STAFFING_TABS, STAFFING_VIEW, type StaffingView } from './staffing-view.ts'
import { Trust } from './trust/trust.tsx'
import { useStaffingCommands } from './use-staffing-commands.ts'
import { TabPanel, TabRow, Tabs } from '../../kit/tabs.tsx'
import './staffing.css'

const SKELETON = [80, 200, 200]

/** From figures to what to do: where agents are missing, how many, and how far that can be trusted. */
export function StaffingScreen(): ReactNode {
  const { openingWorkspace } = useTexts('app')
  const { workspaceId, overview, error, retry } = useWorkspace()
  const { view, change } = useKeptView(workspaceId, STAFFING_VIEW)
  if (error !== null) return <WorkspaceFailure error={error} retry={retry} />
  if (overview === undefined || view === null) return <Skeleton label={openingWorkspace} heights={SKELETON} />
  return <Content overview={overview} view={view} change={change} />
}

interface ContentProps {
  readonly overview: Overview
  readonly view: StaffingView
  readonly change: ChangeView<StaffingView>
}

function Content({ overview, view, change }: ContentProps): ReactNode {
  const { sync } = useWorkspace()
  const clock = useClock()
  const format = useFormat()
  const t = format.texts.staffing
  useStaffingCommands(change)
  const timeZone = overview.timeZone
  return (
    <div className="staffing">
      <h1 className="visually-hidden">{t.title}</h1>
      <HeaderTools>
        {view.tab === 'ahead' ? null : (
          <PoolFilter overview={overview} pool={view.pool} onChange={(pool) => change({ pool })} />
        )}
        {view.tab === 'guide' ? (
          <PopoverButton name={t.dates} value={rangeName(view.range, format)}>
            {(close) => (
              <RangePanel
                range={view.range}
                timeZone={timeZone}
                clock={clock}
                firstKnownDate={overview.firstKnownDate}
                onChange={(range) => change({ range })}
                close={close}
              />
            )}
          </PopoverButton>
        ) : null}
      </HeaderTools>
      {isBeforeFirstSync(overview, sync.job) ? (
        <EmptyState
          title={t.noDataTitle}
          actions={
            sync.job?.state === 'running' ? null : (
              <Button kind="primary" onPress={() => sync.start()}>
                {format.texts.app.syncNow}
              </Button>
            )
          }
        >
          <p>{sync.job?.state === 'running' ? t.syncing : t.notSynced}</p>
        </EmptyState>
      ) : (
        <Tabs tabs={STAFFING_TABS} selected={view.tab} onSelect={(tab) => change({ tab })} className="staffing-tabs">
          <TabRow label={t.title} tabs={STAFFING_TABS} titles={t.tabs} />
          <TabPanel id="guide" className="staffing-panel">
            <GuidePart overview={overview} view={view} change={change} />
          </TabPanel>
          <TabPanel id="ahead" className="staffing-panel">
            <Ahead overview={overview} form={view.ahead} change={(ahead) => change({ ahead }, 'replace')} />
          </TabPanel>
          <TabPanel id="trust" className="staffing-panel">
            <Trust overview={overview} pool={view.pool} />
          </TabPanel>
        </Tabs>
      )}
    </div>
  )
}

function GuidePart({ overview, view, change }: ContentProps): ReactNode {
  const { workspaceId } = useWorkspace()
  const trpc = useTRPC()
  const clock = useClock()
  const { weekOrder, texts } = useFormat()
  const { timeZone, firstKnownDate } = overview
  const { from, to } = rangeDates(view.range, {
    today: localDateOf(clock, timeZone),
    firstDayOfWeek: weekOrder[0]!,
    firstKnownDate,
  })
  const input = useMemo<BlocksInput>(
    () => ({ workspaceId, from, to, timeZone, poolId: poolIdOf(view.pool) }),
    [workspaceId, from, to, timeZone, view.pool],
  )
  const { data, error, isPlaceholderData, refetch } = useQuery(
    trpc.recommend.blocks.queryOptions(input, {
      ...WHILE_SHOWN,
      placeholderData: keepPreviousData,
      staleTime: Number.POSITIVE_INFINITY,
    }),
  )
  return (
    <>
      {error === null ? null : (
        <ErrorNotice report={reportOf(error)}>
          <Button onPress={() => void refetch()}>{texts.app.tryAgain}</Button>
        </ErrorNotice>
      )}
      {data === undefined ? (
        error === null ? (
          <Skeleton label={texts.staffing.loading} heights={SKELETON} />
        ) : null
      ) : (
        <div
          className={isPlaceholderData ? 'staffing-guide staffing-changing' : 'staffing-guide'}
          aria-busy={isPlaceholderData}
          data-revision={data.revision}
        >
          <Guide recommendation={data} view={view} change={change} />
        </div>
      )}
    </>
  )
}

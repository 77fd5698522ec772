import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, type ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { localDateOf } from '../../../shared/time/local.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { HeaderTools } from '../../components/header-tools.tsx'
import { PopoverButton } from '../../components/popover-button.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { reportOf } from '../../errors/error-report.ts'
import { useFormat } from '../../format/format-context.tsx'
import { useClock } from '../../format/use-clock.ts'
import { useTRPC } from '../../rpc.ts'
import { isBeforeFirstSync } from '../../workspace/first-sync.ts'
import { poolIdOf } from '../../workspace/pool-choice.ts'
import { PoolFilter } from '../../workspace/pool-filter.tsx'
import { datesOf } from '../../workspace/range-choice.ts'
import { RangePanel } from '../../workspace/range-panel.tsx'
import { rangeName } from '../../workspace/range-words.ts'
import { type ChangeView, useKeptView } from '../../workspace/use-kept-view.ts'
import { useWorkspace } from '../../workspace/workspace-context.tsx'
import { WorkspaceFailure } from '../../workspace/workspace-failure.tsx'
import type { BlocksInput } from '../../workspace/staffing-blocks/block-types.ts'
import type { Overview } from '../../workspace/workspace-types.ts'
import { Guide } from './guide.tsx'
import { STAFFING_TABS, STAFFING_WORDS, type StaffingTab, type StaffingView } from './staffing-view.ts'
import { Trust } from './trust/trust.tsx'
import { useStaffingCommands } from './use-staffing-commands.ts'
import '../../components/tabs.css'
import './staffing.css'

const SKELETON = [80, 200, 200]
const TITLES: Readonly<Record<StaffingTab, string>> = { guide: 'What to change', trust: 'How well do we predict?' }

/** From figures to what to do: where agents are missing, how many, and how far that can be trusted. */
export function StaffingScreen(): ReactNode {
  const { workspaceId, overview, error, retry } = useWorkspace()
  const { view, change } = useKeptView(workspaceId, STAFFING_WORDS)
  if (error !== null) return <WorkspaceFailure error={error} retry={retry} />
  if (overview === undefined || view === null) return <Skeleton words="Opening the workspace" heights={SKELETON} />
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
  useStaffingCommands(change)
  const timeZone = overview.timeZone
  return (
    <div className="staffing">
      <h1 className="visually-hidden">Staffing</h1>
      <HeaderTools>
        <PoolFilter overview={overview} pool={view.pool} onChange={(pool) => change({ pool })} />
        {view.tab === 'guide' ? (
          <PopoverButton name="Dates" value={rangeName(view.range, format)}>
            {(close) => <RangePanel range={view.range} timeZone={timeZone} clock={clock} firstKnownDate={overview.firstKnownDate} onChange={(range) => change({ range })} close={close} />}
          </PopoverButton>
        ) : null}
      </HeaderTools>
      {isBeforeFirstSync(overview, sync.job) ? (
        <EmptyState title="Nothing to go by yet" actions={sync.job?.state === 'running' ? null : <Button kind="primary" onPress={() => sync.start()}>Sync now</Button>}>
          <p>{sync.job?.state === 'running' ? 'Recommendations come with the end of the first sync.' : 'Nothing was brought from the source yet.'}</p>
        </EmptyState>
      ) : (
        <Tabs
          className="staffing-tabs"
          selectedKey={view.tab}
          onSelectionChange={(key) => {
            const tab = STAFFING_TABS.find((one) => one === key)
            if (tab !== undefined && tab !== view.tab) change({ tab })
          }}
        >
          <TabList className="tab-list" aria-label="Staffing">
            {STAFFING_TABS.map((tab) => (
              <Tab key={tab} id={tab} className="tab">
                {TITLES[tab]}
              </Tab>
            ))}
          </TabList>
          <TabPanel id="guide" className="tab-panel staffing-panel">
            <GuidePart overview={overview} view={view} change={change} />
          </TabPanel>
          <TabPanel id="trust" className="tab-panel staffing-panel">
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
  const { weekOrder } = useFormat()
  const { timeZone, firstKnownDate } = overview
  const { from, to } = datesOf(view.range, { today: localDateOf(clock, timeZone), firstDayOfWeek: weekOrder[0]!, firstKnownDate })
  const input = useMemo<BlocksInput>(() => ({ workspaceId, from, to, timeZone, poolId: poolIdOf(view.pool) }), [workspaceId, from, to, timeZone, view.pool])
  const { data, error, isPlaceholderData, refetch } = useQuery(trpc.recommend.blocks.queryOptions(input, { placeholderData: keepPreviousData, staleTime: Number.POSITIVE_INFINITY }))
  return (
    <>
      {error === null ? null : (
        <ErrorNotice report={reportOf(error)}>
          <Button onPress={() => void refetch()}>Try again</Button>
        </ErrorNotice>
      )}
      {data === undefined ? (
        error === null ? <Skeleton words="Learning from the history how many agents it takes" heights={SKELETON} /> : null
      ) : (
        <div className={isPlaceholderData ? 'staffing-guide staffing-changing' : 'staffing-guide'} aria-busy={isPlaceholderData} data-revision={data.revision}>
          <Guide recommendation={data} view={view} change={change} />
        </div>
      )}
    </>
  )
}

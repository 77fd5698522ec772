import type { ReactNode } from 'react'
import { Button } from '../../components/button.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { HeaderTools } from '../../components/header-tools.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { reportOf } from '../../errors/error-report.ts'
import { useFormat } from '../../format/format-context.tsx'
import { useClock } from '../../format/use-clock.ts'
import { isBeforeFirstSync } from '../../workspace/first-sync.ts'
import { WorkspaceFailure } from '../../workspace/workspace-failure.tsx'
import { StarvedPools } from '../../workspace/starved-pools.tsx'
import { useWorkspace } from '../../workspace/workspace-context.tsx'
import { CoverageCard } from './coverage-card.tsx'
import { ExportReport } from './export-report.tsx'
import type { CoverageView } from './coverage-view.ts'
import { Figures } from './figures.tsx'
import { Filters } from './filters.tsx'
import { NoData } from './no-data.tsx'
import type { Overview } from './report.ts'
import { Trend } from './trend.tsx'
import { useCoverageCommands } from './use-coverage-commands.ts'
import { useCoverageReport } from './use-coverage-report.ts'
import { useCoverageView } from './use-coverage-view.ts'
import { knownBlocks } from './what-to-change/known-blocks.ts'
import { useBlocks } from './what-to-change/use-blocks.ts'
import { WhatToChange } from './what-to-change/what-to-change.tsx'
import './coverage-screen.css'

const SKELETON = [96, 152, 320]

/** Where visitors are lost: the card, the trend, and the week by hour. */
export function CoverageScreen(): ReactNode {
  const { workspaceId, overview, error, retry } = useWorkspace()
  const { view, change } = useCoverageView(workspaceId)
  if (error !== null) {
    return <WorkspaceFailure error={error} retry={retry} />
  }
  if (overview === undefined || view === null) return <Skeleton words="Opening the workspace" heights={SKELETON} />
  return (
    <>
      <h1 className="visually-hidden">Coverage</h1>
      <Content overview={overview} view={view} change={change} />
    </>
  )
}

interface ContentProps {
  readonly overview: Overview
  readonly view: CoverageView
  readonly change: (patch: Partial<CoverageView>, how?: 'push' | 'replace') => void
}

function Content({ overview, view, change }: ContentProps): ReactNode {
  const { workspaceId, sync } = useWorkspace()
  const clock = useClock()
  const format = useFormat()
  useCoverageCommands(view, change)
  const { input, report, isChanging, error, retry } = useCoverageReport({ workspaceId, overview, view, clock })
  const target = overview.settings.targetCoverage
  const isMissing = report !== undefined && report.totals.missedOpportunities > 0
  const blocks = useBlocks(input, { isMissing, isTooEarly: isBeforeFirstSync(overview, sync.job) })
  const filters = (
    <HeaderTools>
      <Filters overview={overview} view={view} change={change} clock={clock} />
      {report === undefined ? null : <ExportReport input={input} />}
    </HeaderTools>
  )
  if (report === undefined) {
    return (
      <>
        {filters}
        {error === null ? (
          <Skeleton words="Adding up the figures" heights={SKELETON} />
        ) : (
          <ErrorNotice report={reportOf(error)}>
            <Button onPress={retry}>Try again</Button>
          </ErrorNotice>
        )}
      </>
    )
  }
  const nothingKnown = report.totals.totalPageviews === 0 && report.range.knownShare === 0
  return (
    <>
      {filters}
      {error === null ? null : (
        <ErrorNotice report={{ ...reportOf(error), kept: `What you see below are the figures of ${format.dateRange(report.range.from, report.range.to)}.` }}>
          <Button onPress={retry}>Try again</Button>
        </ErrorNotice>
      )}
      {nothingKnown ? (
        <NoData overview={overview} input={input} job={sync.job} clock={clock} change={change} />
      ) : (
        <div className={isChanging ? 'coverage coverage-changing' : 'coverage'} aria-busy={isChanging} data-revision={report.revision}>
          {/* Of all pools together every figure is right. */}
          <StarvedPools pools={view.pool.kind === 'all' ? [] : report.starvedPools} />
          <CoverageCard report={report} blocks={knownBlocks(blocks, view, report)} view={view} change={change} />
          <div className={isMissing ? 'coverage-beside coverage-beside-two' : 'coverage-beside'}>
            <Trend report={report} input={input} view={view} change={change} />
            {isMissing ? <WhatToChange {...blocks} view={view} target={target} change={change} /> : null}
          </div>
          <Figures report={report} input={input} view={view} change={change} target={target} blocks={blocks.blocks} />
        </div>
      )}
    </>
  )
}

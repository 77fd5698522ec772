import { useMemo, type ReactNode } from 'react'
import { Button } from '../../kit/button.tsx'
import { ErrorNotice } from '../../kit/error-notice.tsx'
import { HeaderTools } from '../../kit/header-tools.tsx'
import { Skeleton } from '../../kit/skeleton.tsx'
import { reportOf } from '../../app/errors/error-report.ts'
import { useFormat, useTexts } from '../../format/format-context.tsx'
import { useClock } from '../../format/use-clock.ts'
import { isBeforeFirstSync } from '../../app/sync/first-sync.ts'
import { WorkspaceFailure } from '../../app/workspace/workspace-failure.tsx'
import { StarvedPools } from '../../app/pools/starved-pools.tsx'
import { useWorkspace } from '../../app/workspace/workspace-context.tsx'
import { CoverageCard } from './coverage-card.tsx'
import { PdfButton } from '../../app/files/pdf-button.tsx'
import type { CoverageView } from './coverage-view.ts'
import { Figures } from './figures.tsx'
import { Filters } from './filters.tsx'
import { NoData } from './no-data.tsx'
import { pagesIn } from './page-choice.ts'
import type { Overview } from './report.ts'
import { Trend } from './trend.tsx'
import { useCoverageCommands } from './use-coverage-commands.ts'
import { useCoverageReport } from './use-coverage-report.ts'
import { useCoverageView } from './use-coverage-view.ts'
import { useBlocks, knownBlocks } from './what-to-change/use-blocks.ts'
import { WhatToChange } from './what-to-change/what-to-change.tsx'
import './coverage-screen.css'

const SKELETON = [96, 152, 320]

/** Where visitors are lost: the card, the trend, and the week by hour. */
export function CoverageScreen(): ReactNode {
  const { title } = useTexts('coverage')
  const { openingWorkspace } = useTexts('app')
  const { workspaceId, overview, error, retry } = useWorkspace()
  const { view, change } = useCoverageView(workspaceId)
  if (error !== null) {
    return <WorkspaceFailure error={error} retry={retry} />
  }
  if (overview === undefined || view === null) return <Skeleton label={openingWorkspace} heights={SKELETON} />
  return (
    <>
      <h1 className="visually-hidden">{title}</h1>
      <Content overview={overview} view={view} change={change} />
    </>
  )
}

interface ContentProps {
  readonly overview: Overview
  readonly view: CoverageView
  readonly change: (patch: Partial<CoverageView>, how?: 'push' | 'replace') => void
}

function Content({ overview, view: asked, change }: ContentProps): ReactNode {
  const { pageRules } = overview.settings
  const view = useMemo(() => ({ ...asked, pages: pagesIn(asked.pages, pageRules) }), [asked, pageRules])
  const { workspaceId, sync } = useWorkspace()
  const clock = useClock()
  const format = useFormat()
  const t = format.texts.coverage
  useCoverageCommands(view, change)
  const { input, report, isChanging, error, retry } = useCoverageReport({ workspaceId, overview, view, clock })
  const target = overview.settings.targetCoverage
  const isMissing = report !== undefined && report.totals.missedOpportunities > 0
  const blocks = useBlocks(input, { isMissing, isTooEarly: isBeforeFirstSync(overview, sync.job) })
  const filters = (
    <HeaderTools>
      <Filters overview={overview} view={view} change={change} clock={clock} />
      {report === undefined ? null : <PdfButton page={{ kind: 'coverage', ...input }} name={t.thisReport} />}
    </HeaderTools>
  )
  if (report === undefined) {
    return (
      <>
        {filters}
        {error === null ? (
          <Skeleton label={t.loading} heights={SKELETON} />
        ) : (
          <ErrorNotice report={reportOf(error)}>
            <Button onPress={retry}>{format.texts.app.tryAgain}</Button>
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
        <ErrorNotice
          report={{
            ...reportOf(error),
            kept: t.shownStill({ dates: format.dateRange(report.range.from, report.range.to) }),
          }}
        >
          <Button onPress={retry}>{format.texts.app.tryAgain}</Button>
        </ErrorNotice>
      )}
      {nothingKnown ? (
        <NoData overview={overview} input={input} job={sync.job} clock={clock} change={change} />
      ) : (
        <div
          className={isChanging ? 'coverage coverage-changing' : 'coverage'}
          aria-busy={isChanging}
          data-revision={report.revision}
        >
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

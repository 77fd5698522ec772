import type { ReactNode } from 'react'
import { localDateOf } from '../../../shared/time/local.ts'
import { Button } from '../../kit/button.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ProgressLine } from '../../kit/progress-line.tsx'
import { useFormat } from '../../format/format-context.tsx'
import { progressText } from '../../app/sync/sync-text.ts'
import { useWorkspace } from '../../app/workspace/workspace-context.tsx'
import type { SyncJob } from '../../app/workspace/workspace-types.ts'
import { type CoverageView, DEFAULT_VIEW } from './coverage-view.ts'
import type { Overview } from './report.ts'
import type { ReportInput } from './use-coverage-report.ts'

interface NoDataProps {
  readonly overview: Overview
  readonly input: ReportInput
  readonly job: SyncJob | null
  readonly clock: number
  readonly change: (patch: Partial<CoverageView>) => void
}

/** Shown where nothing of the range is known: why, and what to do. */
export function NoData({ overview, input, job, clock, change }: NoDataProps): ReactNode {
  const format = useFormat()
  const t = format.texts.coverage
  const { sync } = useWorkspace()
  if (job?.state === 'running') {
    const { text, whole, share } = progressText(job, format)
    return (
      <EmptyState title={t.onTheirWay}>
        <p>{t.newestFirst}</p>
        <div className="no-data-progress">
          <ProgressLine label={text} share={share} />
          <p>{whole}</p>
        </div>
      </EmptyState>
    )
  }
  if (overview.now === null) {
    return (
      <EmptyState
        title={t.noData}
        actions={
          <Button kind="primary" onPress={() => sync.start()}>
            {format.texts.app.syncNow}
          </Button>
        }
      >
        <p>{t.nothingSynced}</p>
      </EmptyState>
    )
  }
  const first = overview.firstKnownDate
  if (input.from > localDateOf(clock, input.timeZone ?? overview.timeZone)) {
    return (
      <EmptyState
        title={t.stillToCome}
        actions={
          <Button kind="primary" onPress={() => change({ range: DEFAULT_VIEW.range, cell: null })}>
            {t.showLast30}
          </Button>
        }
      >
        <p>{t.cannotHaveCome({ date: format.date(input.from) })}</p>
      </EmptyState>
    )
  }
  const dates = format.dateRange(input.from, input.to)
  return (
    <EmptyState
      title={t.noData}
      actions={
        <Button kind="primary" onPress={() => sync.start({ fromDate: input.from })}>
          {t.syncFrom({ date: format.date(input.from) })}
        </Button>
      }
    >
      <p>
        {first === null ? t.nothingKnownOf({ dates }) : t.nothingKnownOfSince({ dates, first: format.date(first) })}
      </p>
    </EmptyState>
  )
}

import type { ReactNode } from 'react'
import { localDateOf } from '../../../shared/time/local.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ProgressLine } from '../../components/progress-line.tsx'
import { useFormat } from '../../format/format-context.tsx'
import { progressWords } from '../../workspace/sync-words.ts'
import { useWorkspace } from '../../workspace/workspace-context.tsx'
import type { SyncJob } from '../../workspace/workspace-types.ts'
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

/** Stands where nothing of the range is known: why, and what brings figures. */
export function NoData({ overview, input, job, clock, change }: NoDataProps): ReactNode {
  const format = useFormat()
  const { sync } = useWorkspace()
  if (job?.state === 'running') {
    const { text, detail, share } = progressWords(job, format)
    return (
      <EmptyState title="Figures are on their way">
        <p>The newest days come first, and show here as they arrive.</p>
        <div className="no-data-progress">
          <ProgressLine label={text} share={share} />
          <p>{detail ?? text}</p>
        </div>
      </EmptyState>
    )
  }
  if (overview.now === null) {
    return (
      <EmptyState
        title="No coverage data"
        actions={
          <Button kind="primary" onPress={() => sync.start()}>
            Sync now
          </Button>
        }
      >
        <p>Nothing was brought from the source yet.</p>
      </EmptyState>
    )
  }
  const first = overview.firstKnownDate
  if (input.from > localDateOf(clock, input.timeZone ?? overview.timeZone)) {
    return (
      <EmptyState
        title="These dates are still to come"
        actions={
          <Button kind="primary" onPress={() => change({ range: DEFAULT_VIEW.range, cell: null })}>
            Show the last 30 days
          </Button>
        }
      >
        <p>Nobody can have come from {format.date(input.from)} on yet.</p>
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title="No coverage data"
      actions={
        <Button kind="primary" onPress={() => sync.start({ fromDate: input.from })}>
          Bring figures from {format.date(input.from)}
        </Button>
      }
    >
      <p>
        Nothing of {format.dateRange(input.from, input.to)} is known.
        {first === null ? '' : ` What is known begins on ${format.date(first)}.`}
      </p>
    </EmptyState>
  )
}

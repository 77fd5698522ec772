import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { rateOf } from '../../../shared/compare/compared.ts'
import { localDateOf } from '../../../shared/time/local.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { reportOf } from '../../errors/error-report.ts'
import { useFormat } from '../../format/format-context.tsx'
import { useTRPC } from '../../rpc.ts'
import { lowWords } from '../../workspace/low-coverage.tsx'
import { WorkspaceFailure } from '../../workspace/workspace-failure.tsx'
import { useWorkspace } from '../../workspace/workspace-context.tsx'
import { TodayAgents } from './today-agents.tsx'
import { TodayHours } from './today-hours.tsx'
import type { TodayReport } from './today-types.ts'
import { autoSyncWords, basisWords, paceWords } from './today-words.ts'
import './today.css'

const SKELETON = [144, 240, 200]
/** Quiet hours begin and end, and another process may sync. */
const REFRESH_MS = 60_000

/** Coverage so far, the rest of the day, and who is here. */
export function TodayScreen(): ReactNode {
  const { overview, error, retry } = useWorkspace()
  if (error !== null) return <WorkspaceFailure error={error} retry={retry} />
  return (
    <>
      <h1 className="visually-hidden">Today</h1>
      {overview === undefined ? <Skeleton words="Opening the workspace" heights={SKELETON} /> : overview.now === null ? <NothingYet /> : <Content />}
    </>
  )
}

function NothingYet(): ReactNode {
  const { sync } = useWorkspace()
  return (
    <EmptyState
      title="Nothing is known of today yet"
      actions={
        <Button kind="primary" onPress={() => sync.start()}>
          Sync now
        </Button>
      }
    >
      <p>After the first sync this shows coverage so far, what is still expected, and who is online.</p>
    </EmptyState>
  )
}

function Content(): ReactNode {
  const trpc = useTRPC()
  const { workspaceId } = useWorkspace()
  const { data: report, error, refetch } = useQuery(trpc.today.get.queryOptions({ workspaceId }, { refetchInterval: REFRESH_MS }))
  const failure =
    error === null ? null : (
      <ErrorNotice report={reportOf(error)}>
        <Button onPress={() => void refetch()}>Try again</Button>
      </ErrorNotice>
    )
  if (report === undefined) return failure ?? <Skeleton words="Learning what to expect of today" heights={SKELETON} />
  return (
    <div className="today" data-revision={report.revision}>
      {failure}
      <TodayCard report={report} />
      <TodayHours report={report} />
      <TodayAgents report={report} />
    </div>
  )
}

function TodayCard({ report }: { readonly report: TodayReport }): ReactNode {
  const format = useFormat()
  const { figures, low, timeZone } = report
  const { soFar, rest, day, date, knownShare, now } = figures
  const rate = (sums: { readonly visitors: number; readonly covered: number }): string => (sums.visitors < 0.5 ? '–' : format.rate(100 * rateOf(sums)))
  const isOld = localDateOf(now, timeZone) !== date
  return (
    <section className="today-card" aria-label="Today in figures">
      <p className="today-title">{format.date(date, 'full')}</p>
      {low === null ? null : (
        <p className={low.isAlert ? 'today-low' : ''}>{low.isAlert ? <strong>{lowWords(low, timeZone, format)}</strong> : lowWords(low, timeZone, format)}</p>
      )}
      <dl className="today-figures">
        <div>
          <dt>Coverage so far</dt>
          <dd>
            {rate(soFar)}
            <span className="today-note">
              {format.count(soFar.visitors - soFar.covered)} of {format.visitors(soFar.visitors)} found nobody
            </span>
          </dd>
        </div>
        <div>
          <dt>Rest of the day</dt>
          <dd>
            {rate(rest)}
            <span className="today-note">of {format.visitors(Math.round(rest.visitors))} still expected</span>
          </dd>
        </div>
        <div>
          <dt>The day</dt>
          <dd>
            {rate(day)}
            <span className="today-note">of {format.visitors(Math.round(day.visitors))}</span>
          </dd>
        </div>
      </dl>
      <p>{isOld ? `Nothing of today is known yet: the last sync was ${format.instant(now, timeZone)}.` : paceWords(figures, timeZone, format)}</p>
      {knownShare < 1 && !isOld ? <p className="quiet">{format.rate(100 * knownShare)} of the day so far is known; the rest was not synced, and counts nowhere.</p> : null}
      <p className="quiet">{basisWords(report)}</p>
      <p className="quiet">{autoSyncWords(report, format)}</p>
    </section>
  )
}

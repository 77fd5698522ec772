import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { MINUTE_MS } from '../../../shared/foundation/minutes.ts'
import { coverageFraction } from '../../../shared/foundation/rate.ts'
import { localDateOf } from '../../../shared/time/local.ts'
import { Card } from '../../kit/card.tsx'
import { Button } from '../../kit/button.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorNotice } from '../../kit/error-notice.tsx'
import { KeyFigures } from '../../kit/key-figures.tsx'
import { Skeleton } from '../../kit/skeleton.tsx'
import { reportOf } from '../../app/errors/error-report.ts'
import { useFormat, useTexts } from '../../format/format-context.tsx'
import { useTRPC } from '../../app/rpc/client.ts'
import { alertSentence } from '../../app/frame/alert-banner.tsx'
import { WorkspaceFailure } from '../../app/workspace/workspace-failure.tsx'
import { useWorkspace } from '../../app/workspace/workspace-context.tsx'
import { TodayAgents } from './today-agents.tsx'
import { TodayHours } from './today-hours.tsx'
import type { TodayReport } from './today-types.ts'
import { autoSyncText, basisTexts, nextNote, paceText, restNote } from './today-text.ts'
import './today.css'

const SKELETON = [144, 240, 200]
/** Quiet hours begin and end, and another process may sync. */
const REFRESH_MS = MINUTE_MS

/** Coverage so far, the rest of the day, and who is here. */
export function TodayScreen(): ReactNode {
  const { overview, error, retry } = useWorkspace()
  const { openingWorkspace } = useTexts('app')
  const { title } = useTexts('today')
  if (error !== null) return <WorkspaceFailure error={error} retry={retry} />
  return (
    <>
      <h1 className="visually-hidden">{title}</h1>
      {overview === undefined ? (
        <Skeleton label={openingWorkspace} heights={SKELETON} />
      ) : overview.now === null ? (
        <NothingYet />
      ) : (
        <Content />
      )}
    </>
  )
}

function NothingYet(): ReactNode {
  const t = useTexts('today')
  const { syncNow } = useTexts('app')
  const { sync } = useWorkspace()
  return (
    <EmptyState
      title={t.noDataTitle}
      actions={
        <Button kind="primary" onPress={() => sync.start()}>
          {syncNow}
        </Button>
      }
    >
      <p>{t.noData}</p>
    </EmptyState>
  )
}

function Content(): ReactNode {
  const { loading } = useTexts('today')
  const { tryAgain } = useTexts('app')
  const trpc = useTRPC()
  const { workspaceId } = useWorkspace()
  const {
    data: report,
    error,
    refetch,
  } = useQuery(trpc.today.get.queryOptions({ workspaceId }, { refetchInterval: REFRESH_MS }))
  const failure =
    error === null ? null : (
      <ErrorNotice report={reportOf(error)}>
        <Button onPress={() => void refetch()}>{tryAgain}</Button>
      </ErrorNotice>
    )
  if (report === undefined) return failure ?? <Skeleton label={loading} heights={SKELETON} />
  return (
    <div className="today" data-revision={report.revision}>
      {failure}
      <TodayCard report={report} />
      <TodayHours report={report} />
      <TodayAgents report={report} />
    </div>
  )
}

/** What is wrong now, also in quiet hours and where it was dismissed. */
function AlertsNow({ timeZone }: { readonly timeZone: string }): ReactNode {
  const trpc = useTRPC()
  const format = useFormat()
  const { workspaceId } = useWorkspace()
  const { data = [] } = useQuery(trpc.alerts.active.queryOptions({ workspaceId }))
  return data.map((alert) => {
    const text = alertSentence(alert, timeZone, format)
    return (
      <p key={`${alert.ruleId}/${alert.subject}`} className={alert.isAlert ? 'today-low' : ''}>
        {alert.isAlert ? <strong>{text}</strong> : text}
      </p>
    )
  })
}

function TodayCard({ report }: { readonly report: TodayReport }): ReactNode {
  const format = useFormat()
  const t = format.texts.today
  const { figures, next, timeZone } = report
  const { soFar, rest, day, date, knownShare, now } = figures
  const rate = (sums: { readonly visitors: number; readonly covered: number }): string =>
    sums.visitors < 0.5 ? '–' : format.rate(100 * coverageFraction(sums, 1))
  const isOld = localDateOf(now, timeZone) !== date
  return (
    <Card kind="answer" label={t.card}>
      <p className="today-title">{format.date(date, 'full')}</p>
      <AlertsNow timeZone={timeZone} />
      <KeyFigures
        figures={[
          {
            label: t.next,
            value: next === null || next.chance === null ? '–' : format.rate(100 * next.chance),
            note: nextNote(report, format),
          },
          {
            label: t.soFar,
            value: rate(soFar),
            note: t.soFarOf({ missed: format.count(soFar.visitors - soFar.covered), count: soFar.visitors }),
          },
          { label: t.rest, value: rate(rest), note: restNote(figures, format) },
          { label: t.day, value: rate(day), note: t.dayOf({ count: Math.round(day.visitors) }) },
        ]}
      />
      {next === null || next.agents === 0 || next.pools.length < 2 ? null : <PoolsNow pools={next.pools} />}
      <p>{isOld ? t.notSynced({ time: format.instant(now, timeZone) }) : paceText(figures, timeZone, format)}</p>
      {knownShare < 1 && !isOld ? (
        <p className="quiet">{t.partSynced({ share: format.rate(100 * knownShare) })}</p>
      ) : null}
      {basisTexts(report, format).map((text) => (
        <p key={text} className="quiet">
          {text}
        </p>
      ))}
      <p className="quiet">{autoSyncText(report, format)}</p>
    </Card>
  )
}

/** The chance of the next visitor of each pool. */
function PoolsNow({ pools }: { readonly pools: NonNullable<TodayReport['next']>['pools'] }): ReactNode {
  const format = useFormat()
  const t = format.texts.today
  return (
    <div className="today-pools">
      <span id="today-pools" className="quiet">
        {t.nextByPool}
      </span>
      <ul aria-labelledby="today-pools">
        {pools.map(({ poolId, name, chance, agents }) => (
          <li key={poolId ?? ''}>
            {name === null ? t.noPool : <span translate="no">{name}</span>}{' '}
            <strong>{chance === null ? '–' : format.rate(100 * chance)}</strong>{' '}
            <span className="quiet">{t.poolAgents({ agents })}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

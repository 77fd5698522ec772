import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Card } from '../../kit/card.tsx'
import { ErrorNotice } from '../../kit/error-notice.tsx'
import { Skeleton } from '../../kit/skeleton.tsx'
import { reportOf } from '../../app/errors/error-report.ts'
import { useTexts } from '../../format/format-context.tsx'
import { useTRPC } from '../../app/rpc/client.ts'

/** What this is, where it keeps things, and how it counts. */
export function AboutScreen(): ReactNode {
  const t = useTexts('about')
  const trpc = useTRPC()
  const { data, error } = useQuery(trpc.app.info.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }))
  return (
    <div className="screen">
      <h1>{t.title}</h1>
      {data === undefined ? (
        error === null ? (
          <Skeleton label={t.loading} heights={[160]} />
        ) : (
          <ErrorNotice report={reportOf(error)} />
        )
      ) : (
        <Card kind="form" label={t.installation}>
          <dl className="settings-facts">
            <dt>{t.version}</dt>
            <dd translate="no">{data.version}</dd>
            <dt>{t.host}</dt>
            <dd>{data.host === 'desktop' ? t.hosts.desktop : t.hosts.browser}</dd>
            <dt>{t.dataFolder}</dt>
            <dd translate="no">{data.dataFolder}</dd>
            <dt>{t.logFile}</dt>
            <dd translate="no">{data.logFile}</dd>
            <dt>{t.timeZone}</dt>
            <dd translate="no">{data.systemTimeZone}</dd>
            <dt>{t.passwords}</dt>
            <dd>{data.capabilities.keepsSecrets ? t.inKeyring : t.inMemory}</dd>
            <dt>{t.publicHolidays}</dt>
            <dd>{t.holidaysFrom}</dd>
          </dl>
        </Card>
      )}
      <Card kind="form" labelledBy="about-counting">
        <h2 id="about-counting">{t.counting}</h2>
        <dl className="settings-facts">
          <dt>{t.visitor}</dt>
          <dd>{t.visitorMeans}</dd>
          <dt>{t.covered}</dt>
          <dd>{t.coveredMeans}</dd>
          <dt>{t.missed}</dt>
          <dd>{t.missedMeans}</dd>
          <dt>{t.coverage}</dt>
          <dd>{t.coverageMeans}</dd>
          <dt>{t.agents}</dt>
          <dd>{t.agentsMeans}</dd>
          <dt>{t.noData}</dt>
          <dd>{t.noDataMeans}</dd>
        </dl>
      </Card>
    </div>
  )
}

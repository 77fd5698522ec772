import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { reportOf } from '../../errors/error-report.ts'
import { useTRPC } from '../../rpc.ts'

/** What this is, where it keeps things, and how it counts. */
export function AboutScreen(): ReactNode {
  const trpc = useTRPC()
  const { data, error } = useQuery(trpc.app.info.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }))
  return (
    <div className="screen">
      <h1>About Covercast</h1>
      {data === undefined ? (
        error === null ? <Skeleton words="Reading" heights={[160]} /> : <ErrorNotice report={reportOf(error)} />
      ) : (
        <section className="panel" aria-label="This installation">
          <dl className="settings-facts">
            <dt>Version</dt>
            <dd>{data.version}</dd>
            <dt>Runs</dt>
            <dd>{data.host === 'desktop' ? 'In a window of its own' : 'In a browser on this computer'}</dd>
            <dt>Data folder</dt>
            <dd>{data.dataFolder}</dd>
            <dt>Log file</dt>
            <dd>{data.logFile}</dd>
            <dt>Time zone here</dt>
            <dd>{data.systemTimeZone}</dd>
            <dt>Passwords</dt>
            <dd>{data.capabilities.keepsSecrets ? 'Kept in the keyring of your system' : 'Kept in memory while Covercast runs, and never on disk'}</dd>
          </dl>
        </section>
      )}
      <section className="panel" aria-labelledby="about-counting">
        <h2 id="about-counting">How it counts</h2>
        <dl className="settings-facts">
          <dt>Visitor</dt>
          <dd>One visit to a page with the widget. Visits are not people: somebody who comes twice counts twice.</dd>
          <dt>Covered</dt>
          <dd>An agent was available when the visitor came.</dd>
          <dt>Missed</dt>
          <dd>Nobody was. There is no queue, so this visitor was lost, however short the gap.</dd>
          <dt>Coverage</dt>
          <dd>Covered of all visitors; 100 % when nobody came.</dd>
          <dt>Agents</dt>
          <dd>Agents’ time online in an hour, divided by the time that hour really had.</dd>
          <dt>Not known</dt>
          <dd>Days that were not synced. They are hatched, and never counted as zero.</dd>
        </dl>
      </section>
    </div>
  )
}

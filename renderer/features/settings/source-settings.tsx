import { useState, type ReactNode } from 'react'
import { Button } from '../../components/button.tsx'
import { useFormat } from '../../format/format-context.tsx'
import { useRouting } from '../../routing/use-route.tsx'
import { ConfirmSourceDialog } from '../../workspace/confirm-source.tsx'
import { progressWords } from '../../workspace/sync-words.ts'
import { useWorkspace } from '../../workspace/workspace-context.tsx'
import type { Overview } from '../../workspace/workspace-types.ts'
import { lastRunWords } from './last-run-words.ts'

/** Where the figures come from, and how they are brought up to date. */
export function SourceSettings({ overview }: { readonly overview: Overview }): ReactNode {
  const format = useFormat()
  const { workspaceId, sync } = useWorkspace()
  const { go } = useRouting()
  const { source } = overview
  const [confirming, setConfirming] = useState(false)
  const isUnconfirmed = overview.unconfirmed !== null
  const running = sync.job?.state === 'running' ? progressWords(sync.job, format) : null
  return (
    <section className="panel" aria-labelledby="settings-source">
      <h2 id="settings-source">Source</h2>
      <dl className="settings-facts">
        <dt>Kind</dt>
        <dd>{source === null ? 'None yet' : source.kind === 'demo' ? 'The demo company, made up on this machine' : 'Postgres'}</dd>
        {source?.kind === 'postgres' ? (
          <>
            <dt>Connection</dt>
            <dd>
              {source.url}
              {isUnconfirmed ? ' (not confirmed: Covercast does not connect yet)' : ''}
            </dd>
            <dt>Password</dt>
            <dd>{overview.passwordKnown ? 'In memory while Covercast runs; never written to disk' : 'Not kept; you are asked when a sync needs it'}</dd>
          </>
        ) : null}
        <dt>Organization</dt>
        <dd>{overview.organization ?? 'Not known yet'}</dd>
        <dt>Known since</dt>
        <dd>{overview.firstKnownDate === null ? 'Nothing yet' : format.date(overview.firstKnownDate)}</dd>
        <dt>Last sync</dt>
        <dd>{running === null ? lastRunWords(overview.lastRun, overview.timeZone, format) : `${running.text}${running.detail === null ? '' : `: ${running.detail}`}`}</dd>
      </dl>
      {overview.problems.length === 0 ? null : (
        <div>
          <h3>What the source lacks or has wrong</h3>
          <ul className="settings-problems">
            {overview.problems.map((problem) => (
              <li key={problem.kind}>{problem.note}</li>
            ))}
          </ul>
        </div>
      )}
      <div className="settings-actions">
        {running === null ? (
          <>
            <Button kind="primary" onPress={() => (isUnconfirmed ? setConfirming(true) : sync.start())} isDisabled={source === null}>
              Sync now
            </Button>
            <Button onPress={() => sync.start({ reconcile: true })} isDisabled={source === null || isUnconfirmed}>
              Compare with the source
            </Button>
            <Button onPress={() => sync.start({ full: true })} isDisabled={source === null || isUnconfirmed}>
              Bring everything again
            </Button>
          </>
        ) : (
          <Button onPress={sync.cancel}>Cancel the sync</Button>
        )}
        {source?.kind === 'demo' ? null : <Button onPress={() => go({ page: 'connect', workspaceId })}>Test or change the connection</Button>}
      </div>
      <ConfirmSourceDialog isOpen={confirming} onClose={() => setConfirming(false)} />
      <p className="field-hint">Comparing finds days that changed in the source since they were brought. Where an agent was deleted there, the figures counted before are kept.</p>
    </section>
  )
}

import { useState, type ReactNode } from 'react'
import { Card } from '../../kit/card.tsx'
import { dataProblemText } from '../../../shared/coverage/data-problem-text.ts'
import { Button } from '../../kit/button.tsx'
import { useFormat } from '../../format/format-context.tsx'
import { useRouting } from '../../app/routing/use-route.tsx'
import { ConfirmSourceDialog } from '../../app/workspace/confirm-source.tsx'
import { progressText, zoneText } from '../../app/sync/sync-text.ts'
import { useWorkspace } from '../../app/workspace/workspace-context.tsx'
import type { Overview } from '../../app/workspace/workspace-types.ts'
import type { Formatter } from '../../format/formatter.ts'

/** Where the figures come from, and how they are updated. */
export function SourceSettings({ overview }: { readonly overview: Overview }): ReactNode {
  const format = useFormat()
  const t = format.texts.settings
  const { workspaceId, sync } = useWorkspace()
  const { go } = useRouting()
  const { source } = overview
  const [confirming, setConfirming] = useState(false)
  const isUnconfirmed = overview.unconfirmed !== null
  const running = sync.job?.state === 'running' ? progressText(sync.job, format) : null
  return (
    <Card kind="form" labelledBy="settings-source">
      <h2 id="settings-source">{t.source}</h2>
      <dl className="settings-facts">
        <dt>{t.kind}</dt>
        <dd>{source === null ? t.noSource : source.kind === 'demo' ? t.demo : t.postgres}</dd>
        {source?.kind === 'postgres' ? (
          <>
            <dt>{t.connection}</dt>
            <dd>{isUnconfirmed ? t.unconfirmed({ url: source.url }) : source.url}</dd>
            <dt>{t.password}</dt>
            <dd>{overview.passwordKnown ? t.passwordKept : t.passwordAsked}</dd>
          </>
        ) : null}
        <dt>{t.organization}</dt>
        <dd translate={overview.organization === null ? undefined : 'no'}>{overview.organization ?? t.unknown}</dd>
        <dt>{t.knownSince}</dt>
        <dd>{overview.firstKnownDate === null ? t.noData : format.date(overview.firstKnownDate)}</dd>
        <dt>{t.lastSync}</dt>
        <dd>{running === null ? lastRunText(overview.lastRun, overview.timeZone, format) : running.whole}</dd>
      </dl>
      {overview.problems.length === 0 ? null : (
        <div>
          <h3>{t.problems}</h3>
          <ul className="settings-problems">
            {overview.problems.map((problem) => (
              <li key={problem.kind}>{dataProblemText(problem, format)}</li>
            ))}
          </ul>
        </div>
      )}
      <div className="settings-actions">
        {running === null ? (
          <>
            <Button
              kind="primary"
              onPress={() => (isUnconfirmed ? setConfirming(true) : sync.start())}
              isDisabled={source === null}
            >
              {format.texts.app.syncNow}
            </Button>
            <Button onPress={() => sync.start({ reconcile: true })} isDisabled={source === null || isUnconfirmed}>
              {t.checkForChanges}
            </Button>
            <Button onPress={() => sync.start({ full: true })} isDisabled={source === null || isUnconfirmed}>
              {t.fullSync}
            </Button>
          </>
        ) : (
          <Button onPress={sync.cancel}>{t.cancelSync}</Button>
        )}
        {source?.kind === 'demo' ? null : (
          <Button onPress={() => go({ page: 'connect', workspaceId })}>{t.changeConnection}</Button>
        )}
      </div>
      <ConfirmSourceDialog isOpen={confirming} onClose={() => setConfirming(false)} />
      <p className="field-hint">{t.checkHint}</p>
    </Card>
  )
}

/** The last sync: when, how it ended, what it counted. */
function lastRunText(run: Overview['lastRun'], timeZone: string, format: Formatter): string {
  const t = format.texts.settings
  if (run === null) return t.noSync
  const when = `${format.instant(Date.parse(run.startedAt), timeZone)} ${zoneText(timeZone, format)}`
  switch (run.outcome) {
    case 'done':
      return t.syncDone({ when, visitors: format.visitors(run.visitors), duration: format.duration(run.durationMs) })
    case 'cancelled':
      return t.syncCancelled({ when })
    case 'failed':
      return t.syncFailed({ when, error: run.error ?? '' }).trim()
  }
}

import { CircleAlert, CloudOff, RefreshCw } from 'lucide-react'
import { useMemo, useState, type ReactNode } from 'react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { command, type Command } from '../commands/command.ts'
import { useCommands } from '../commands/use-commands.tsx'
import { Button } from '../../kit/button.tsx'
import { ErrorNotice } from '../../kit/error-notice.tsx'
import { ProgressLine } from '../../kit/progress-line.tsx'
import { useClock } from '../../format/use-clock.ts'
import { useFormat, useTexts } from '../../format/format-context.tsx'
import { useRouting } from '../routing/use-route.tsx'
import { ConfirmSourceDialog } from '../workspace/confirm-source.tsx'
import { figuresAgeText, isOffline, progressText, zoneText } from '../sync/sync-text.ts'
import { useWorkspace } from '../workspace/workspace-context.tsx'
import type { SyncJob } from '../workspace/workspace-types.ts'
import { PasswordDialog } from './password-dialog.tsx'
import './sync-status.css'

/** How old the figures are, a running sync, a failed one, and the button that starts one. */
export function SyncStatus(): ReactNode {
  const t = useTexts('sync')
  const { overview, sync, needsPassword } = useWorkspace()
  const [asking, setAsking] = useState(false)
  const [confirming, setConfirming] = useState(false)
  const isUnconfirmed = overview !== undefined && overview.unconfirmed !== null
  const { job, start } = sync
  const running = job?.state === 'running'
  // The last job for which the password was asked for, so that Cancel is an answer.
  const [askedFor, setAskedFor] = useState<string | null>(null)
  // Many databases need none, so nobody is asked before one refuses; a refusal of a sync begun here asks at once.
  const [awaited, setAwaited] = useState(false)
  const id = job?.id ?? null
  if (awaited && needsPassword && askedFor !== id) {
    setAskedFor(id)
    setAwaited(false)
    setAsking(true)
  }
  const begin = useMemo(
    () =>
      isUnconfirmed
        ? () => setConfirming(true)
        : needsPassword
          ? () => setAsking(true)
          : () => {
              setAwaited(true)
              start()
            },
    [isUnconfirmed, needsPassword, start],
  )
  const commands = useMemo<readonly Command[]>(() => (running ? [] : [command('sync', begin)]), [running, begin])
  useCommands('sync', commands)
  return (
    <div className="sync-status">
      {running ? <RunningSync job={job} /> : <RestingSync job={job} onRetry={begin} />}
      {running || !sync.isKnown ? null : (
        <Button
          kind="quiet"
          icon={<RefreshCw size={14} aria-hidden />}
          onPress={begin}
          isDisabled={sync.isStarting || overview === undefined}
        >
          {t.sync}
        </Button>
      )}
      <ConfirmSourceDialog isOpen={confirming} onClose={() => setConfirming(false)} />
      <PasswordDialog isOpen={asking} onClose={() => setAsking(false)} onPassword={(password) => start({ password })} />
    </div>
  )
}

function RunningSync({ job }: { readonly job: SyncJob }): ReactNode {
  const format = useFormat()
  const { sync } = useWorkspace()
  const { text, whole, share } = progressText(job, format)
  return (
    <>
      <div className="sync-progress">
        <span className="nowrap">{whole}</span>
        <ProgressLine label={text} share={share} />
      </div>
      <Button kind="quiet" onPress={sync.cancel}>
        {format.texts.app.cancel}
      </Button>
    </>
  )
}

function RestingSync({ job, onRetry }: { readonly job: SyncJob | null; readonly onRetry: () => void }): ReactNode {
  const format = useFormat()
  const clock = useClock()
  const { overview } = useWorkspace()
  if (overview === undefined) return null
  const now = overview.now === null ? null : Date.parse(overview.now)
  const { text, stale } = figuresAgeText({ now, clock, timeZone: overview.timeZone }, format)
  return (
    <>
      {job?.state === 'failed' && job.error !== null ? <FailedSync job={job} onRetry={onRetry} /> : null}
      <span
        className={stale ? 'sync-as-of sync-stale' : 'sync-as-of'}
        title={
          now === null ? undefined : `${format.instant(now, overview.timeZone)} ${zoneText(overview.timeZone, format)}`
        }
      >
        {text}
      </span>
    </>
  )
}

function FailedSync({ job, onRetry }: { readonly job: SyncJob; readonly onRetry: () => void }): ReactNode {
  const { texts } = useFormat()
  const t = texts.sync
  const { workspaceId, overview } = useWorkspace()
  const { go } = useRouting()
  const offline = isOffline(job)
  const title = offline ? t.sourceNotReached : t.failed
  if (job.error === null) return null
  return (
    <DialogTrigger>
      <Button
        kind="quiet"
        icon={
          offline ? (
            <CloudOff size={14} aria-hidden />
          ) : (
            <CircleAlert size={14} className="sync-failed-icon" aria-hidden />
          )
        }
      >
        {title}
      </Button>
      <Popover className="popover" placement="bottom end" offset={4}>
        <Dialog className="sync-failed" aria-label={title}>
          {({ close }) => (
            <ErrorNotice report={job.error!} calm={offline}>
              <Button
                kind="primary"
                onPress={() => {
                  close()
                  onRetry()
                }}
              >
                {job.error?.code === 'source-password' ? t.enterPassword : texts.app.tryAgain}
              </Button>
              {overview?.source?.kind === 'postgres' ? (
                <Button
                  onPress={() => {
                    close()
                    go({ page: 'connect', workspaceId })
                  }}
                >
                  {t.editConnection}
                </Button>
              ) : null}
            </ErrorNotice>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

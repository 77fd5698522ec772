import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button } from '../../kit/button.tsx'
import { ErrorNotice } from '../../kit/error-notice.tsx'
import { reportOf } from '../errors/error-report.ts'
import { useFormat, useTexts } from '../../format/format-context.tsx'
import { useTRPC } from '../rpc/client.ts'
import { outcomeNotes } from '../sync/sync-text.ts'
import { useWorkspace } from '../workspace/workspace-context.tsx'

const SHOWN = 3

/** What the user should know that the figures alone do not say: files that were mended, history that changed, a sync that could not start, an app that has gone. */
export function Notices(): ReactNode {
  const format = useFormat()
  const trpc = useTRPC()
  const { sync } = useWorkspace()
  const mended = useQuery(trpc.app.notices.queryOptions())
  const { job } = sync
  if (sync.silence !== null) return <ErrorNotice report={reportOf(sync.silence)} />
  const ended = job !== null && job.state !== 'running' ? job : null
  if (sync.startError !== null) {
    return (
      <ErrorNotice report={reportOf(sync.startError)}>
        <Button onPress={() => sync.start()}>{format.texts.app.tryAgain}</Button>
      </ErrorNotice>
    )
  }
  return (
    <>
      <NoticeList key={mended.data?.join()} notes={mended.data ?? []} />
      <NoticeList key={ended?.id} notes={ended === null ? [] : outcomeNotes(ended, format)} />
    </>
  )
}

/** Until they are dismissed. */
function NoticeList({ notes }: { readonly notes: readonly string[] }): ReactNode {
  const t = useTexts('app')
  const [dismissed, setDismissed] = useState(false)
  if (dismissed || notes.length === 0) return null
  return (
    <div className="notices" aria-live="polite">
      <ul>
        {notes.slice(0, SHOWN).map((note) => (
          <li key={note}>{note}</li>
        ))}
        {notes.length > SHOWN ? <li className="quiet">{t.moreNotes({ count: notes.length - SHOWN })}</li> : null}
      </ul>
      <Button
        kind="quiet"
        icon={<X size={14} aria-hidden />}
        aria-label={t.dismiss}
        onPress={() => setDismissed(true)}
      />
    </div>
  )
}

import { X } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button } from '../../components/button.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { reportOf } from '../../errors/error-report.ts'
import { useFormat } from '../../format/format-context.tsx'
import { outcomeNotes } from '../../workspace/sync-words.ts'
import { useWorkspace } from '../../workspace/workspace-context.tsx'

const SHOWN = 3

/** What a sync has to tell that the figures alone do not: history that changed, or why none could start. */
export function SyncNotices(): ReactNode {
  const format = useFormat()
  const { sync } = useWorkspace()
  const [dismissed, setDismissed] = useState<string | null>(null)
  const { job } = sync
  const notes = job === null || job.state === 'running' || job.id === dismissed ? [] : outcomeNotes(job, format)
  if (sync.startError !== null) {
    return (
      <ErrorNotice report={reportOf(sync.startError)}>
        <Button onPress={() => sync.start()}>Try again</Button>
      </ErrorNotice>
    )
  }
  if (job === null || notes.length === 0) return null
  return (
    <div className="notices" aria-live="polite">
      <ul>
        {notes.slice(0, SHOWN).map((note) => (
          <li key={note}>{note}</li>
        ))}
        {notes.length > SHOWN ? <li className="quiet">And {notes.length - SHOWN} more, in the log.</li> : null}
      </ul>
      <Button kind="quiet" icon={<X size={14} aria-hidden />} aria-label="Dismiss" onPress={() => setDismissed(job.id)} />
    </div>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { localDateOf } from '../../../../shared/time/local.ts'
import { Button } from '../../../kit/button.tsx'
import { useFormat } from '../../../format/format-context.tsx'
import { useDocumentTitle } from '../../../kit/document-title.ts'
import { useClock } from '../../../format/use-clock.ts'
import { useTRPC } from '../../../app/rpc/client.ts'
import { useWorkspace } from '../../../app/workspace/workspace-context.tsx'
import { PublicationsDialog } from './publications-dialog.tsx'
import { publishedText } from './published-text.ts'
import './publish.css'

interface PublishedStateProps {
  readonly planId: string
  readonly planName: string
  /** The revision that is stored; null: edits are on their way. */
  readonly revision: number | null
  /** Edits could not be stored. */
  readonly isUnsaved: boolean
}

/** Its weeks are predicted one by one. */
const WHILE_OPEN_MS = 2000

/** Whether the plan that is open is published, from when, and whether it was edited since, here and in the window’s title; leads to its publications. */
export function PublishedState({ planId, planName, revision, isUnsaved }: PublishedStateProps): ReactNode {
  const trpc = useTRPC()
  const format = useFormat()
  const { publish: t, plan: planTexts } = format.texts
  const now = useClock()
  const { workspaceId } = useWorkspace()
  const [isOpen, setIsOpen] = useState(false)
  const { data } = useQuery(
    trpc.plans.publications.queryOptions(
      { workspaceId },
      { staleTime: 0, refetchInterval: isOpen ? WHILE_OPEN_MS : false },
    ),
  )
  const publications = data?.filter((one) => one.planId === planId) ?? []
  const [newest] = publications
  const isEdited = newest !== undefined && revision !== newest.revision
  const state = newest && publishedText(newest, localDateOf(now, newest.timeZone), format)
  const text = state === undefined ? t.draft : isEdited ? t.edited({ state }) : state
  useDocumentTitle(
    'document',
    data === undefined
      ? planTexts.windowTitle({ plan: planName })
      : planTexts.windowTitleState({ plan: planName, state: isUnsaved ? planTexts.saving.unsaved : text }),
  )
  if (data === undefined) return null
  if (newest === undefined && !isOpen) return <span className="quiet">{t.draft}</span>
  return (
    <>
      {state === undefined ? (
        <span className="quiet">{t.draft}</span>
      ) : (
        <Button kind="quiet" onPress={() => setIsOpen(true)}>
          <span className={isEdited ? 'published-edited' : 'published-as-is'}>{text}</span>
        </Button>
      )}
      {isOpen ? <PublicationsDialog publications={publications} onClose={() => setIsOpen(false)} /> : null}
    </>
  )
}

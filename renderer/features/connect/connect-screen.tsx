import { useQuery } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../../kit/button.tsx'
import { useTexts } from '../../format/format-context.tsx'
import { ErrorNotice } from '../../kit/error-notice.tsx'
import { Skeleton } from '../../kit/skeleton.tsx'
import { reportOf } from '../../app/errors/error-report.ts'
import { useTRPC } from '../../app/rpc/client.ts'
import { Connect } from './connect.tsx'
import { connectDraft, EMPTY_DRAFT } from './connect-form.ts'
import './connect.css'

interface ConnectScreenProps {
  /** Whose connection is changed; null: a new one. */
  readonly workspaceId: string | null
}

/** Connects a database, or changes how one is reached and which of its tables are read. */
export function ConnectScreen({ workspaceId }: ConnectScreenProps): ReactNode {
  const t = useTexts('connect')
  const trpc = useTRPC()
  const known = useQuery(
    trpc.workspace.overview.queryOptions({ workspaceId: workspaceId ?? '' }, { enabled: workspaceId !== null }),
  )
  if (workspaceId !== null && known.data === undefined) {
    return (
      <main className="connect">
        {known.error === null ? (
          <Skeleton label={t.opening} heights={[40, 240]} />
        ) : (
          <ErrorNotice report={reportOf(known.error)} />
        )}
      </main>
    )
  }
  const source = known.data?.source?.kind === 'postgres' ? known.data.source : null
  const existing =
    workspaceId === null || known.data === undefined
      ? null
      : { id: workspaceId, name: known.data.workspace.name, organizationId: source?.organizationId ?? null }
  return (
    <main className="connect" id="main">
      <div>
        <Button kind="quiet" icon={<ArrowLeft size={14} aria-hidden />} onPress={() => history.back()}>
          {t.back}
        </Button>
      </div>
      <header className="connect-head">
        <h1>{existing === null ? t.title : t.titleOf({ name: existing.name })}</h1>
        <p className="quiet">{t.intro}</p>
      </header>
      <Connect key={workspaceId} draft={source === null ? EMPTY_DRAFT : connectDraft(source)} existing={existing} />
    </main>
  )
}

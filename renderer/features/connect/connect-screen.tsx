import { useQuery } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../../components/button.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { reportOf } from '../../errors/error-report.ts'
import { useTRPC } from '../../rpc.ts'
import { Connect } from './connect.tsx'
import { draftOf, EMPTY_DRAFT } from './connect-form.ts'
import './connect.css'

interface ConnectScreenProps {
  /** Whose connection is changed; null: a new one. */
  readonly workspaceId: string | null
}

/** Connects a database, or changes how one is reached and which of its tables are read. */
export function ConnectScreen({ workspaceId }: ConnectScreenProps): ReactNode {
  const trpc = useTRPC()
  const known = useQuery(trpc.workspace.overview.queryOptions({ workspaceId: workspaceId ?? '' }, { enabled: workspaceId !== null }))
  if (workspaceId !== null && known.data === undefined) {
    return <main className="connect">{known.error === null ? <Skeleton words="Opening the workspace" heights={[40, 240]} /> : <ErrorNotice report={reportOf(known.error)} />}</main>
  }
  const source = known.data?.source?.kind === 'postgres' ? known.data.source : null
  const existing = workspaceId === null || known.data === undefined ? null : { id: workspaceId, name: known.data.workspace.name, organizationId: source?.organizationId ?? null }
  return (
    <main className="connect" id="main">
      <div>
        <Button kind="quiet" icon={<ArrowLeft size={14} aria-hidden />} onPress={() => history.back()}>
          Back
        </Button>
      </div>
      <header className="connect-head">
        <h1>{existing === null ? 'Connect your Postgres' : `Connection of ${existing.name}`}</h1>
        <p className="quiet">Covercast only reads. It counts visits in your database and keeps the counts on this computer. It never fetches visitor ids or page addresses.</p>
      </header>
      <Connect key={workspaceId} draft={source === null ? EMPTY_DRAFT : draftOf(source)} existing={existing} />
    </main>
  )
}

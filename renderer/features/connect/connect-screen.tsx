import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Form } from 'react-aria-components'
import { Button } from '../../components/button.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { InSight } from '../../components/in-sight.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { reportOf } from '../../errors/error-report.ts'
import { useTRPC, useTRPCClient } from '../../rpc.ts'
import { useRouting } from '../../routing/use-route.tsx'
import { type ConnectDraft, draftOf, draftProblem, EMPTY_DRAFT, type SourceInput, sourceInput } from './connect-form.ts'
import { ConnectionFields } from './connection-fields.tsx'
import { FoundSource } from './found-source.tsx'
import { NameFields } from './name-fields.tsx'
import './connect.css'

interface ConnectScreenProps {
  /** Whose connection is changed; null: a new one. */
  readonly workspaceId: string | null
}

/** Connects a database, or changes how one is reached. */
export function ConnectScreen({ workspaceId }: ConnectScreenProps): ReactNode {
  const trpc = useTRPC()
  const known = useQuery(trpc.workspace.overview.queryOptions({ workspaceId: workspaceId ?? '' }, { enabled: workspaceId !== null }))
  if (workspaceId === null) return <Connect draft={EMPTY_DRAFT} existing={null} />
  if (known.data === undefined) {
    return <main className="connect">{known.error === null ? <Skeleton words="Opening the workspace" heights={[40, 240]} /> : <ErrorNotice report={reportOf(known.error)} />}</main>
  }
  const { source, workspace, unconfirmed } = known.data
  // An address that nobody here has confirmed is not tested by a press of a button: it is typed.
  const draft = source?.kind === 'postgres' ? draftOf(unconfirmed === null ? source : { ...source, url: '' }) : EMPTY_DRAFT
  return <Connect draft={draft} existing={{ id: workspaceId, name: workspace.name, organizationId: source?.kind === 'postgres' ? source.organizationId : null }} />
}

type ConnectRequest = SourceInput & { readonly remap?: boolean } & { readonly name: string | null; readonly weeks: number; readonly timeZone: string }

interface ConnectProps {
  readonly draft: ConnectDraft
  readonly existing: { readonly id: string; readonly name: string; readonly organizationId: string | null } | null
}

function Connect({ draft: initial, existing }: ConnectProps): ReactNode {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { go } = useRouting()
  const [draft, setDraft] = useState(initial)
  /** How often a test was asked for. */
  const [tries, setTries] = useState(0)
  const form = useRef<HTMLFormElement>(null)
  const test = useMutation(trpc.source.test.mutationOptions())
  const client = useTRPCClient()
  const connect = useMutation({
    networkMode: 'always',
    mutationFn: async ({ timeZone, ...request }: ConnectRequest) => {
      const made = await client.source.connect.mutate(request)
      // A workspace that was there has its zone already.
      if (existing === null) await client.settings.save.mutate({ workspaceId: made.workspaceId, patch: { timeZone } })
      return made
    },
    onSuccess: async ({ workspaceId }) => {
      go({ page: 'workspace', workspaceId, screen: 'coverage', params: {} })
      await queries.invalidateQueries({ queryKey: trpc.workspaces.list.queryKey() })
      await queries.invalidateQueries({ queryKey: trpc.workspace.overview.queryKey({ workspaceId }) })
    },
  })
  const change = (patch: Partial<ConnectDraft>): void => {
    setDraft({ ...draft, ...patch })
    // What was found belongs to what was typed then.
    test.reset()
    connect.reset()
  }
  const problem = draftProblem(draft)
  // What is to be put right may be out of sight, above the button.
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [tries])
  const runTest = (): void => {
    setTries(tries + 1)
    if (problem === null) test.mutate(sourceInput(draft, existing?.organizationId ?? null))
  }
  const found = test.data?.ok === true ? test.data : null
  const failure = test.data?.ok === false ? test.data.error : test.error === null ? null : reportOf(test.error)
  return (
    <main className="connect" id="main">
      <div>
        <Button kind="quiet" icon={<ArrowLeft size={14} aria-hidden />} onPress={() => history.back()}>
          Back
        </Button>
      </div>
      <header className="connect-head">
        <h1>{existing === null ? 'Connect your Postgres' : `Connection of ${existing.name}`}</h1>
        <p className="quiet">Covercast only reads. It counts visits in your database and keeps the counts on this machine; no visitor id and no address of a page is fetched.</p>
      </header>
      <Form
        ref={form}
        className="panel"
        onSubmit={(event) => {
          event.preventDefault()
          runTest()
        }}
      >
        <ConnectionFields draft={draft} change={change} problem={tries > 0 ? problem : null} />
        <NameFields names={draft.names} onChange={(names) => change({ names })} />
        <div className="connect-actions">
          <Button type="submit" kind={found === null ? 'primary' : 'secondary'} isDisabled={test.isPending}>
            {test.isPending ? 'Testing the connection' : 'Test the connection'}
          </Button>
        </div>
      </Form>
      {failure === null ? null : (
        <InSight key={test.submittedAt}>
          <ErrorNotice report={failure}>
            <Button onPress={runTest} isDisabled={test.isPending}>
              Test again
            </Button>
          </ErrorNotice>
        </InSight>
      )}
      {found === null ? null : (
        <FoundSource
          key={JSON.stringify(found.organizations)}
          found={found}
          existing={existing}
          isPending={connect.isPending}
          onStart={({ organizationId, ...choice }) => connect.mutate({ ...sourceInput(draft, organizationId), ...choice })}
        />
      )}
      {connect.error === null ? null : (
        <InSight key={connect.submittedAt}>
          <ErrorNotice report={reportOf(connect.error)}>
            {reportOf(connect.error).code === 'remap-needed' && connect.variables !== undefined ? (
              <Button isDisabled={connect.isPending} onPress={() => connect.mutate({ ...connect.variables, remap: true })}>
                Back up and re-map this workspace
              </Button>
            ) : undefined}
          </ErrorNotice>
        </InSight>
      )}
    </main>
  )
}

import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Form } from 'react-aria-components'
import { Button } from '../../components/button.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { InSight } from '../../components/in-sight.tsx'
import { reportOf } from '../../errors/error-report.ts'
import { checkChoices, choicesOf, mappingOf, type SourceChoices } from '../../../shared/contract/source/choices.ts'
import type { SourceMappingInput } from '../../../shared/contract/source/mapping.ts'
import type { ServerTables } from '../../../shared/contract/source/server-tables.ts'
import { suggestChoices } from '../../../shared/contract/source/suggest.ts'
import { type ConnectDraft, draftProblem, sourceInput } from './connect-form.ts'
import { ConnectionFields } from './connection-fields.tsx'
import { FirstLook } from './first-look.tsx'
import { FoundSource } from './found-source.tsx'
import { LastChoices } from './last-choices.tsx'
import { TablesPanel } from './tables-panel.tsx'
import { useConnect } from './use-connect.ts'
import { useLooks } from './use-looks.ts'

export interface ExistingWorkspace {
  readonly id: string
  readonly name: string
  readonly organizationId: string | null
}

interface ConnectProps {
  readonly draft: ConnectDraft
  readonly existing: ExistingWorkspace | null
}

interface Picked {
  readonly server: ServerTables
  readonly choices: SourceChoices
  /** The mapping that the choices began with; null: all is written out. */
  readonly before: SourceMappingInput | null
}

const OWN_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone
/** The login works; it is the tables that are not as expected. */
const ABOUT_TABLES = new Set(['source-table-missing', 'source-column-missing', 'source-permission', 'source-wrong-type', 'source-empty', 'source-organization', 'source-timeout'])

/** The steps to a connection: where the database is, which tables are read, a first look, and what the workspace is called. */
export function Connect({ draft: initial, existing }: ConnectProps): ReactNode {
  const [draft, setDraft] = useState(initial)
  /** How often a test was asked for. */
  const [tries, setTries] = useState(0)
  const [picked, setPicked] = useState<Picked | null>(null)
  const [organizationId, setOrganizationId] = useState(existing?.organizationId ?? null)
  const [timeZone, setTimeZone] = useState<string | null>(null)
  const form = useRef<HTMLFormElement>(null)
  /** Answers to an earlier question are no answers to this one. */
  const question = useRef(0)
  const { test, tables, preview, cancel } = useLooks()
  const connect = useConnect({ isNew: existing === null })
  const problem = draftProblem(draft)
  const mapping = picked === null ? draft.mapping : mappingIn(picked)
  const check = picked === null ? null : checkChoices(picked.choices, picked.server.tables)

  // What is to be put right may be out of sight, above the button.
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [tries])

  const forgetAnswers = (): void => {
    question.current += 1
    cancel()
    for (const look of [test, preview, connect]) look.reset()
  }
  const change = (patch: Partial<ConnectDraft>): void => {
    forgetAnswers()
    tables.reset()
    setPicked(null)
    setDraft({ ...draft, ...patch })
  }
  const pick = (next: Picked): void => {
    forgetAnswers()
    setPicked(next)
  }
  const inputOf = (chosen: SourceMappingInput | null, organization: string | null) => ({ ...sourceInput({ ...draft, mapping: chosen }, organization), workspaceId: existing?.id ?? null })
  const look = (organization: string | null): void => preview.mutate({ ...inputOf(mapping, organization), timeZone: timeZone ?? OWN_ZONE })

  const run = async (): Promise<void> => {
    const asked = (question.current += 1)
    const isCurrent = (): boolean => asked === question.current
    preview.reset()
    const answer = await test.mutateAsync(inputOf(mapping, existing?.organizationId ?? null))
    if (!isCurrent()) return
    const chosen = answer.ok ? (organizationId ?? answer.organizations[0]?.id ?? null) : organizationId
    if (answer.ok) {
      setOrganizationId(chosen)
      preview.mutate({ ...inputOf(mapping, chosen), timeZone: timeZone ?? OWN_ZONE })
    }
    if (picked !== null || (!answer.ok && !ABOUT_TABLES.has(answer.error.code))) return
    const listed = await tables.mutateAsync(inputOf(mapping, null))
    if (isCurrent() && listed.ok) setPicked(startingChoices(listed, { mapping: draft.mapping, isNew: existing === null, works: answer.ok }))
  }
  const start = (): void => {
    setTries(tries + 1)
    // What fails is shown from the mutation itself.
    if (problem === null) void run().catch(() => undefined)
  }

  const isPending = test.isPending || tables.isPending
  const found = test.data?.ok === true ? test.data : null
  const failure = test.data?.ok === false ? test.data.error : test.error === null ? null : reportOf(test.error)
  // Where other tables are suggested, the missing usual ones are no failure.
  const isAnswered = failure !== null && failure.code === 'source-table-missing' && picked !== null && JSON.stringify(mapping) !== JSON.stringify(draft.mapping)
  return (
    <>
      <Form
        ref={form}
        className="panel"
        onSubmit={(event) => {
          event.preventDefault()
          start()
        }}
      >
        <ConnectionFields isNew={existing === null} draft={draft} change={change} problem={tries > 0 ? problem : null} />
        <div className="connect-actions">
          <Button type="submit" kind={picked === null && found === null ? 'primary' : 'secondary'} isDisabled={isPending}>
            {isPending ? 'Testing the connection' : 'Test the connection'}
          </Button>
        </div>
      </Form>
      {failure === null || isAnswered ? null : (
        <InSight key={test.submittedAt}>
          <ErrorNotice report={failure}>
            <Button onPress={start} isDisabled={isPending}>
              Test again
            </Button>
          </ErrorNotice>
        </InSight>
      )}
      {found === null ? null : <FoundSource found={found} />}
      {picked === null || check === null ? null : (
        <TablesPanel
          key={tables.submittedAt}
          server={picked.server}
          choices={picked.choices}
          check={check}
          mapping={mapping}
          isUsual={mapping === null && check.isReady}
          works={found !== null}
          onChange={(choices) => pick({ ...picked, choices })}
          onLoad={(loaded) => pick({ ...picked, choices: choicesOf(loaded, picked.server.tables), before: loaded })}
        />
      )}
      {picked === null && found === null ? null : (
        <FirstLook
          answer={preview.data ?? (preview.error === null ? null : { ok: false, error: reportOf(preview.error) })}
          isPending={preview.isPending || (test.isPending && picked !== null)}
          isReady={check?.isReady ?? true}
          organizations={existing === null ? (found?.organizations ?? []) : []}
          organizationId={organizationId ?? ''}
          onOrganization={(id) => {
            setOrganizationId(id)
            cancel()
            look(id)
          }}
          onLook={() => (found === null ? start() : look(organizationId))}
          onCancel={cancel}
        />
      )}
      {found === null ? null : (
        <LastChoices
          existing={existing}
          organizationName={found.organizations.find(({ id }) => id === organizationId)?.name ?? null}
          timeZone={timeZone}
          ownZone={OWN_ZONE}
          onTimeZone={setTimeZone}
          isPending={connect.isPending}
          onStart={(choice) => connect.mutate({ ...inputOf(mapping, organizationId), ...choice, timeZone: timeZone ?? OWN_ZONE })}
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
    </>
  )
}

/** A mapping that works, or that somebody wrote, is where the choices begin; else what the tables suggest. */
function startingChoices(server: ServerTables, { mapping, isNew, works }: { readonly mapping: SourceMappingInput | null; readonly isNew: boolean; readonly works: boolean }): Picked {
  const isKept = works || !isNew || mapping !== null
  return { server, choices: isKept ? choicesOf(mapping ?? {}, server.tables) : suggestChoices(server.tables), before: isKept ? (mapping ?? {}) : null }
}

function mappingIn({ server, choices, before }: Picked): SourceMappingInput | null {
  const mapping = mappingOf(choices, { tables: server.tables, before })
  return mapping === null || Object.keys(mapping).length === 0 ? null : mapping
}

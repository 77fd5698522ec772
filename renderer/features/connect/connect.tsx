import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Form } from 'react-aria-components'
import { cardClass } from '../../kit/card.tsx'
import { Button } from '../../kit/button.tsx'
import { useFormat } from '../../format/format-context.tsx'
import { ErrorNotice } from '../../kit/error-notice.tsx'
import { InSight } from '../../kit/in-sight.tsx'
import { ScrollAnchor } from '../../kit/scroll-anchor.tsx'
import { reportOf } from '../../app/errors/error-report.ts'
import { checkChoices, choicesOf } from '../../../shared/contract/source/choices.ts'
import type { SourceMappingInput } from '../../../shared/contract/source/mapping.ts'
import { ABOUT_TABLES, type ConnectDraft, draftProblem, sourceInput } from './connect-form.ts'
import { AllOrganizations } from './all-organizations.tsx'
import { ConnectionFields } from './connection-fields.tsx'
import { FirstLook } from './first-look.tsx'
import { FoundSource } from './found-source.tsx'
import { LastChoices, NEW_WORKSPACE } from './last-choices.tsx'
import { mappingIn, type PickedTables, startingChoices } from './picked-tables.ts'
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

const OWN_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone

/** The steps to a connection: where the database is, which tables are read, a first look, and what the workspace is called. */
export function Connect({ draft: initial, existing }: ConnectProps): ReactNode {
  const { connect: t, app } = useFormat().texts
  const [draft, setDraft] = useState(initial)
  /** How often a test was asked for. */
  const [tries, setTries] = useState(0)
  const [picked, setPicked] = useState<PickedTables | null>(null)
  const [organizationId, setOrganizationId] = useState(existing?.organizationId ?? null)
  const [chosen, setChosen] = useState(NEW_WORKSPACE)
  const form = useRef<HTMLFormElement>(null)
  const testButton = useRef<HTMLButtonElement>(null)
  /** Answers to an earlier question are no answers to this one. */
  const question = useRef(0)
  const { test, tables, preview, cancel } = useLooks()
  const connect = useConnect({ isNew: existing === null })
  const problem = draftProblem(draft)
  const timeZone = chosen.timeZone ?? OWN_ZONE
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
  const pick = (next: PickedTables): void => {
    forgetAnswers()
    setPicked(next)
  }
  const inputOf = (chosen: SourceMappingInput | null, organization: string | null) => ({
    ...sourceInput({ ...draft, mapping: chosen }, organization),
    workspaceId: existing?.id ?? null,
  })
  const look = (organization: string | null): void => preview.mutate({ ...inputOf(mapping, organization), timeZone })

  const run = async (): Promise<void> => {
    const asked = (question.current += 1)
    const isCurrent = (): boolean => asked === question.current
    preview.reset()
    const answer = await test.mutateAsync(inputOf(mapping, existing?.organizationId ?? null))
    if (!isCurrent()) return
    const chosen = answer.ok ? (organizationId ?? answer.organizations[0]?.id ?? null) : organizationId
    if (answer.ok) {
      setOrganizationId(chosen)
      preview.mutate({ ...inputOf(mapping, chosen), timeZone })
    }
    if (picked !== null || (!answer.ok && !ABOUT_TABLES.has(answer.error.code))) return
    const listed = await tables.mutateAsync(inputOf(mapping, null))
    if (isCurrent() && listed.ok)
      setPicked(startingChoices(listed, { mapping: draft.mapping, isNew: existing === null, works: answer.ok }))
  }
  const start = (): void => {
    setTries(tries + 1)
    // What fails is shown from the mutation itself.
    if (problem === null) void run().catch(() => undefined)
  }

  const isPending = test.isPending || tables.isPending
  const found = test.data?.ok === true ? test.data : null
  const wasCancelled = test.data?.ok === false && test.data.error.code === 'cancelled'
  const failure =
    test.data?.ok === false
      ? wasCancelled
        ? null
        : test.data.error
      : test.error === null
        ? null
        : reportOf(test.error)
  // Where other tables are suggested, the missing usual ones are no failure; while they are listed, it is not known yet.
  const isAnswered =
    failure !== null &&
    (tables.isPending ||
      (failure.code === 'source-table-missing' &&
        picked !== null &&
        JSON.stringify(mapping) !== JSON.stringify(draft.mapping)))
  return (
    <>
      <Form
        ref={form}
        className={cardClass('form')}
        onSubmit={(event) => {
          event.preventDefault()
          start()
        }}
      >
        <ConnectionFields
          isNew={existing === null}
          draft={draft}
          change={change}
          problem={tries > 0 ? problem : null}
        />
        <div className="connect-actions">
          <Button
            ref={testButton}
            type="submit"
            kind={picked === null && found === null ? 'primary' : 'secondary'}
            isPending={isPending}
          >
            {isPending ? t.testing : t.test}
          </Button>
          {isPending ? (
            <Button
              onPress={() => {
                // This button goes; the keyboard goes on from the one beside it.
                testButton.current?.focus()
                cancel()
              }}
            >
              {app.cancel}
            </Button>
          ) : null}
          <p className="field-hint" aria-live="polite">
            {wasCancelled && !isPending ? t.cancelled : ''}
          </p>
        </div>
      </Form>
      {failure === null || isAnswered ? null : (
        <InSight key={test.submittedAt}>
          <ErrorNotice report={failure}>
            <Button
              onPress={() => {
                testButton.current?.focus()
                start()
              }}
            >
              {t.testAgain}
            </Button>
          </ErrorNotice>
        </InSight>
      )}
      {found === null ? null : <FoundSource found={found} />}
      {found === null || existing !== null ? null : (
        <AllOrganizations found={found} source={inputOf(mapping, null)} timeZone={timeZone} />
      )}
      {picked === null || check === null ? null : (
        <TablesPanel
          key={tables.submittedAt}
          server={picked.server}
          choices={picked.choices}
          check={check}
          mapping={mapping}
          isUsual={mapping === null && (check.isReady || found !== null)}
          works={found !== null}
          onChange={(choices) => pick({ ...picked, choices })}
          onLoad={(loaded) => pick({ ...picked, choices: choicesOf(loaded, picked.server.tables), before: loaded })}
        />
      )}
      {picked === null && found === null ? null : (
        <FirstLook
          answer={preview.data ?? (preview.error === null ? null : { ok: false, error: reportOf(preview.error) })}
          isPending={preview.isPending || (test.isPending && picked !== null)}
          isReady={found !== null || (check?.isReady ?? true)}
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
        <ScrollAnchor>
          <LastChoices
            existing={existing}
            organizationName={found.organizations.find(({ id }) => id === organizationId)?.name ?? null}
            chosen={chosen}
            onChoose={(patch) => setChosen({ ...chosen, ...patch })}
            ownZone={OWN_ZONE}
            isPending={connect.isPending}
            onStart={() =>
              connect.mutate({
                ...inputOf(mapping, organizationId),
                name: existing?.name ?? (chosen.name.trim() || null),
                weeks: Number(chosen.weeks),
                timeZone,
              })
            }
          />
        </ScrollAnchor>
      )}
      {connect.error === null ? null : (
        <InSight key={connect.submittedAt}>
          <ErrorNotice report={reportOf(connect.error)}>
            {reportOf(connect.error).code === 'remap-needed' && connect.variables !== undefined ? (
              <Button
                isDisabled={connect.isPending}
                onPress={() => connect.mutate({ ...connect.variables, remap: true })}
              >
                {t.remap}
              </Button>
            ) : undefined}
          </ErrorNotice>
        </InSight>
      )}
    </>
  )
}

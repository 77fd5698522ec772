import type { ReactNode } from 'react'
import { RadioField, TextField } from '../../kit/fields.tsx'
import { useTexts } from '../../format/format-context.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { type ConnectDraft, type DraftProblem, TLS_MODES } from './connect-form.ts'

const EXAMPLE_URL = 'postgres://user@host:5432/database'
const USUAL_PORT = '5432'
const EXAMPLE_FILE = '/path/to/ca.crt'

interface ConnectionFieldsProps {
  /** false: it is the connection of a workspace, which may know the password. */
  readonly isNew: boolean
  readonly draft: ConnectDraft
  readonly change: (patch: Partial<ConnectDraft>) => void
  /** What must be put right; null: nothing, or nothing to say yet. */
  readonly problem: DraftProblem | null
}

/** Where the database is and how it is reached. */
export function ConnectionFields({ isNew, draft, change, problem }: ConnectionFieldsProps): ReactNode {
  const t = useTexts('connect')
  const { tls } = useTexts('workspaces')
  const problemOf = (field: string): { readonly problem: string | null } => ({
    problem: problem?.field === field ? problem.message : null,
  })
  const checksCertificate = draft.tls === 'verify-ca' || draft.tls === 'verify-full'
  return (
    <>
      <RadioField
        label={t.connection}
        inline
        value={draft.way}
        onChange={(way) => change({ way })}
        choices={[
          { id: 'url', label: t.asUrl },
          { id: 'fields', label: t.inFields },
        ]}
      />
      {draft.way === 'url' ? (
        <TextField
          label={t.url}
          fixed
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the screen was opened to write here
          autoFocus={isNew}
          placeholder={EXAMPLE_URL}
          value={draft.url}
          onChange={(url) => change({ url })}
          hint={t.urlHint}
          {...problemOf('url')}
        />
      ) : (
        <div className="connect-fields">
          <TextField
            label={t.host}
            fixed
            value={draft.host}
            onChange={(host) => change({ host })}
            {...problemOf('host')}
          />
          <TextField
            label={t.port}
            fixed
            placeholder={USUAL_PORT}
            inputMode="numeric"
            value={draft.port}
            onChange={(port) => change({ port })}
            {...problemOf('port')}
          />
          <TextField label={t.database} fixed value={draft.database} onChange={(database) => change({ database })} />
          <TextField label={t.user} fixed value={draft.user} onChange={(user) => change({ user })} />
        </div>
      )}
      <div className="connect-pair">
        <TextField
          label={t.password}
          type="password"
          value={draft.password}
          onChange={(password) => change({ password })}
          hint={isNew ? t.passwordHint : t.passwordHintKnown}
        />
        <SelectField
          label={t.encryption}
          value={draft.tls === '' ? 'usual' : draft.tls}
          onChange={(key) => change({ tls: TLS_MODES.find((mode) => mode === key) ?? '' })}
          options={[
            { id: 'usual', label: draft.way === 'url' ? t.asInUrl : t.usualTls },
            ...TLS_MODES.map((mode) => ({ id: mode, label: mode, detail: tls[mode] })),
          ]}
        />
      </div>
      {checksCertificate ? (
        <TextField
          label={t.caFile}
          fixed
          placeholder={EXAMPLE_FILE}
          value={draft.caFile}
          onChange={(caFile) => change({ caFile })}
          hint={t.caFileHint}
        />
      ) : null}
    </>
  )
}

import type { ReactNode } from 'react'
import { RadioField, TextField } from '../../components/fields.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { TLS_LABELS } from '../../workspace/tls-labels.ts'
import { type ConnectDraft, type DraftProblem, TLS_MODES } from './connect-form.ts'

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
  const problemOf = (field: string): { readonly problem: string | null } => ({ problem: problem?.field === field ? problem.message : null })
  const checksCertificate = draft.tls === 'verify-ca' || draft.tls === 'verify-full'
  return (
    <>
      <RadioField
        label="Connection"
        inline
        value={draft.way}
        onChange={(way) => change({ way })}
        choices={[
          { id: 'url', label: 'As a URL' },
          { id: 'fields', label: 'In fields' },
        ]}
      />
      {draft.way === 'url' ? (
        <TextField
          label="URL"
          fixed
          placeholder="postgres://user@host:5432/database"
          value={draft.url}
          onChange={(url) => change({ url })}
          hint="A password in it is used, and not kept."
          {...problemOf('url')}
        />
      ) : (
        <div className="connect-fields">
          <TextField label="Host" fixed value={draft.host} onChange={(host) => change({ host })} {...problemOf('host')} />
          <TextField label="Port" fixed placeholder="5432" inputMode="numeric" value={draft.port} onChange={(port) => change({ port })} {...problemOf('port')} />
          <TextField label="Database" fixed value={draft.database} onChange={(database) => change({ database })} />
          <TextField label="User" fixed value={draft.user} onChange={(user) => change({ user })} />
        </div>
      )}
      <div className="connect-pair">
        <TextField
          label="Password"
          type="password"
          value={draft.password}
          onChange={(password) => change({ password })}
          hint={
            isNew
              ? 'Stays in memory while Covercast runs; it is never written to disk. Leave it out if PGPASSWORD or .pgpass has it.'
              : 'Leave it out to use the one in memory for this server and user, or that of PGPASSWORD or .pgpass.'
          }
        />
        <SelectField
          label="Encryption (TLS)"
          value={draft.tls === '' ? 'usual' : draft.tls}
          onChange={(key) => change({ tls: TLS_MODES.find((mode) => mode === key) ?? '' })}
          options={[{ id: 'usual', label: draft.way === 'url' ? 'As the URL says, else prefer' : 'As usual: prefer' }, ...TLS_MODES.map((mode) => ({ id: mode, label: mode, detail: TLS_LABELS[mode] }))]}
        />
      </div>
      {checksCertificate ? (
        <TextField label="CA file" fixed placeholder="/path/to/ca.crt" value={draft.caFile} onChange={(caFile) => change({ caFile })} hint="Path on this machine. Leave it out for a certificate of a well-known authority." />
      ) : null}
    </>
  )
}

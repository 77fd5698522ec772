import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { variableName } from '../../../../shared/alerts/alert-rule.ts'
import { reportOf } from '../../../app/errors/error-report.ts'
import { useTRPC } from '../../../app/rpc/client.ts'
import { useInvalidate } from '../../../app/rpc/what-changes-what.ts'
import { useWorkspace } from '../../../app/workspace/workspace-context.tsx'
import { useFormat } from '../../../format/format-context.tsx'
import { Button } from '../../../kit/button.tsx'
import { ErrorNotice } from '../../../kit/error-notice.tsx'
import { NumberField, TextField } from '../../../kit/fields.tsx'
import { Modal, ModalActions } from '../../../kit/modal.tsx'
import { SelectField } from '../../../kit/select-field.tsx'
import type { ChannelInput, StoredChannel } from './alert-types.ts'

const KINDS = ['slack', 'teams', 'discord', 'json', 'email'] as const
const SECURITIES = ['tls', 'starttls', 'none'] as const
type Kind = (typeof KINDS)[number]
type Security = (typeof SECURITIES)[number]

/** Everything that can be typed, whatever the kind. */
interface Form {
  readonly kind: Kind
  readonly name: string
  readonly address: string
  readonly key: string
  readonly host: string
  readonly port: number
  readonly security: Security
  readonly user: string
  readonly password: string
  readonly from: string
  readonly to: string
}

const USUAL_PORTS: Readonly<Record<Security, number>> = { tls: 465, starttls: 587, none: 25 }

interface ChannelDialogProps {
  /** null: a new one. */
  readonly channel: StoredChannel | null
  readonly onClose: () => void
}

/** Where messages go. What is secret is typed, never shown again. */
export function ChannelDialog({ channel, onClose }: ChannelDialogProps): ReactNode {
  const format = useFormat()
  const t = format.texts.alertSettings
  const trpc = useTRPC()
  const invalidate = useInvalidate()
  const { workspaceId } = useWorkspace()
  const [form, setForm] = useState<Form>(() => formOf(channel))
  const [privateHost, setPrivateHost] = useState<string | null>(null)
  const [isRemoving, setIsRemoving] = useState(false)
  const info = useQuery(trpc.app.info.queryOptions())
  const close = async (): Promise<void> => {
    await invalidate('alert-settings')
    onClose()
  }
  const save = useMutation(
    trpc.alerts.saveChannel.mutationOptions({
      onSuccess: async (saved) => (saved.kind === 'private' ? setPrivateHost(saved.host) : close()),
    }),
  )
  const remove = useMutation(trpc.alerts.removeChannel.mutationOptions({ onSuccess: close }))
  const change = (patch: Partial<Form>): void => setForm({ ...form, ...patch })
  const submit = (mayBePrivate: boolean): void =>
    save.mutate({ workspaceId, channel: inputOf(form, channel?.id ?? null), mayBePrivate })
  const failure = save.error ?? remove.error
  const notice = failure === null ? null : <ErrorNotice report={reportOf(failure)} />
  if (isRemoving && channel !== null) {
    return (
      <Modal
        title={t.removeChannelTitle({ name: channel.name })}
        role="alertdialog"
        isOpen
        onClose={() => setIsRemoving(false)}
      >
        <p>{t.removeChannelText}</p>
        {notice}
        <ModalActions>
          <Button onPress={() => setIsRemoving(false)}>{t.cancel}</Button>
          <Button kind="danger" onPress={() => remove.mutate({ workspaceId, channelId: channel.id })}>
            {t.remove}
          </Button>
        </ModalActions>
      </Modal>
    )
  }
  if (privateHost !== null) {
    return (
      <Modal title={t.privateTitle} role="alertdialog" isOpen onClose={() => setPrivateHost(null)}>
        <p>{t.privateText({ host: privateHost })}</p>
        {notice}
        <ModalActions>
          <Button onPress={() => setPrivateHost(null)}>{t.back}</Button>
          <Button kind="primary" isDisabled={save.isPending} onPress={() => submit(true)}>
            {t.privateConfirm}
          </Button>
        </ModalActions>
      </Modal>
    )
  }
  const variable = `COVERCAST_ALERT_${variableName({ id: channel?.id ?? 'CHANNEL', name: form.name })}_URL`
  return (
    <Modal
      title={channel === null ? t.newChannel : t.editChannel({ name: channel.name })}
      isOpen
      onClose={onClose}
      wide
    >
      <div className="alerts-form">
        {channel === null ? (
          <SelectField
            label={t.kind}
            options={KINDS.map((id) => ({ id, label: t.kinds[id] }))}
            value={form.kind}
            onChange={(id) => change({ kind: KINDS.find((one) => one === id)! })}
          />
        ) : null}
        <TextField label={t.name} value={form.name} onChange={(name) => change({ name })} maxLength={80} />
        {form.kind === 'email' ? (
          <MailFields form={form} change={change} isNew={channel === null} />
        ) : (
          <>
            <TextField
              label={t.address}
              hint={channel === null ? t.addressHints[form.kind] : t.addressKept}
              type="password"
              fixed
              value={form.address}
              onChange={(address) => change({ address })}
            />
            {form.kind === 'json' ? (
              <TextField
                label={t.key}
                hint={t.keyHint}
                type="password"
                value={form.key}
                onChange={(key) => change({ key })}
              />
            ) : null}
          </>
        )}
        {info.data === undefined ? null : (
          <p className="quiet">{info.data.capabilities.keepsSecrets ? t.kept : t.notKept({ variable })}</p>
        )}
      </div>
      {notice}
      <ModalActions>
        {channel === null ? null : (
          <Button kind="danger" onPress={() => setIsRemoving(true)}>
            {t.remove}
          </Button>
        )}
        <Button onPress={onClose}>{t.cancel}</Button>
        <Button kind="primary" isDisabled={save.isPending || form.name.trim() === ''} onPress={() => submit(false)}>
          {t.save}
        </Button>
      </ModalActions>
    </Modal>
  )
}

interface MailFieldsProps {
  readonly form: Form
  readonly change: (patch: Partial<Form>) => void
  readonly isNew: boolean
}

function MailFields({ form, change, isNew }: MailFieldsProps): ReactNode {
  const format = useFormat()
  const t = format.texts.alertSettings
  return (
    <>
      <div className="settings-row">
        <TextField label={t.mailHost} value={form.host} onChange={(host) => change({ host })} />
        <NumberField
          label={t.mailPort}
          unit=""
          value={form.port}
          minValue={1}
          maxValue={65_535}
          onChange={(port) => change({ port })}
        />
      </div>
      <SelectField
        label={t.security}
        options={SECURITIES.map((id) => ({ id, label: t.securities[id] }))}
        value={form.security}
        onChange={(id) => {
          const security = SECURITIES.find((one) => one === id)!
          change({ security, ...(form.port === USUAL_PORTS[form.security] ? { port: USUAL_PORTS[security] } : {}) })
        }}
      />
      <div className="settings-row">
        <TextField label={t.user} value={form.user} onChange={(user) => change({ user })} />
        <TextField
          label={t.password}
          type="password"
          hint={isNew ? undefined : t.passwordKept}
          value={form.password}
          onChange={(password) => change({ password })}
        />
      </div>
      <div className="settings-row">
        <TextField label={t.from} type="email" value={form.from} onChange={(from) => change({ from })} />
        <TextField label={t.to} hint={t.toHint} value={form.to} onChange={(to) => change({ to })} />
      </div>
    </>
  )
}

function formOf(channel: StoredChannel | null): Form {
  const empty: Form = {
    kind: channel?.kind ?? 'slack',
    name: channel?.name ?? '',
    address: '',
    key: '',
    host: '',
    port: USUAL_PORTS.starttls,
    security: 'starttls',
    user: '',
    password: '',
    from: '',
    to: '',
  }
  if (channel?.kind !== 'email') return empty
  const { host, port, security, user, from, to } = channel
  return { ...empty, host, port, security, user, from, to: to.join(', ') }
}

function inputOf(form: Form, id: string | null): ChannelInput {
  const typed = (text: string): string | null => (text === '' ? null : text)
  const { kind, name } = form
  if (kind === 'email') {
    const { host, port, security, user, from } = form
    const to = form.to
      .split(/[\s,;]+/u)
      .map((one) => one.trim())
      .filter((one) => one !== '')
    return { kind, id, name, host, port, security, user, from: from.trim(), to, password: typed(form.password) }
  }
  const address = typed(form.address.trim())
  return kind === 'json' ? { kind, id, name, address, key: typed(form.key) } : { kind, id, name, address }
}

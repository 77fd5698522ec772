import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { reportOf } from '../../../app/errors/error-report.ts'
import { useTRPC } from '../../../app/rpc/client.ts'
import { useInvalidate } from '../../../app/rpc/what-changes-what.ts'
import { useWorkspace } from '../../../app/workspace/workspace-context.tsx'
import { useFormat } from '../../../format/format-context.tsx'
import { Button } from '../../../kit/button.tsx'
import { ErrorNotice } from '../../../kit/error-notice.tsx'
import { SwitchField } from '../../../kit/fields.tsx'
import { Modal, ModalActions } from '../../../kit/modal.tsx'
import { SelectField } from '../../../kit/select-field.tsx'
import { Skeleton } from '../../../kit/skeleton.tsx'
import type { AlertSettingsAnswer, DigestInput, StoredChannel } from './alert-types.ts'
import { MessageTexts } from './message-texts.tsx'
import { ChannelsField, ReviewButtons } from './review-parts.tsx'

interface DigestDialogProps {
  readonly digest: AlertSettingsAnswer['digest']
  readonly channels: readonly StoredChannel[]
  readonly onClose: () => void
}

/** When the digest is sent and to whom; then what it says. */
export function DigestDialog({ digest, channels, onClose }: DigestDialogProps): ReactNode {
  const format = useFormat()
  const t = format.texts.alertSettings
  const trpc = useTRPC()
  const invalidate = useInvalidate()
  const { workspaceId } = useWorkspace()
  const { isOn, dayOfWeek, hour } = digest
  const [form, setForm] = useState<DigestInput>({ isOn, dayOfWeek, hour, channels: [...digest.channels] })
  const [step, setStep] = useState<'form' | 'texts'>('form')
  const save = useMutation(
    trpc.alerts.saveDigest.mutationOptions({
      onSuccess: async () => {
        await invalidate('alert-settings')
        onClose()
      },
    }),
  )
  const preview = useQuery(
    trpc.alerts.previewDigest.queryOptions({ workspaceId, digest: form }, { enabled: step === 'texts' }),
  )
  const change = (patch: Partial<DigestInput>): void => setForm({ ...form, ...patch })
  const leaves = form.isOn && form.channels.length > 0
  const failure = save.error ?? preview.error
  const names = format.list(channels.filter(({ id }) => form.channels.includes(id)).map(({ name }) => name))
  return (
    <Modal title={step === 'texts' ? t.textsTitle : t.digest} isOpen onClose={onClose} wide>
      {step === 'texts' ? (
        <div className="alerts-form">
          <p>{t.digestTextsIntro({ channels: names })}</p>
          {preview.data === undefined && preview.error === null ? (
            <Skeleton label={t.loading} heights={[120]} />
          ) : (
            <MessageTexts texts={preview.data?.texts ?? []} />
          )}
        </div>
      ) : (
        <div className="alerts-form">
          <SwitchField
            label={t.digestOn}
            hint={t.digestHint}
            isSelected={form.isOn}
            onChange={(on) => change({ isOn: on })}
          />
          <div className="settings-row">
            <SelectField
              label={t.digestDay}
              options={format.weekOrder.map((day) => ({ id: String(day), label: format.dayName(day) }))}
              value={String(form.dayOfWeek)}
              onChange={(id) => change({ dayOfWeek: Number(id) })}
            />
            <SelectField
              label={t.digestHour}
              options={Array.from({ length: 24 }, (_, one) => ({ id: String(one), label: format.hour(one) }))}
              value={String(form.hour)}
              onChange={(id) => change({ hour: Number(id) })}
            />
          </div>
          <ChannelsField
            channels={channels}
            chosen={form.channels}
            onChange={(ids) => change({ channels: [...ids] })}
            none={t.digestNeedsChannel}
          />
        </div>
      )}
      {failure === null ? null : <ErrorNotice report={reportOf(failure)} />}
      <ModalActions>
        {step === 'texts' ? (
          <ReviewButtons
            onBack={() => setStep('form')}
            onConfirm={
              preview.data === undefined || save.isPending
                ? null
                : () => save.mutate({ workspaceId, digest: form, review: preview.data.review })
            }
          />
        ) : (
          <>
            <Button onPress={onClose}>{t.cancel}</Button>
            <Button
              kind="primary"
              isDisabled={save.isPending}
              onPress={() => (leaves ? setStep('texts') : save.mutate({ workspaceId, digest: form, review: null }))}
            >
              {leaves ? t.seeTexts : t.save}
            </Button>
          </>
        )}
      </ModalActions>
    </Modal>
  )
}

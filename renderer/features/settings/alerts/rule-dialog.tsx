import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { ALERT_MEASURES } from '../../../../shared/alerts/alert-rule.ts'
import { reportOf } from '../../../app/errors/error-report.ts'
import { useTRPC } from '../../../app/rpc/client.ts'
import { useInvalidate } from '../../../app/rpc/what-changes-what.ts'
import { useWorkspace } from '../../../app/workspace/workspace-context.tsx'
import type { Overview } from '../../../app/workspace/workspace-types.ts'
import { useFormat } from '../../../format/format-context.tsx'
import { Button } from '../../../kit/button.tsx'
import { ErrorNotice } from '../../../kit/error-notice.tsx'
import { NumberField, SwitchField, TextField } from '../../../kit/fields.tsx'
import { Modal, ModalActions } from '../../../kit/modal.tsx'
import { SelectField } from '../../../kit/select-field.tsx'
import type { RuleInput, StoredChannel, StoredRule } from './alert-types.ts'
import { MessageTexts } from './message-texts.tsx'
import { QuietFields } from './quiet-fields.tsx'
import { ChannelsField, ReviewButtons } from './review-parts.tsx'
import { BEGINNINGS, ruleInput } from './rule-form.ts'

const MINUTES = [15, 30, 60, 120, 240]

interface RuleDialogProps {
  /** null: a new one. */
  readonly rule: StoredRule | null
  readonly channels: readonly StoredChannel[]
  readonly overview: Overview
  readonly onClose: () => void
}

/** A rule: what is watched and who is notified; then, where it leaves the computer, what is sent. */
export function RuleDialog({ rule, channels, overview, onClose }: RuleDialogProps): ReactNode {
  const format = useFormat()
  const t = format.texts.alertSettings
  const trpc = useTRPC()
  const invalidate = useInvalidate()
  const { workspaceId } = useWorkspace()
  const [form, setForm] = useState<RuleInput>(() => ruleInput(rule))
  const [step, setStep] = useState<'form' | 'texts'>('form')
  const [wasTried, setWasTried] = useState(false)
  const done = {
    onSuccess: async () => {
      await invalidate('alert-settings')
      onClose()
    },
  }
  const save = useMutation(trpc.alerts.saveRule.mutationOptions(done))
  const remove = useMutation(trpc.alerts.removeRule.mutationOptions(done))
  const preview = useQuery(trpc.alerts.preview.queryOptions({ workspaceId, rule: form }, { enabled: step === 'texts' }))
  const change = (patch: Partial<RuleInput>): void => setForm({ ...form, ...patch })
  const leaves = form.channels.length > 0
  const isNamed = form.name.trim() !== ''
  const next = (): void => {
    setWasTried(true)
    if (!isNamed) return
    if (leaves) setStep('texts')
    else save.mutate({ workspaceId, rule: form, review: null })
  }
  const failure = save.error ?? remove.error ?? preview.error
  const names = format.list(channels.filter(({ id }) => form.channels.includes(id)).map(({ name }) => name))
  return (
    <Modal
      title={step === 'texts' ? t.textsTitle : rule === null ? t.newRule : t.editRule({ name: rule.name })}
      isOpen
      onClose={onClose}
      wide
    >
      {step === 'texts' ? (
        <div className="alerts-form">
          <p>{t.textsIntro({ channels: names })}</p>
          <MessageTexts texts={preview.data?.texts ?? []} />
        </div>
      ) : (
        <div className="alerts-form">
          <TextField
            label={t.name}
            value={form.name}
            onChange={(name) => change({ name })}
            maxLength={80}
            problem={wasTried && !isNamed ? t.nameNeeded : null}
          />
          <SelectField
            label={t.what}
            options={ALERT_MEASURES.map((id) => ({ id, label: t.measures[id] }))}
            value={form.measure}
            onChange={(id) => {
              const measure = ALERT_MEASURES.find((one) => one === id)!
              change({ measure, ...BEGINNINGS[measure], names: false })
            }}
          />
          <ScopeField form={form} change={change} overview={overview} />
          <ThresholdFields form={form} change={change} overview={overview} />
          <QuietFields quiet={form.quiet} onChange={(quiet) => change({ quiet })} />
          <h3>{t.who}</h3>
          <SwitchField
            label={t.desktop}
            hint={t.desktopHint}
            isSelected={form.desktop}
            onChange={(desktop) => change({ desktop })}
          />
          <ChannelsField
            channels={channels}
            chosen={form.channels}
            onChange={(ids) => change({ channels: [...ids] })}
            none={t.noChannelsYet}
          />
          {form.measure === 'absent' && leaves ? (
            <SwitchField
              label={t.names}
              hint={t.namesHint}
              isSelected={form.names}
              onChange={(names) => change({ names })}
            />
          ) : null}
          <SwitchField label={t.isOn} isSelected={form.isOn} onChange={(isOn) => change({ isOn })} />
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
                : () => save.mutate({ workspaceId, rule: form, review: preview.data.review })
            }
          />
        ) : (
          <>
            {rule === null ? null : (
              <Button kind="danger" onPress={() => remove.mutate({ workspaceId, ruleId: rule.id })}>
                {t.remove}
              </Button>
            )}
            <Button onPress={onClose}>{t.cancel}</Button>
            <Button kind="primary" isDisabled={save.isPending} onPress={next}>
              {leaves ? t.seeTexts : t.save}
            </Button>
          </>
        )}
      </ModalActions>
    </Modal>
  )
}

interface PartProps {
  readonly form: RuleInput
  readonly change: (patch: Partial<RuleInput>) => void
  readonly overview: Overview
}

function ScopeField({ form, change, overview }: PartProps): ReactNode {
  const format = useFormat()
  const t = format.texts.alertSettings
  if (form.measure === 'sync-failing') return null
  if (form.measure === 'organization-health')
    return (
      <SelectField
        label={t.organizations}
        options={[
          { id: 'all', label: t.allOrganizations },
          { id: 'organization', label: t.thisOrganization },
        ]}
        value={form.scope.kind === 'organization' ? 'organization' : 'all'}
        onChange={(id) => change({ scope: { kind: id === 'organization' ? id : 'all' } })}
        hint={t.organizationsHint}
      />
    )
  const pools = overview.pools.map(({ id, name }) => ({ id: `pool:${id}`, label: name ?? id, isName: true }))
  const { scope } = form
  return (
    <SelectField
      label={t.pools}
      options={[
        ...(form.measure === 'absent' ? [] : [{ id: 'each-pool', label: t.eachPoolOption }]),
        { id: 'all', label: t.allPoolsOption },
        ...pools,
      ]}
      value={scope.kind === 'pool' ? `pool:${scope.poolId}` : scope.kind}
      onChange={(id) =>
        change({
          scope: id === 'each-pool' || id === 'all' ? { kind: id } : { kind: 'pool', poolId: id.slice('pool:'.length) },
        })
      }
      {...(scope.kind === 'each-pool' ? { hint: t.eachPoolHint } : {})}
    />
  )
}

function ThresholdFields({ form, change, overview }: PartProps): ReactNode {
  const format = useFormat()
  const t = format.texts.alertSettings
  const { measure, threshold } = form
  const target = overview.settings.targetCoverage
  const hasRate = measure === 'coverage' || measure === 'next-visitor'
  return (
    <>
      {measure === 'coverage' || measure === 'nobody-online' ? (
        <SelectField
          label={t.minutesWatched}
          options={MINUTES.map((count) => ({ id: String(count), label: t.minutesOption({ count }) }))}
          value={String(form.minutes)}
          onChange={(id) => change({ minutes: Number(id) })}
        />
      ) : null}
      {hasRate ? (
        <SwitchField
          label={t.ownThreshold({ target: format.rate(target) })}
          isSelected={threshold === null}
          onChange={(usesTarget) => change({ threshold: usesTarget ? null : target })}
        />
      ) : null}
      {hasRate && threshold !== null ? (
        <NumberField
          label={t.threshold}
          unit="%"
          value={threshold}
          minValue={1}
          maxValue={100}
          onChange={(value) => change({ threshold: value })}
        />
      ) : null}
      {measure === 'nobody-online' ? (
        <NumberField
          label={t.leastVisitors}
          unit={t.visitorsUnit}
          value={threshold ?? 1}
          minValue={1}
          maxValue={100}
          onChange={(value) => change({ threshold: value })}
        />
      ) : null}
      {measure === 'organization-health' ? null : (
        <NumberField
          label={measure === 'sync-failing' ? t.syncAge : t.forMinutes}
          unit={t.minutesUnit}
          value={form.forMinutes}
          minValue={measure === 'sync-failing' ? 15 : 0}
          maxValue={1440}
          onChange={(forMinutes) => change({ forMinutes })}
        />
      )}
    </>
  )
}

import { clip } from '../../../shared/foundation/clip.ts'
import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { Form } from 'react-aria-components'
import { DAY_MINUTES } from '../../../shared/foundation/minutes.ts'
import { TIME_OFF_KINDS, type TimeOffKind } from '../../../shared/plan/rules/rule-types.ts'
import { useTexts } from '../../format/format-context.tsx'
import { Button } from '../../kit/button.tsx'
import { DateField } from '../../kit/date-field.tsx'
import { ErrorNotice } from '../../kit/error-notice.tsx'
import { SwitchField, TextField } from '../../kit/fields.tsx'
import { Modal, ModalActions } from '../../kit/modal.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TimeField } from '../../kit/time-field.tsx'
import { reportOf } from '../errors/error-report.ts'
import { useTRPC } from '../rpc/client.ts'
import { useInvalidate } from '../rpc/what-changes-what.ts'
import { useWorkspace } from '../workspace/workspace-context.tsx'
import { datesProblem, USUAL_PART, type TimeOffForm } from './time-off-form.ts'
import './time-off-dialog.css'

interface TimeOffDialogProps {
  /** What is changed, or what a new one begins with. */
  readonly begin: TimeOffForm
  readonly isNew: boolean
  readonly agents: readonly { readonly id: string; readonly name: string }[]
  readonly onClose: () => void
}

const LONGEST_NOTE = 500

/** Enters, changes or deletes one agent's time off. */
export function TimeOffDialog({ begin, isNew, agents, onClose }: TimeOffDialogProps): ReactNode {
  const t = useTexts('timeOff')
  const trpc = useTRPC()
  const invalidate = useInvalidate()
  const { workspaceId } = useWorkspace()
  const [form, setForm] = useState(begin)
  const set = (patch: Partial<TimeOffForm>): void => setForm((before) => ({ ...before, ...patch }))
  const done = async (): Promise<void> => {
    await invalidate('time-off')
    onClose()
  }
  const save = useMutation(trpc.timeOff.save.mutationOptions({ onSuccess: done }))
  const remove = useMutation(trpc.timeOff.remove.mutationOptions({ onSuccess: done }))
  const problem = datesProblem(form)
  const error = save.error ?? remove.error
  const name = agents.find(({ id }) => id === form.agentId)?.name ?? form.agentId
  const submit = (): void => {
    const { from, to } = form
    if (problem !== null || from === null || to === null || save.isPending) return
    save.mutate({ workspaceId, timeOff: [{ ...form, from, to, note: clip(form.note.trim(), LONGEST_NOTE) }] })
  }
  return (
    <Modal title={isNew ? t.addFor({ name }) : t.edit({ name })} isOpen onClose={onClose}>
      <Form
        className="time-off-form"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <SelectField
          label={t.agent}
          options={agents.map((agent) => ({ id: agent.id, label: agent.name }))}
          value={form.agentId}
          onChange={(agentId) => set({ agentId })}
        />
        <SelectField
          label={t.kind}
          options={TIME_OFF_KINDS.map((id) => ({ id, label: t.kinds[id] }))}
          value={form.kind}
          onChange={(kind) => set({ kind: kind as TimeOffKind })}
        />
        <div className="time-off-line">
          <DateField
            label={t.from}
            value={form.from}
            onChange={(from) => set({ from, ...(from !== null && form.to !== null && form.to < from && { to: from }) })}
          />
          <DateField
            label={t.to}
            value={form.to}
            onChange={(to) => set({ to })}
            problem={problem === null ? null : t[problem]}
          />
        </div>
        <SwitchField
          label={t.part}
          isSelected={form.part !== null}
          onChange={(isPart) => set({ part: isPart ? USUAL_PART : null })}
        />
        {form.part === null ? null : (
          <div className="time-off-line">
            <TimeField
              label={t.partFrom}
              minute={form.part.startMinute}
              onChange={(minute) => set({ part: partAt(minute, form.part!.endMinute) })}
            />
            <TimeField
              label={t.partTo}
              minute={form.part.endMinute}
              onChange={(minute) => set({ part: partAt(form.part!.startMinute, minute) })}
            />
          </div>
        )}
        <TextField label={t.note} value={form.note} onChange={(note) => set({ note })} problem={null} />
        {error === null ? null : <ErrorNotice report={reportOf(error)} />}
        <ModalActions>
          {isNew ? null : (
            <Button isDisabled={remove.isPending} onPress={() => remove.mutate({ workspaceId, ids: [form.id] })}>
              {t.remove}
            </Button>
          )}
          <Button onPress={onClose}>{t.cancel}</Button>
          <Button kind="primary" type="submit" isDisabled={problem !== null || save.isPending}>
            {t.save}
          </Button>
        </ModalActions>
      </Form>
    </Modal>
  )
}

/** An end that is not after its start is on the next day. */
function partAt(startMinute: number, end: number): NonNullable<TimeOffForm['part']> {
  const endOfDay = end % DAY_MINUTES
  return { startMinute, endMinute: endOfDay > startMinute ? endOfDay : endOfDay + DAY_MINUTES }
}

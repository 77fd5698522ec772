import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { Form } from 'react-aria-components'
import type { Plan } from '../../../../shared/plan/plan.ts'
import { addDays } from '../../../../shared/time/local.ts'
import { Button } from '../../../kit/button.tsx'
import { ErrorNotice } from '../../../kit/error-notice.tsx'
import { Modal, ModalActions } from '../../../kit/modal.tsx'
import { SelectField } from '../../../kit/select-field.tsx'
import { reportOf } from '../../../app/errors/error-report.ts'
import { useFormat } from '../../../format/format-context.tsx'
import { useTRPC } from '../../../app/rpc/client.ts'
import { useWorkspace } from '../../../app/workspace/workspace-context.tsx'
import { useInvalidate } from '../../../app/rpc/what-changes-what.ts'
import { HandOutParts } from '../hand-out/hand-out-parts.tsx'

interface PublishDialogProps {
  readonly planId: string
  readonly plan: Plan
  /** Local date on which the week begins that is proposed as the first. */
  readonly firstDate: string
  /** Edits are still on their way to the disk. */
  readonly isSaving: boolean
  /** What the plan comes to, in sentences. */
  readonly summary: readonly string[]
  readonly onClose: () => void
}

const WEEKS = 13
const NO_END = 'no-end'

/** Asks from when a plan holds, and publishes it: what is predicted now is kept, to be compared with what will have happened. */
export function PublishDialog({ planId, plan, firstDate, isSaving, summary, onClose }: PublishDialogProps): ReactNode {
  const trpc = useTRPC()
  const invalidate = useInvalidate()
  const format = useFormat()
  const { publish: t } = format.texts
  const { workspaceId } = useWorkspace()
  const [first, setFirst] = useState(firstDate)
  const [last, setLast] = useState(NO_END)
  const publish = useMutation(trpc.plans.publish.mutationOptions({ onSuccess: () => invalidate('published') }))
  const weeks = Array.from({ length: WEEKS }, (_, index) => addDays(firstDate, 7 * index))
  const option = (week: string): { readonly id: string; readonly label: string } => ({
    id: week,
    label: format.date(week, 'full'),
  })
  if (publish.data !== undefined) {
    const { overlaps, notPredicted } = publish.data
    return (
      <Modal title={t.published} isOpen onClose={onClose} wide>
        <div className="shift-form">
          <p>
            {last === NO_END
              ? t.live({ plan: plan.name, date: format.date(first, 'full') })
              : t.liveUntil({
                  plan: plan.name,
                  from: format.date(first, 'full'),
                  to: format.date(addDays(last, 6), 'full'),
                })}
          </p>
          {overlaps.map(({ planId: other, planName, firstWeek }) => (
            <p key={other}>{t.overlapsReplaced({ plan: planName, date: format.date(firstWeek, 'day') })}</p>
          ))}
          {notPredicted === null ? null : <p>{notPredicted}</p>}
          <p>
            <strong>{t.notNotified}</strong>
          </p>
          <HandOutParts planId={planId} kind={plan.kind} />
          <ModalActions>
            <Button kind="primary" onPress={onClose}>
              {t.done}
            </Button>
          </ModalActions>
        </div>
      </Modal>
    )
  }
  return (
    <Modal title={t.title} isOpen onClose={onClose}>
      <Form
        className="shift-form"
        onSubmit={(event) => {
          event.preventDefault()
          publish.mutate({ workspaceId, planId, firstWeek: first, lastWeek: last === NO_END ? null : last })
        }}
      >
        <p className="quiet">{t.intro}</p>
        {summary.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <SelectField
          label={t.firstWeek}
          options={weeks.map(option)}
          value={first}
          onChange={(week) => {
            setFirst(week)
            if (last !== NO_END && last < week) setLast(NO_END)
          }}
        />
        <SelectField
          label={t.lastWeek}
          options={[
            { id: NO_END, label: t.noEnd },
            ...weeks
              .filter((week) => week >= first)
              .map((week) => ({ id: week, label: t.weekOf({ date: format.date(week, 'full') }) })),
          ]}
          value={last}
          onChange={setLast}
        />
        {publish.error === null ? null : <ErrorNotice report={reportOf(publish.error)} />}
        <ModalActions>
          <Button onPress={onClose}>{t.cancel}</Button>
          <Button kind="primary" type="submit" isDisabled={publish.isPending || isSaving}>
            {publish.isPending ? t.publishing : t.publish}
          </Button>
        </ModalActions>
      </Form>
    </Modal>
  )
}

import { useState, type ReactNode } from 'react'
import { Checkbox, CheckboxGroup, Form, Label } from 'react-aria-components'
import { copyDays } from '../../../../../shared/plan/edits/copy-shifts.ts'
import type { Shift } from '../../../../../shared/plan/plan.ts'
import { Button } from '../../../../kit/button.tsx'
import { RadioField, SwitchField } from '../../../../kit/fields.tsx'
import { Modal, ModalActions } from '../../../../kit/modal.tsx'
import { useFormat } from '../../../../format/format-context.tsx'
import { assignable } from '../board/board-rows.ts'
import { weekColumn, dateOfColumn, dayOfColumn } from '../board/board-week.ts'
import { useEditor, useEditorState } from '../store/editor-context.ts'
import { openPlan } from '../store/editor-state.ts'

interface CopyDialogProps {
  /** Its agent's day, or week, is copied. */
  readonly shift: Shift
  readonly onClose: () => void
}

/** Copies the day or the week of one agent to others. */
export function CopyDialog({ shift, onClose }: CopyDialogProps): ReactNode {
  const format = useFormat()
  const { planShifts: t } = format.texts
  const { run } = useEditor()
  const plan = useEditorState(openPlan)
  const agents = useEditorState(({ planned }) => planned.agents)
  const { board: week } = useEditorState((state) => state.week)
  const [what, setWhat] = useState<'day' | 'week'>('week')
  const [to, setTo] = useState<readonly string[]>([])
  const [replace, setReplace] = useState(true)
  const column = weekColumn(week, shift.day) ?? 0
  const from =
    shift.agentId === null
      ? t.copyUnassigned
      : t.copyFrom({ who: agents.find(({ id }) => id === shift.agentId)?.name ?? shift.agentId })
  const days = what === 'day' ? [shift.day] : [0, 1, 2, 3, 4, 5, 6].map((each) => dayOfColumn(week, each))
  return (
    <Modal title={t.copyTitle} isOpen onClose={onClose}>
      <Form
        className="shift-form"
        onSubmit={(event) => {
          event.preventDefault()
          run(
            copyDays(plan, { fromAgentId: shift.agentId, days, toAgentIds: to, replace }, () => crypto.randomUUID()),
            { select: true },
          )
          onClose()
        }}
      >
        <RadioField
          label={from}
          choices={[
            {
              id: 'day',
              label:
                plan.kind === 'weekly'
                  ? format.dayName(shift.day)
                  : format.date(dateOfColumn(week, Math.max(0, column)), 'full'),
            },
            { id: 'week', label: t.wholeWeek },
          ]}
          value={what}
          onChange={setWhat}
        />
        <CheckboxGroup className="field" value={[...to]} onChange={setTo}>
          <Label className="field-label">{t.copyTo}</Label>
          <div className="copy-people">
            {assignable(agents)
              .filter(({ id }) => id !== shift.agentId)
              .map(({ id, name }) => (
                <Checkbox key={id} value={id} className="copy-person">
                  <span className="copy-box" aria-hidden />
                  <span translate="no">{name}</span>
                </Checkbox>
              ))}
          </div>
        </CheckboxGroup>
        <SwitchField label={t.replace} hint={t.replaceHint} isSelected={replace} onChange={setReplace} />
        <ModalActions>
          <Button onPress={onClose}>{t.cancel}</Button>
          <Button kind="primary" type="submit" isDisabled={to.length === 0}>
            {t.copy}
          </Button>
        </ModalActions>
      </Form>
    </Modal>
  )
}

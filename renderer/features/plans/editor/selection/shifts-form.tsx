import { useState, type ReactNode } from 'react'
import { Form } from 'react-aria-components'
import { changeShifts, type ShiftsChange } from '../../../../../shared/plan/edits/change-shifts.ts'
import { snapMinute } from '../../../../../shared/plan/grid.ts'
import type { Shift, TimeRange } from '../../../../../shared/plan/plan.ts'
import { owedBreaks } from '../../../../../shared/plan/rules/owed-breaks.ts'
import { useFormat } from '../../../../format/format-context.tsx'
import { Button } from '../../../../kit/button.tsx'
import { SwitchField, TextField } from '../../../../kit/fields.tsx'
import { Modal, ModalActions } from '../../../../kit/modal.tsx'
import { SelectField } from '../../../../kit/select-field.tsx'
import { TimeField } from '../../../../kit/time-field.tsx'
import { assignable } from '../board/board-rows.ts'
import { useEditor, useEditorState } from '../store/editor-context.ts'
import { openPlan } from '../store/editor-state.ts'
import './shift-form.css'

interface ShiftsFormProps {
  readonly shifts: readonly Shift[]
  readonly onClose: () => void
}

const AS_IS = 'as-is'
const OPEN = 'open'
const BREAK_MINUTES = [15, 30, 45, 60]

type Breaks = typeof AS_IS | 'none' | 'owed' | `${number}`

/** Fields of several shifts at once; what is not switched on stays as each of them has it. */
export function ShiftsForm({ shifts, onClose }: ShiftsFormProps): ReactNode {
  const format = useFormat()
  const { planBoard: t } = format.texts
  const { run } = useEditor()
  const plan = useEditorState(openPlan)
  const rules = useEditorState((state) => state.rules.plan)
  const agents = useEditorState(({ planned }) => planned.agents)
  const [agent, setAgent] = useState(AS_IS)
  const [start, setStart] = useState<number | null>(null)
  const [end, setEnd] = useState<number | null>(null)
  const [breaks, setBreaks] = useState<Breaks>(AS_IS)
  const [note, setNote] = useState<string | null>(null)
  const [first] = shifts
  const count = shifts.length
  const change: ShiftsChange = {
    ...(agent === AS_IS ? {} : { agentId: agent === OPEN ? null : agent }),
    ...(start === null ? {} : { startMinute: start }),
    ...(end === null ? {} : { endMinute: end }),
    ...(breaks === AS_IS
      ? {}
      : { breaksOf: (times: TimeRange) => (breaks === 'owed' ? owedBreaks(times, rules) : middle(times, breaks)) }),
    ...(note === null ? {} : { note }),
  }
  const breakChoices: readonly { readonly id: Breaks; readonly label: string }[] = [
    { id: AS_IS, label: t.unchanged },
    { id: 'none', label: t.noBreaks },
    { id: 'owed', label: t.breaksByRules },
    ...BREAK_MINUTES.map((minutes) => ({
      id: `${minutes}` as const,
      label: t.breakOf({ minutes: format.count(minutes) }),
    })),
  ]
  return (
    <Modal title={t.editShifts({ count })} isOpen onClose={onClose}>
      <Form
        className="shift-form"
        onSubmit={(event) => {
          event.preventDefault()
          onClose()
          const ids = shifts.map(({ id }) => id)
          run(
            changeShifts(plan, { ids, change }, () => crypto.randomUUID()),
            { select: true },
          )
        }}
      >
        <SelectField
          label={t.agent}
          options={[
            { id: AS_IS, label: t.unchanged },
            { id: OPEN, label: t.noAgent },
            ...assignable(agents).map(({ id, name }) => ({ id, label: name })),
          ]}
          value={agent}
          onChange={setAgent}
        />
        <TimeChange
          label={t.start}
          change={t.changeStart}
          minute={start}
          first={first?.startMinute ?? 540}
          onChange={setStart}
        />
        <TimeChange
          label={t.end}
          change={t.changeEnd}
          minute={end}
          first={first?.endMinute ?? 1020}
          onChange={setEnd}
        />
        <SelectField
          label={t.breaks}
          options={breakChoices}
          value={breaks}
          onChange={(id) => setBreaks(breakChoices.find((choice) => choice.id === id)?.id ?? AS_IS)}
        />
        <SwitchField label={t.changeNote} isSelected={note !== null} onChange={(on) => setNote(on ? '' : null)} />
        {note === null ? null : <TextField label={t.note} value={note} onChange={setNote} maxLength={200} />}
        <ModalActions>
          <Button onPress={onClose}>{t.cancel}</Button>
          <Button kind="primary" type="submit" isDisabled={Object.keys(change).length === 0}>
            {t.save}
          </Button>
        </ModalActions>
      </Form>
    </Modal>
  )
}

interface TimeChangeProps {
  readonly label: string
  /** "Change start" */
  readonly change: string
  /** null: as each shift has it. */
  readonly minute: number | null
  /** Where it begins when it is switched on. */
  readonly first: number
  readonly onChange: (minute: number | null) => void
}

function TimeChange({ label, change, minute, first, onChange }: TimeChangeProps): ReactNode {
  return (
    <div className="shift-form-times">
      <SwitchField label={change} isSelected={minute !== null} onChange={(on) => onChange(on ? first % 1440 : null)} />
      {minute === null ? null : (
        <TimeField label={label} hideLabel minute={minute} onChange={(typed) => onChange(snapMinute(typed) % 1440)} />
      )}
    </div>
  )
}

/** One break of so many minutes in the middle; 'none': no break. */
function middle({ startMinute, endMinute }: TimeRange, breaks: Breaks): readonly TimeRange[] {
  const minutes = Number(breaks)
  if (Number.isNaN(minutes)) return []
  const start = snapMinute((startMinute + endMinute - minutes) / 2)
  return [{ startMinute: start, endMinute: start + minutes }]
}

import { useState, type ReactNode } from 'react'
import { Form } from 'react-aria-components'
import { changeShifts, type ShiftsChange } from '../../../../../shared/plan/edits/change-shifts.ts'
import { snapMinute } from '../../../../../shared/plan/grid.ts'
import type { Shift } from '../../../../../shared/plan/plan.ts'
import { useFormat } from '../../../../format/format-context.tsx'
import { Button } from '../../../../kit/button.tsx'
import { SwitchField, TextField } from '../../../../kit/fields.tsx'
import { Modal, ModalActions } from '../../../../kit/modal.tsx'
import { SelectField } from '../../../../kit/select-field.tsx'
import { TimeField } from '../../../../kit/time-field.tsx'
import { useEditor, useEditorState } from '../store/editor-context.ts'
import { openPlan } from '../store/editor-state.ts'
import { chosenBreaks } from './break-choices.ts'
import { useAgentOptions } from './use-agent-options.ts'
import './shift-form.css'

interface ShiftsFormProps {
  readonly shifts: readonly Shift[]
  readonly onClose: () => void
}

const AS_IS = 'as-is'
const OPEN = 'open'
const BREAK_MINUTES = [15, 30, 45, 60]
const MOVED_MINUTES = [-60, -45, -30, -15, 15, 30, 45, 60]
const MOVED_TO = 'to'

type Breaks = typeof AS_IS | 'none' | 'owed' | `${number}`

/** Fields of several shifts at once; what is not switched on stays as each of them has it. */
export function ShiftsForm({ shifts, onClose }: ShiftsFormProps): ReactNode {
  const format = useFormat()
  const { planBoard: t } = format.texts
  const { run } = useEditor()
  const plan = useEditorState(openPlan)
  const rules = useEditorState((state) => state.rules.plan)
  const [agent, setAgent] = useState(AS_IS)
  const [start, setStart] = useState<number | null>(null)
  const [end, setEnd] = useState<number | null>(null)
  const [breaks, setBreaks] = useState<Breaks>(AS_IS)
  const [movedBy, setMovedBy] = useState(AS_IS)
  const [movedTo, setMovedTo] = useState(720)
  const [note, setNote] = useState<string | null>(null)
  const [first] = shifts
  const count = shifts.length
  const change: ShiftsChange = {
    ...(agent === AS_IS ? {} : { agentId: agent === OPEN ? null : agent }),
    ...(start === null ? {} : { startMinute: start }),
    ...(end === null ? {} : { endMinute: end }),
    ...(breaks === AS_IS && movedBy === AS_IS
      ? {}
      : {
          breaksOf: (times, own) =>
            chosenBreaks(times, own, {
              breaks: breaks === AS_IS || breaks === 'none' || breaks === 'owed' ? breaks : Number(breaks),
              moved: movedBy === AS_IS ? null : movedBy === MOVED_TO ? { to: movedTo } : { by: Number(movedBy) },
              rules,
            }),
        }),
    ...(note === null ? {} : { note }),
  }
  const ids = shifts.map(({ id }) => id)
  const agents = useAgentOptions(changeShifts(plan, { ids, change }, () => '')?.added ?? shifts)
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
          run(
            changeShifts(plan, { ids, change }, () => crypto.randomUUID()),
            { select: true },
          )
        }}
      >
        <SelectField
          label={t.agent}
          options={[{ id: AS_IS, label: t.unchanged }, { id: OPEN, label: t.noAgent }, ...agents.options]}
          value={agent}
          onChange={setAgent}
          onOpenChange={agents.onOpenChange}
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
        {breaks === 'none' ? null : (
          <div className="shift-form-times">
            <SelectField
              label={t.moveBreaks}
              options={[
                { id: AS_IS, label: t.unchanged },
                { id: MOVED_TO, label: t.breaksStartAt },
                ...MOVED_MINUTES.map((minutes) => ({
                  id: String(minutes),
                  label: (minutes < 0 ? t.breaksEarlier : t.breaksLater)({ minutes: format.count(Math.abs(minutes)) }),
                })),
              ]}
              value={movedBy}
              onChange={setMovedBy}
            />
            {movedBy === MOVED_TO ? (
              <TimeField
                label={t.breaksStart}
                minute={movedTo}
                onChange={(typed) => setMovedTo(snapMinute(typed) % 1440)}
              />
            ) : null}
          </div>
        )}
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

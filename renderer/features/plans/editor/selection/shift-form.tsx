import { Plus, X } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Form } from 'react-aria-components'
import { DAY_MINUTES } from '../../../../../shared/foundation/minutes.ts'
import { GRID_MINUTES, type Plan, type Shift, type TimeRange } from '../../../../../shared/plan/plan.ts'
import { weekClock } from '../../../../../shared/plan/week-clock.ts'
import { Button } from '../../../../kit/button.tsx'
import { TextField } from '../../../../kit/fields.tsx'
import { Modal, ModalActions } from '../../../../kit/modal.tsx'
import type { Option } from '../../../../kit/option-list.tsx'
import { SelectField } from '../../../../kit/select-field.tsx'
import { TimeField } from '../../../../kit/time-field.tsx'
import { useFormat } from '../../../../format/format-context.tsx'
import { hoursOfWork } from '../board/bar-text.ts'
import type { BoardAgent } from '../board/board-rows.ts'
import { boardWeek, weekColumn, dateOfColumn, dayOfColumn } from '../board/board-week.ts'
import { ownTimes } from '../board/own-times.ts'
import { useAgentOptions } from './use-agent-options.ts'
import './shift-form.css'

type ShiftFields = Pick<Shift, 'agentId' | 'day' | 'startMinute' | 'endMinute' | 'breaks' | 'note'>

interface ShiftFormProps {
  readonly shift: Shift
  readonly plan: Plan
  readonly firstDate: string
  readonly agents: readonly BoardAgent[]
  readonly onClose: () => void
  readonly onSave: (fields: ShiftFields) => void
  readonly onDelete: () => void
}

const OPEN = 'open'
const BREAK_MINUTES = 30

/** Everything of one shift, to be typed. */
export function ShiftForm({ shift, plan, firstDate, agents, onClose, onSave, onDelete }: ShiftFormProps): ReactNode {
  const format = useFormat()
  const { planShifts: t } = format.texts
  const [fields, setFields] = useState<ShiftFields>(shift)
  const week = boardWeek(plan.kind, firstDate)
  const set = (patch: Partial<ShiftFields>): void => setFields((before) => ({ ...before, ...patch }))
  const fitting = useAgentOptions([{ ...shift, ...fields }])
  const people: Option[] = [{ id: OPEN, label: t.unassigned }, ...fitting.options]
  // Somebody who is deactivated, or whom the source does not know, keeps what they have.
  if (fields.agentId !== null && !fitting.options.some(({ id }) => id === fields.agentId)) {
    const name = agents.find(({ id }) => id === fields.agentId)?.name ?? fields.agentId
    people.push({ id: fields.agentId, label: name, isName: true })
  }
  const days = [0, 1, 2, 3, 4, 5, 6].map((column) => ({
    id: String(dayOfColumn(week, column)),
    label:
      plan.kind === 'weekly'
        ? format.dayName(dayOfColumn(week, column))
        : format.date(dateOfColumn(week, column), 'full'),
  }))
  const outside = weekColumn(week, fields.day) === null || (weekColumn(week, fields.day) ?? 0) < 0
  const work = hoursOfWork(fields, format)
  const person = agents.find(({ id }) => id === fields.agentId)
  const agentTimes =
    person?.timeZone === undefined || person.timeZone === null || person.timeZone === plan.timeZone
      ? null
      : ownTimes(
          { ...shift, ...fields },
          { kind: plan.kind, clock: weekClock(plan.timeZone, firstDate), timeZone: person.timeZone },
          format,
        )
  return (
    <Modal title={t.title} isOpen onClose={onClose}>
      <Form
        className="shift-form"
        onSubmit={(event) => {
          event.preventDefault()
          onSave(fields)
        }}
      >
        <SelectField
          label={t.agent}
          options={people}
          value={fields.agentId ?? OPEN}
          onOpenChange={fitting.onOpenChange}
          onChange={(id) => set({ agentId: id === OPEN ? null : id })}
        />
        {outside ? null : (
          <SelectField
            label={t.day}
            options={days}
            value={String(fields.day)}
            onChange={(id) => set({ day: Number(id) })}
          />
        )}
        <div className="shift-form-times">
          <TimeField
            label={t.start}
            minute={fields.startMinute}
            onChange={(minute) => set(withStart(fields, snap(minute)))}
          />
          <TimeField
            label={t.end}
            minute={fields.endMinute}
            onChange={(minute) => set({ endMinute: laterThan(fields.startMinute, snap(minute)) })}
          />
          <span className="quiet shift-form-hours">
            {fields.endMinute > DAY_MINUTES ? t.workNextDay({ work }) : work}
          </span>
        </div>
        {agentTimes === null || person === undefined ? null : (
          <p className="quiet">{t.timesFor({ who: person.name, times: agentTimes })}</p>
        )}
        <fieldset className="shift-form-breaks">
          <legend className="field-label">{t.breaks}</legend>
          {fields.breaks.map((rest, index) => (
            // Breaks have no name but their place.
            // oxlint-disable-next-line react/no-array-index-key
            <div key={index} className="shift-form-times">
              <TimeField
                label={fields.breaks.length === 1 ? t.from : t.breakFrom({ number: format.count(index + 1) })}
                minute={rest.startMinute}
                onChange={(minute) =>
                  set({ breaks: replaced(fields.breaks, index, moved(rest, inside(fields, snap(minute)))) })
                }
              />
              <TimeField
                label={fields.breaks.length === 1 ? t.to : t.breakTo({ number: format.count(index + 1) })}
                minute={rest.endMinute}
                onChange={(minute) =>
                  set({
                    breaks: replaced(fields.breaks, index, {
                      ...rest,
                      endMinute: Math.max(rest.startMinute + GRID_MINUTES, inside(fields, snap(minute))),
                    }),
                  })
                }
              />
              <Button
                kind="quiet"
                icon={<X size={16} aria-hidden />}
                aria-label={t.removeBreak({ number: format.count(index + 1) })}
                onPress={() => set({ breaks: fields.breaks.filter((_, other) => other !== index) })}
              />
            </div>
          ))}
          <Button
            kind="quiet"
            icon={<Plus size={16} aria-hidden />}
            onPress={() => set({ breaks: [...fields.breaks, middleBreak(fields)] })}
          >
            {t.addBreak}
          </Button>
        </fieldset>
        <TextField label={t.note} value={fields.note} onChange={(note) => set({ note })} maxLength={200} />
        <ModalActions>
          <Button kind="danger" onPress={onDelete}>
            {t.delete}
          </Button>
          <Button onPress={onClose}>{t.cancel}</Button>
          <Button kind="primary" type="submit">
            {t.save}
          </Button>
        </ModalActions>
      </Form>
    </Modal>
  )
}

function snap(minute: number): number {
  return Math.round(minute / GRID_MINUTES) * GRID_MINUTES
}

/** The first such time of day after another. */
function laterThan(start: number, minuteOfDay: number): number {
  return minuteOfDay > start ? minuteOfDay : minuteOfDay + DAY_MINUTES
}

/** A new start moves the end only where it would lie before it. */
function withStart(fields: ShiftFields, startMinute: number): Partial<ShiftFields> {
  const start = startMinute % DAY_MINUTES
  return { startMinute: start, endMinute: laterThan(start, fields.endMinute % DAY_MINUTES) }
}

/** A time of day as a minute of the shift's day: after midnight it is the next day's. */
function inside({ startMinute }: TimeRange, minuteOfDay: number): number {
  return minuteOfDay < startMinute ? minuteOfDay + DAY_MINUTES : minuteOfDay
}

function moved(rest: TimeRange, startMinute: number): TimeRange {
  return { startMinute, endMinute: startMinute + rest.endMinute - rest.startMinute }
}

function middleBreak({ startMinute, endMinute }: TimeRange): TimeRange {
  const start = snap((startMinute + endMinute - BREAK_MINUTES) / 2)
  return { startMinute: start, endMinute: start + BREAK_MINUTES }
}

function replaced<T>(list: readonly T[], index: number, item: T): readonly T[] {
  return list.map((one, other) => (other === index ? item : one))
}

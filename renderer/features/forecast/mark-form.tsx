import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Form } from 'react-aria-components'
import { LIMITS } from '../../../shared/contract/limits.ts'
import { Button } from '../../kit/button.tsx'
import { DateField } from '../../kit/date-field.tsx'
import { RadioField, TextField } from '../../kit/fields.tsx'
import { useTexts } from '../../format/format-context.tsx'
import { useEscape } from '../../kit/use-escape.ts'
import type { Mark } from './forecast-types.ts'
import type { MarkDraft } from './mark-draft.ts'
import { markEffect, MARK_KINDS } from './mark-text.ts'

interface MarkFormProps {
  readonly draft: MarkDraft
  readonly marks: readonly Mark[]
  readonly today: string
  readonly isPending: boolean
  readonly onSave: (mark: Mark, before: string | null) => void
  readonly onCancel: () => void
}

/** What a day was, or will be: with what that does to the forecast, before it is done. */
export function MarkForm({ draft, marks, today, isPending, onSave, onCancel }: MarkFormProps): ReactNode {
  const t = useTexts('marks')
  const { cancel } = useTexts('app')
  const [form, setForm] = useState(draft)
  const place = useRef<HTMLFormElement>(null)
  useEffect(() => {
    // In braces, because what some browsers answer is no clean-up.
    place.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  useEscape(onCancel)
  const { date, kind, note, editing } = form
  const isTaken = date !== null && date !== editing && marks.some((mark) => mark.date === date)
  const isOutside = date !== null && (date < LIMITS.firstDate || date > LIMITS.lastDate)
  const canSave = date !== null && !isOutside && !isPending
  return (
    <Form
      ref={place}
      className="mark-form"
      aria-label={editing === null ? t.markDay : t.editMark}
      onSubmit={(event) => {
        event.preventDefault()
        if (canSave)
          onSave(
            { date, kind, note: note.trim(), to: null, hours: null, repeat: null, until: null, effect: null },
            editing,
          )
      }}
    >
      <DateField
        label={t.date}
        value={date}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the user asked to write here
        autoFocus
        onChange={(value) => setForm({ ...form, date: value })}
        problem={isOutside ? t.dateOutside({ from: yearOf(LIMITS.firstDate), to: yearOf(LIMITS.lastDate) }) : null}
      />
      {isTaken ? <p className="field-hint">{t.taken}</p> : null}
      <RadioField
        label={t.kind}
        choices={MARK_KINDS.map((id) => ({ id, label: t.kinds[id] }))}
        value={kind}
        inline
        onChange={(value) => setForm({ ...form, kind: value })}
      />
      {date === null ? null : <p className="field-hint mark-effect">{markEffect(kind, { isPast: date < today }, t)}</p>}
      <TextField
        label={t.note}
        value={note}
        maxLength={LIMITS.noteLength}
        onChange={(value) => setForm({ ...form, note: value })}
        placeholder={t.noteExample}
      />
      <div className="mark-form-actions">
        <Button kind="primary" type="submit" isDisabled={!canSave}>
          {editing === null ? t.mark : t.save}
        </Button>
        <Button onPress={onCancel}>{cancel}</Button>
      </div>
    </Form>
  )
}

function yearOf(date: string): string {
  return date.slice(0, 4)
}

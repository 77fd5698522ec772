import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Form } from 'react-aria-components'
import { LIMITS } from '../../../shared/contract/limits.ts'
import { Button } from '../../components/button.tsx'
import { DateField } from '../../components/date-field.tsx'
import { RadioField, TextField } from '../../components/fields.tsx'
import { useEscape } from '../../components/use-escape.ts'
import type { Mark } from './forecast-types.ts'
import type { MarkDraft } from './mark-draft.ts'
import { effectOf, KIND_NAMES, MARK_KINDS } from './mark-words.ts'

interface MarkFormProps {
  readonly draft: MarkDraft
  readonly marks: readonly Mark[]
  readonly today: string
  readonly isPending: boolean
  readonly onSave: (mark: Mark, before: string | null) => void
  readonly onCancel: () => void
}

const CHOICES = MARK_KINDS.map((id) => ({ id, label: KIND_NAMES[id] }))

/** What a day was, or will be: with what that does to the forecast, before it is done. */
export function MarkForm({ draft, marks, today, isPending, onSave, onCancel }: MarkFormProps): ReactNode {
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
      aria-label={editing === null ? 'Mark a day' : 'Change the mark'}
      onSubmit={(event) => {
        event.preventDefault()
        if (canSave) onSave({ date, kind, note: note.trim() }, editing)
      }}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the user asked to write here */}
      <DateField label="Date" value={date} autoFocus onChange={(value) => setForm({ ...form, date: value })} problem={isOutside ? 'Write a year from 1980 to 2199.' : null} />
      {isTaken ? <p className="field-hint">This day is marked already. Saving replaces its mark.</p> : null}
      <RadioField label="What it was, or will be" choices={CHOICES} value={kind} inline onChange={(value) => setForm({ ...form, kind: value })} />
      {date === null ? null : <p className="field-hint mark-effect">{effectOf(kind, date, today)}</p>}
      <TextField label="Note" value={note} maxLength={LIMITS.noteLength} onChange={(value) => setForm({ ...form, note: value })} placeholder="Thanksgiving" />
      <div className="mark-form-actions">
        <Button kind="primary" type="submit" isDisabled={!canSave}>
          {editing === null ? 'Mark the day' : 'Save'}
        </Button>
        <Button onPress={onCancel}>Cancel</Button>
      </div>
    </Form>
  )
}

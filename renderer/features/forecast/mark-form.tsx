import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Form } from 'react-aria-components'
import { LIMITS } from '../../../shared/contract/limits.ts'
import { parseStatedEffect, STATED_EFFECT_LIMITS } from '../../../shared/contract/mark-output.ts'
import { DAY_MINUTES } from '../../../shared/foundation/minutes.ts'
import { usualFrom } from '../../../shared/predict/forecast/mark-days.ts'
import { Button } from '../../kit/button.tsx'
import { DateField } from '../../kit/date-field.tsx'
import { RadioField, SwitchField, TextField } from '../../kit/fields.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TimeField } from '../../kit/time-field.tsx'
import { useFormat, useTexts } from '../../format/format-context.tsx'
import type { Formatter } from '../../format/formatter.ts'
import { useEscape } from '../../kit/use-escape.ts'
import type { Mark } from './forecast-types.ts'
import type { MarkDraft } from './mark-draft.ts'
import { signedShare } from './known-day-text.ts'
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
  const format = useFormat()
  const t = format.texts.marks
  const { cancel } = useTexts('app')
  const [form, setForm] = useState(draft)
  const [typedEffect, setTypedEffect] = useState(() => effectText(draft.effect))
  const place = useRef<HTMLFormElement>(null)
  useEffect(() => {
    // In braces, because what some browsers answer is no clean-up.
    place.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  useEscape(onCancel)
  const { date, to, kind, note, hours, repeat, until, editing } = form
  const isTaken = date !== null && date !== editing && marks.some((mark) => mark.date === date)
  const isOutside = date !== null && (date < LIMITS.firstDate || date > LIMITS.lastDate)
  const usual = date === null ? null : usualFrom({ date, repeat, until })
  const toProblem = date !== null && to !== null && to < date ? t.toBefore : null
  const hoursProblem = hours !== null && hours.start >= hours.end ? t.hoursProblem : null
  const untilProblem = repeat !== null && date !== null && until !== null && until <= date ? t.repeatUntilProblem : null
  const typed = typedEffect.trim() === '' ? null : parseStatedEffect(typedEffect)
  const effect = typeof typed === 'string' ? null : typed
  const effectProblem = kind === 'event' && typeof typed === 'string' ? effectProblemText(typed, format) : null
  const canSave =
    date !== null &&
    !isOutside &&
    !isPending &&
    [toProblem, hoursProblem, untilProblem, effectProblem].every((problem) => problem === null)
  return (
    <Form
      ref={place}
      className="mark-form"
      aria-label={editing === null ? t.markDay : t.editMark}
      onSubmit={(event) => {
        event.preventDefault()
        if (canSave)
          onSave(
            {
              date,
              kind,
              note: note.trim(),
              to: to === date ? null : to,
              hours,
              repeat,
              until: repeat === null ? null : until,
              effect: kind === 'event' ? effect : null,
            },
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
        hint={t.noteHint}
      />
      <DateField label={t.to} value={to} onChange={(value) => setForm({ ...form, to: value })} problem={toProblem} />
      <SelectField
        label={t.repeat}
        options={REPEATS.map((id) => ({ id, label: t.repeats[id] }))}
        value={repeat ?? 'once'}
        onChange={(id) => setForm({ ...form, repeat: REPETITIONS.find((one) => one === id) ?? null })}
      />
      {repeat === null ? null : (
        <DateField
          label={t.repeatUntil}
          value={until}
          onChange={(value) => setForm({ ...form, until: value })}
          problem={untilProblem}
        />
      )}
      {usual === null ? null : <p className="field-hint">{t.repeatUsual({ date: format.date(usual) })}</p>}
      <SwitchField
        label={t.someHours}
        isSelected={hours !== null}
        onChange={(selected) => setForm({ ...form, hours: selected ? USUAL_HOURS : null })}
      />
      {hours === null ? null : (
        <div className="mark-hours">
          <TimeField
            label={t.from}
            minute={hours.start}
            problem={hoursProblem}
            onChange={(start) => setForm({ ...form, hours: { ...hours, start } })}
          />
          <TimeField
            label={t.until}
            minute={hours.end}
            onChange={(end) => setForm({ ...form, hours: { ...hours, end: end === 0 ? DAY_MINUTES : end } })}
          />
        </div>
      )}
      {kind === 'event' ? (
        <TextField
          label={t.effect}
          value={typedEffect}
          onChange={setTypedEffect}
          placeholder={t.effectExample}
          hint={t.effectHint}
          problem={effectProblem}
        />
      ) : null}
      <div className="mark-form-actions">
        <Button kind="primary" type="submit" isDisabled={!canSave}>
          {editing === null ? t.mark : t.save}
        </Button>
        <Button onPress={onCancel}>{cancel}</Button>
      </div>
    </Form>
  )
}

const REPETITIONS = ['weekly', 'monthly', 'yearly'] as const
const REPEATS = ['once', ...REPETITIONS] as const
const USUAL_HOURS = { start: 9 * 60, end: 17 * 60 }

function effectProblemText(problem: 'none' | 'too-far', format: Formatter): string {
  const t = format.texts.marks
  if (problem === 'none') return t.effectProblem
  const { leastShare, mostShare, visitors } = STATED_EFFECT_LIMITS
  return t.effectTooFar({
    least: signedShare(leastShare, format),
    most: signedShare(mostShare, format),
    visitors: format.count(visitors),
  })
}

/** As it can be typed again. */
function effectText(effect: Mark['effect']): string {
  if (effect === null) return ''
  const value = effect.kind === 'share' ? Math.round(1000 * effect.value) / 10 : effect.value
  return `${value > 0 ? '+' : ''}${value}${effect.kind === 'share' ? '%' : ''}`
}

function yearOf(date: string): string {
  return date.slice(0, 4)
}

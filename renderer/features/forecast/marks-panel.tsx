import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useRef, type ReactNode } from 'react'
import { simpleMark } from '../../../shared/predict/forecast/mark-days.ts'
import { Button } from '../../kit/button.tsx'
import { ErrorNotice } from '../../kit/error-notice.tsx'
import { reportOf } from '../../app/errors/error-report.ts'
import { useFormat } from '../../format/format-context.tsx'
import type { Mark, MarkOutcome } from './forecast-types.ts'
import { markDraft, type MarkDraft } from './mark-draft.ts'
import { MarkForm } from './mark-form.tsx'
import { markDetails, markEffect, markOutcomeText } from './mark-text.ts'
import { HolidaysPanel } from './holidays-panel.tsx'
import type { Calendar } from './use-calendars.ts'
import { Suggestions } from './suggestions.tsx'
import type { Marks } from './use-marks.ts'
import './marks.css'

interface MarksPanelProps {
  readonly marks: Marks
  readonly today: string
  readonly calendars: readonly Calendar[]
  /** The mark that is being written; null: none. */
  readonly draft: MarkDraft | null
  readonly setDraft: (draft: MarkDraft | null) => void
  /** Begins a new one. */
  readonly onMark: () => void
  /** What the last change did. */
  readonly lastChangeText: string
  readonly onChanged: (text: string) => void
}

/** The days that the forecast does not take for usual ones. */
export function MarksPanel({
  marks,
  today,
  calendars,
  draft,
  setDraft,
  onMark,
  lastChangeText,
  onChanged,
}: MarksPanelProps): ReactNode {
  const format = useFormat()
  const t = format.texts.marks
  const addButton = useRef<HTMLButtonElement>(null)
  const close = (): void => {
    setDraft(null)
    // The button that was pressed may be gone with the form or the row.
    addButton.current?.focus()
  }
  const dateText = (date: string): string => format.date(date, 'full')
  const save = (mark: Mark, before: string | null): void =>
    marks.save(mark, () => {
      // A mark that was given another date is no longer on the first.
      if (before !== null && before !== mark.date) marks.remove(before, () => undefined)
      onChanged(t.saved({ date: dateText(mark.date), kind: mark.kind }))
      close()
    })
  const remove = ({ date }: Mark): void =>
    marks.remove(date, () => {
      onChanged(t.removed({ date: dateText(date) }))
      close()
    })
  return (
    <aside className="marks" aria-label={t.title}>
      <header className="marks-head">
        <h2>{t.title}</h2>
        <Button ref={addButton} kind="quiet" icon={<Plus size={14} aria-hidden />} onPress={onMark}>
          {t.markDay}
        </Button>
      </header>
      <output className="marks-changed">{lastChangeText}</output>
      {marks.error === null ? null : <ErrorNotice report={reportOf(marks.error)} />}
      <HolidaysPanel calendars={calendars} onChanged={onChanged} />
      {draft === null ? null : (
        <MarkForm
          key={`${draft.editing ?? 'new'} ${draft.date ?? ''}`}
          draft={draft}
          marks={marks.marks}
          today={today}
          isPending={marks.isPending}
          onSave={save}
          onCancel={close}
        />
      )}
      <Suggestions
        suggestions={marks.suggestions}
        refused={marks.refused}
        isPending={marks.isPending}
        onAccept={({ date, kind }) => save(simpleMark(date, kind), null)}
        onRefuse={(date) => {
          marks.refuse(date)
          onChanged(t.ignored({ date: dateText(date) }))
          addButton.current?.focus()
        }}
        onUnrefuse={(date) => {
          marks.unrefuse(date)
          addButton.current?.focus()
        }}
      />
      {marks.marks.length === 0 ? (
        <p className="quiet">{t.none}</p>
      ) : (
        <ul className="marks-list" aria-label={t.list}>
          {marks.marks.toReversed().map((mark) => (
            <li key={mark.date} className="mark">
              <div className="mark-text">
                <p>
                  <strong>{format.date(mark.date)}</strong>{' '}
                  {mark.note === '' ? t.kinds[mark.kind] : t.kindAndNote({ kind: t.kinds[mark.kind], note: mark.note })}
                </p>
                {markDetails(mark, format) === '' ? null : <p>{markDetails(mark, format)}</p>}
                <Outcome mark={mark} outcome={marks.outcomes.get(mark.date)} />
                <p className="field-hint">{markEffect(mark.kind, { isPast: mark.date < today }, t)}</p>
              </div>
              <div className="mark-actions">
                <Button
                  kind="quiet"
                  icon={<Pencil size={14} aria-hidden />}
                  aria-label={t.edit({ date: dateText(mark.date) })}
                  onPress={() => setDraft(markDraft(mark.date, marks.marks, today))}
                />
                <Button
                  kind="quiet"
                  icon={<Trash2 size={14} aria-hidden />}
                  aria-label={t.remove({ date: dateText(mark.date) })}
                  isDisabled={marks.isPending}
                  onPress={() => remove(mark)}
                />
              </div>
            </li>
          ))}
        </ul>
      )}
    </aside>
  )
}

/** What an event that is over did, beside what was said of it. */
function Outcome({ mark, outcome }: { readonly mark: Mark; readonly outcome: MarkOutcome | undefined }): ReactNode {
  const text = markOutcomeText(mark, outcome, useFormat())
  return text === '' ? null : <p>{text}</p>
}

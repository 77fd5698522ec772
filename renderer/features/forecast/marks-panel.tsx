import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useRef, type ReactNode } from 'react'
import { Button } from '../../components/button.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { reportOf } from '../../errors/error-report.ts'
import { useFormat } from '../../format/format-context.tsx'
import type { Mark } from './forecast-types.ts'
import { draftOf, type MarkDraft } from './mark-draft.ts'
import { MarkForm } from './mark-form.tsx'
import { effectOf, KIND_NAMES } from './mark-words.ts'
import { Suggestions } from './suggestions.tsx'
import type { Marks } from './use-marks.ts'
import './marks.css'

interface MarksPanelProps {
  readonly marks: Marks
  readonly today: string
  /** The mark that is being written; null: none. */
  readonly draft: MarkDraft | null
  readonly setDraft: (draft: MarkDraft | null) => void
  /** Begins a new one. */
  readonly onMark: () => void
  /** What the last change did, in words. */
  readonly said: string
  readonly onChanged: (words: string) => void
}

/** The days that the forecast does not take for usual ones. */
export function MarksPanel({ marks, today, draft, setDraft, onMark, said, onChanged }: MarksPanelProps): ReactNode {
  const format = useFormat()
  const addButton = useRef<HTMLButtonElement>(null)
  const close = (): void => {
    setDraft(null)
    // The button that was pressed may be gone with the form or the row.
    addButton.current?.focus()
  }
  const dateWords = (date: string): string => format.date(date, 'full')
  const save = (mark: Mark, before: string | null): void =>
    marks.save(mark, () => {
      // A mark that was given another date is no longer on the first.
      if (before !== null && before !== mark.date) marks.remove(before, () => undefined)
      onChanged(`${dateWords(mark.date)} is marked: ${KIND_NAMES[mark.kind].toLowerCase()}.`)
      close()
    })
  const remove = ({ date }: Mark): void =>
    marks.remove(date, () => {
      onChanged(`${dateWords(date)} is no longer marked.`)
      close()
    })
  return (
    <aside className="marks" aria-label="Marked days">
      <header className="marks-head">
        <h2>Marked days</h2>
        <Button ref={addButton} kind="quiet" icon={<Plus size={14} aria-hidden />} onPress={onMark}>
          Mark a day
        </Button>
      </header>
      <output className="marks-said">{said}</output>
      {marks.error === null ? null : <ErrorNotice report={reportOf(marks.error)} />}
      {draft === null ? null : <MarkForm key={`${draft.editing ?? 'new'} ${draft.date ?? ''}`} draft={draft} marks={marks.marks} today={today} isPending={marks.isPending} onSave={save} onCancel={close} />}
      <Suggestions
        suggestions={marks.suggestions}
        refused={marks.refused}
        isPending={marks.isPending}
        onAccept={({ date, kind }) => save({ date, kind, note: '' }, null)}
        onRefuse={(date) => {
          marks.refuse(date)
          onChanged(`${dateWords(date)} stays as it is, and is not suggested again.`)
          addButton.current?.focus()
        }}
        onUnrefuse={(date) => {
          marks.unrefuse(date)
          addButton.current?.focus()
        }}
      />
      {marks.marks.length === 0 ? (
        <p className="quiet">No day is marked. Mark holidays, outages and events, past and coming ones: the forecast then does not take them for usual days.</p>
      ) : (
        <ul className="marks-list" aria-label="Marks">
          {marks.marks.toReversed().map((mark) => (
            <li key={mark.date} className="mark">
              <div className="mark-text">
                <p>
                  <strong>{format.date(mark.date)}</strong> {KIND_NAMES[mark.kind]}
                  {mark.note === '' ? '' : `: ${mark.note}`}
                </p>
                <p className="field-hint">{effectOf(mark.kind, mark.date, today)}</p>
              </div>
              <div className="mark-actions">
                <Button kind="quiet" icon={<Pencil size={14} aria-hidden />} aria-label={`Change the mark of ${dateWords(mark.date)}`} onPress={() => setDraft(draftOf(mark.date, marks.marks))} />
                <Button kind="quiet" icon={<Trash2 size={14} aria-hidden />} aria-label={`Remove the mark of ${dateWords(mark.date)}`} isDisabled={marks.isPending} onPress={() => remove(mark)} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </aside>
  )
}

import { useState, type ReactNode } from 'react'
import { Form } from 'react-aria-components'
import { LIMITS } from '../../../../../shared/contract/limits.ts'
import { formatLocalDate, parseLocalDate, weekStartOf } from '../../../../../shared/time/local.ts'
import { useFormat } from '../../../../format/format-context.tsx'
import { Button } from '../../../../kit/button.tsx'
import { DateField } from '../../../../kit/date-field.tsx'
import { NumberField, SwitchField } from '../../../../kit/fields.tsx'
import { Modal, ModalActions } from '../../../../kit/modal.tsx'
import { useEditor } from '../store/editor-context.ts'
import { copyWeekTo } from './copy-week-to.ts'

interface CopyWeekDialogProps {
  /** Day numbers on which the copied week begins, and the first that gets it. */
  readonly fromDay: number
  readonly toDay: number
  readonly onClose: () => void
}

const MOST_WEEKS = 26

/** Asks which weeks get a copy of one, and what becomes of the shifts that they have. */
export function CopyWeekDialog({ fromDay, toDay, onClose }: CopyWeekDialogProps): ReactNode {
  const format = useFormat()
  const { planBoard: t } = format.texts
  const editor = useEditor()
  const [date, setDate] = useState<string | null>(formatLocalDate(toDay))
  const [weeks, setWeeks] = useState(1)
  const [replace, setReplace] = useState(true)
  const isInRange = date !== null && date >= LIMITS.firstDate && date <= LIMITS.lastDate
  const firstDay = isInRange ? parseLocalDate(weekStartOf(date, format.weekOrder[0]!)) : null
  const isValid = Number.isInteger(weeks) && weeks >= 1 && weeks <= MOST_WEEKS
  const isSource = firstDay === fromDay && weeks === 1
  return (
    <Modal title={t.copyWeekTitle({ date: format.date(formatLocalDate(fromDay), 'short') })} isOpen onClose={onClose}>
      <Form
        className="shift-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (firstDay === null || !isValid || isSource) return
          onClose()
          const toDays = Array.from({ length: weeks }, (_, week) => firstDay + 7 * week)
          copyWeekTo(editor, { fromDay, toDays, replace }, format)
        }}
      >
        <DateField label={t.copyFirstWeek} value={date} onChange={setDate} problem={isSource ? t.copyIsSource : null} />
        <NumberField label={t.copyWeeks} unit="" value={weeks} minValue={1} maxValue={MOST_WEEKS} onChange={setWeeks} />
        <SwitchField label={t.copyReplace} hint={t.copyReplaceHint} isSelected={replace} onChange={setReplace} />
        <ModalActions>
          <Button onPress={onClose}>{t.cancel}</Button>
          <Button kind="primary" type="submit" isDisabled={firstDay === null || !isValid || isSource}>
            {t.copy}
          </Button>
        </ModalActions>
      </Form>
    </Modal>
  )
}

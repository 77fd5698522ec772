import { useState, type ReactNode } from 'react'
import { RadioField } from '../../../../kit/fields.tsx'
import { FiguresTable } from '../../../../kit/figures-table.tsx'
import { Modal } from '../../../../kit/modal.tsx'
import { useFormat } from '../../../../format/format-context.tsx'
import { cityOf } from '../../../../../shared/time/zone-city.ts'
import { dayNames } from '../board/day-titles.ts'
import { useEditorState } from '../store/editor-context.ts'
import { openPlan } from '../store/editor-state.ts'
import { WEEK_FIGURES, weekTableRows, type WeekFigure } from './week-table.ts'

/** The week hour by hour as a table: what the strips over the board draw. */
export function WeekTableDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const format = useFormat()
  const week = useEditorState(({ prediction }) => prediction.week)
  const { board, needed, weekMinutes } = useEditorState((state) => state.week)
  const target = useEditorState(({ inputs }) => inputs.target)
  const timeZone = useEditorState((state) => openPlan(state).timeZone)
  const [figure, setFigure] = useState<WeekFigure>('coverage')
  const { planPanel: t } = format.texts
  const choices = WEEK_FIGURES.map((id) => ({ id, label: t.figures[id] }))
  return (
    <Modal title={t.tableTitle} isOpen wide onClose={onClose}>
      <div className="week-table">
        <RadioField label={t.show} choices={choices} value={figure} onChange={setFigure} inline />
        <p className="quiet">{t.figureHints[figure]({ city: cityOf(timeZone), target: format.rate(100 * target) })}</p>
        <FiguresTable
          caption={t.figureTables[figure]}
          columns={[t.hour, ...dayNames(board, format).shortWeekdays]}
          rows={weekTableRows(figure, { week, needed, weekMinutes }, format)}
        />
      </div>
    </Modal>
  )
}

import { useState, type ReactNode } from 'react'
import { RadioField } from '../../../../kit/fields.tsx'
import { FiguresTable } from '../../../../kit/figures-table.tsx'
import { Modal } from '../../../../kit/modal.tsx'
import { useFormat } from '../../../../format/format-context.tsx'
import { cityOf } from '../../../../format/zone-names.ts'
import { dayNames } from '../board/day-titles.ts'
import { useEditorState } from '../store/editor-context.ts'
import { openPlan } from '../store/editor-state.ts'
import { weekTableRows, type WeekFigure } from './week-table.ts'

/** The week hour by hour as a table: what the strips over the board draw. */
export function WeekTableDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const format = useFormat()
  const week = useEditorState(({ prediction }) => prediction.week)
  const { board, needed, weekMinutes } = useEditorState((state) => state.week)
  const target = useEditorState(({ inputs }) => inputs.target)
  const timeZone = useEditorState((state) => openPlan(state).timeZone)
  const [figure, setFigure] = useState<WeekFigure>('coverage')
  const choices = [
    { id: 'coverage' as const, label: 'Coverage' },
    { id: 'visitors' as const, label: 'Visitors' },
    { id: 'planned' as const, label: 'Agents planned' },
    { id: 'needed' as const, label: 'Agents needed' },
  ]
  const captions: Readonly<Record<WeekFigure, string>> = {
    coverage: 'Coverage predicted',
    visitors: 'Visitors expected',
    planned: 'Agents expected to be online, on average over the hour',
    needed: `Agents needed to cover ${format.rate(100 * target)}, in the busiest quarter of the hour`,
  }
  return (
    <Modal title="The week by hour" isOpen wide onClose={onClose}>
      <div className="week-table">
        <RadioField label="Show" choices={choices} value={figure} onChange={setFigure} inline />
        <p className="quiet">
          {captions[figure]}, {cityOf(timeZone)} time
        </p>
        <FiguresTable
          caption={`${captions[figure]} by hour and day`}
          columns={['Hour', ...dayNames(board, format).shortWeekdays]}
          rows={weekTableRows(figure, { week, needed, weekMinutes }, format)}
        />
      </div>
    </Modal>
  )
}

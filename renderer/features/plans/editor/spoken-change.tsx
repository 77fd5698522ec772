import { useEffect, useState, type ReactNode } from 'react'
import { coveragePercent } from '../../../../shared/foundation/rate.ts'
import { useFormat } from '../../../format/format-context.tsx'
import { weekColumn, dateOfColumn } from './board/board-week.ts'
import { spokenChange } from './edit-text.ts'
import { useEditor } from './store/editor-context.ts'
import { comparedFigures, isUnknownWeek } from './store/editor-state.ts'

/** Whatever changed the plan - keys, pointer, a form, undo - is read out once, in the same words. */
export function SpokenChange(): ReactNode {
  const format = useFormat()
  const { store } = useEditor()
  const [spoken, setSpoken] = useState('')
  useEffect(
    () =>
      store.subscribe((state, before) => {
        if (state.history.plan === before.history.plan) return
        const { editedShift: shift, prediction, week } = state
        const totals = comparedFigures(state)?.totals
        const coverage = coveragePercent(prediction.week.totals)
        const compared = totals === undefined ? null : coveragePercent(totals)
        const points = coverage === null || compared === null ? null : coverage - compared
        const column = shift === null ? null : weekColumn(week.board, shift.day)
        const dayName = column === null || column < 0 ? '' : format.date(dateOfColumn(week.board, column), 'full')
        setSpoken(spokenChange({ shift, dayName, coverage, points, isUnknown: isUnknownWeek(state) }, format))
      }),
    [store, format],
  )
  return (
    <output className="visually-hidden" aria-live="polite">
      {spoken}
    </output>
  )
}

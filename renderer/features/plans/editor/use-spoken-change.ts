import { useCallback, useEffect, useRef, useState } from 'react'
import type { Plan, Shift } from '../../../../shared/plan/plan.ts'
import { useFormat } from '../../../format/format-context.tsx'
import { columnOf, dateOfColumn, type BoardWeek } from './board/board-week.ts'
import { spokenChange } from './edit-words.ts'
import type { LivePrediction } from './live-prediction.ts'
import type { WeekTotals } from './panel/panel-figures.ts'
import { rateOf } from './plan-actions.ts'

interface SpokenChangeOptions {
  readonly plan: Plan
  readonly live: LivePrediction
  readonly week: BoardWeek
  /** Nothing can be predicted for the week. */
  readonly isUnknown: boolean
  /** null: there is nothing to hold the plan against yet. */
  readonly baseline: WeekTotals | null
}

interface SpokenChange {
  /** What was said last. */
  readonly spoken: string
  /** Tells of the shift that the next change of the plan is about. */
  readonly onEdit: (shift: Shift) => void
}

/** Whatever changed the plan - keys, pointer, a form, undo - is said once, in the same words. */
export function useSpokenChange({ plan, live, week, isUnknown, baseline }: SpokenChangeOptions): SpokenChange {
  const format = useFormat()
  const [spoken, setSpoken] = useState('')
  const edited = useRef<Shift | null>(null)
  const saidOf = useRef(plan)
  const onEdit = useCallback((shift: Shift) => {
    edited.current = shift
  }, [])
  useEffect(() => {
    if (saidOf.current === plan) return
    saidOf.current = plan
    const shift = edited.current
    edited.current = null
    const coverage = rateOf(live)
    const points = coverage === null || baseline === null || baseline.visitors === 0 ? null : coverage - (100 * baseline.covered) / baseline.visitors
    const column = shift === null ? null : columnOf(week, shift.day)
    setSpoken(spokenChange({ shift, dayName: column === null || column < 0 ? '' : format.date(dateOfColumn(week, column), 'full'), coverage, points, isUnknown }, format))
  }, [plan, live, baseline, week, isUnknown, format])
  return { spoken, onEdit }
}

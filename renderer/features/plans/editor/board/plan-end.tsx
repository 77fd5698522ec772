import type { ReactNode } from 'react'
import { continueRotation } from '../../../../../shared/plan/rotation/rotation-steps.ts'
import { useFormat } from '../../../../format/format-context.tsx'
import { Button } from '../../../../kit/button.tsx'
import { copyLastPlanned } from '../copy-week/copy-week-to.ts'
import { useEditor, useEditorState } from '../store/editor-context.ts'
import { openPlan } from '../store/editor-state.ts'
import { endBeforeWeek } from '../store/plan-dates.ts'
import './plan-end.css'

/** Over a week after the plan's end: where it ends, and the ways to go on. */
export function PlanEnd(): ReactNode {
  const format = useFormat()
  const { planBoard: t, planRotation } = format.texts
  const editor = useEditor()
  const end = useEditorState(endBeforeWeek)
  const plan = useEditorState(openPlan)
  const lastDay = useEditorState(({ week }) => week.board.firstDay + 6)
  if (end === null) return null
  return (
    <section className="plan-end" aria-label={t.endOfPlan}>
      <p>
        <strong>{t.planEnds({ date: format.date(end, 'weekday') })}</strong>{' '}
        <span className="quiet">{t.nothingHere}</span>
      </p>
      {plan.rotation === undefined ? (
        <Button kind="primary" onPress={() => copyLastPlanned(editor, format)}>
          {t.copyLastWeekHere}
        </Button>
      ) : (
        <Button
          kind="primary"
          onPress={() =>
            editor.run(
              continueRotation(plan, lastDay, () => crypto.randomUUID()),
              { isSingleWeek: true },
            )
          }
        >
          {planRotation.continue}
        </Button>
      )}
      <Button onPress={editor.extend}>{t.extendEmpty}</Button>
    </section>
  )
}

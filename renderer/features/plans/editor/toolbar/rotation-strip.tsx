import { useDeferredValue, type ReactNode } from 'react'
import { resetWeekStep, exceptionsInWeek } from '../../../../../shared/plan/rotation/rotation-steps.ts'
import { rotationDays, weekOfCycle, type Rotation } from '../../../../../shared/plan/rotation/rotation.ts'
import { addDays, formatLocalDate } from '../../../../../shared/time/local.ts'
import { useFormat } from '../../../../format/format-context.tsx'
import { Button } from '../../../../kit/button.tsx'
import { Segments } from '../../../../kit/segments.tsx'
import { usePlansView } from '../../use-plans-view.ts'
import { useEditor, useEditorState } from '../store/editor-context.ts'
import { openPlan } from '../store/editor-state.ts'

/** Which week of a rotation is shown, what edits of it change, and whether it differs from the rotation. */
export function RotationStrip({ rotation }: { readonly rotation: Rotation }): ReactNode {
  const format = useFormat()
  const { planRotation: t } = format.texts
  const { change } = usePlansView()
  const { run, setEditScope } = useEditor()
  const plan = useEditorState(openPlan)
  // Counting takes a moment in a long plan, and no edit waits for it.
  const shownPlan = useDeferredValue(plan)
  const { firstDate, board } = useEditorState(({ week }) => week)
  const scope = useEditorState(({ editScope }) => editScope)
  const { firstDay, endDay } = rotationDays(rotation)
  if (board.firstDay + 6 < firstDay || board.firstDay >= endDay) {
    const dates = format.dateRange(rotation.anchor, formatLocalDate(endDay - 1))
    return <p className="quiet plan-toolbar-rotation">{t.outside({ dates })}</p>
  }
  const shown = weekOfCycle(rotation, board.firstDay)
  const differing = exceptionsInWeek(shownPlan, board.firstDay).length
  return (
    <div className="plan-toolbar-rotation">
      {rotation.cycleWeeks === 1 ? null : (
        <Segments
          name={t.weekOf}
          choices={Array.from({ length: rotation.cycleWeeks }, (_, index) => String(index + 1)).map((id) => ({
            id,
            label: id,
          }))}
          value={String(shown)}
          onChange={(id) => change({ week: addDays(firstDate, 7 * (Number(id) - shown)) }, 'replace')}
        />
      )}
      <Segments
        name={t.scope}
        choices={[
          { id: 'cycle', label: t.everyCycle({ week: format.count(shown) }) },
          { id: 'week', label: t.thisWeek },
        ]}
        value={scope}
        onChange={setEditScope}
      />
      {differing === 0 ? null : (
        <>
          <span className="quiet">{t.differing({ count: differing })}</span>
          <Button
            kind="quiet"
            onPress={() =>
              run(
                resetWeekStep(plan, board.firstDay, () => crypto.randomUUID()),
                { isSingleWeek: true },
              )
            }
          >
            {t.reset}
          </Button>
        </>
      )}
    </div>
  )
}

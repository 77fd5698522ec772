import { Plus } from 'lucide-react'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { DAY_MINUTES } from '../../../../../shared/foundation/minutes.ts'
import { useFormat } from '../../../../format/format-context.tsx'
import { Button } from '../../../../kit/button.tsx'
import { addOpenShifts } from '../board/board-actions.ts'
import { dayNames } from '../board/day-titles.ts'
import { openShift } from '../board/planned-shifts.ts'
import { useEditor, useEditorState } from '../store/editor-context.ts'
import { shiftHours, worthAdding, type WorthAdding } from './worth-adding.ts'

/** An edit is often followed by another. */
const SETTLE_MS = 250

interface Found {
  /** Of what: where that is not the plan as it is now, the next advice is on its way. */
  readonly asked: object
  readonly blocks: readonly WorthAdding[]
}

/** Where one more shift would help most, with a button that plans it. */
export function WorthAddingPart(): ReactNode {
  const format = useFormat()
  const { planPanel: t, planShifts } = format.texts
  const editor = useEditor()
  const predictor = useEditorState(({ week }) => week.world.predictor)
  const rules = useEditorState((state) => state.rules)
  const { board, starts, weekMinutes } = useEditorState(({ week }) => week)
  const intervals = useEditorState(({ planned }) => planned.expected)
  const { weekdays } = useMemo(() => dayNames(board, format), [board, format])
  const asked = useMemo(
    () => ({ predictor, intervals, starts, weekMinutes, rules }),
    [predictor, intervals, starts, weekMinutes, rules],
  )
  const [found, setFound] = useState<Found | null>(null)
  useEffect(() => {
    const timer = setTimeout(
      () => setFound({ asked, blocks: worthAdding({ ...asked, hours: shiftHours(asked.rules) }) }),
      SETTLE_MS,
    )
    return () => clearTimeout(timer)
  }, [asked])
  if (found === null || found.blocks.length === 0) return null
  return (
    <section className="panel-part" aria-label={t.suggested} aria-busy={found.asked !== asked}>
      <h3>{t.suggested}</h3>
      <ul className="worth-adding">
        {found.blocks.map((block) => {
          const when = planShifts.dayAndTimes({
            day: weekdays[Math.floor(block.startMinute / DAY_MINUTES)]!,
            start: format.shortWallTime(block.startMinute),
            end: format.shortWallTime(block.endMinute),
          })
          const hours = (block.endMinute - block.startMinute) / 60
          return (
            <li key={block.startMinute}>
              <span>
                <strong>{when}</strong>
                <span className="quiet worth-adding-gain">
                  {t.gainFor({ count: Math.round(block.visitors), hours: format.hours(hours) })}
                </span>
              </span>
              <Button
                kind="quiet"
                icon={<Plus size={16} aria-hidden />}
                aria-label={t.addUnassigned({ when })}
                onPress={() => addOpenShifts(editor, [openShift(block, board)])}
              />
            </li>
          )
        })}
      </ul>
    </section>
  )
}

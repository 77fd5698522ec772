import { useMemo, type ReactNode } from 'react'
import type { Shift } from '../../../../../shared/plan/plan.ts'
import { useFormat } from '../../../../format/format-context.tsx'
import { Modal } from '../../../../kit/modal.tsx'
import { OptionList } from '../../../../kit/option-list.tsx'
import { createBoardActions } from '../board/board-actions.ts'
import { dateOfColumn, weekColumn } from '../board/board-week.ts'
import { useEditor } from '../store/editor-context.ts'
import { agentFits, fitOptions } from './agent-fits.ts'

interface WhoCanDialogProps {
  readonly shifts: readonly Shift[]
  readonly onClose: () => void
}

/** Who can take some shifts, and why others cannot; whom one chooses gets them. */
export function WhoCanDialog({ shifts, onClose }: WhoCanDialogProps): ReactNode {
  const format = useFormat()
  const { planShifts: t } = format.texts
  const editor = useEditor()
  const fits = useMemo(() => agentFits(shifts, editor.store.getState().planned), [shifts, editor])
  const options = useMemo(() => fitOptions(fits, format), [fits, format])
  const [first] = shifts
  if (first === undefined) return null
  const { board } = editor.store.getState().week
  const times = t.dayAndTimes({
    day: format.date(dateOfColumn(board, weekColumn(board, first.day) ?? 0), 'weekday'),
    start: format.shortWallTime(first.startMinute),
    end: format.shortWallTime(first.endMinute),
  })
  const able = fits.filter(({ against }) => against === null).length
  return (
    <Modal title={t.whoCanTitle({ count: shifts.length })} isOpen onClose={onClose}>
      <p>
        {shifts.length === 1 ? `${times}. ` : ''}
        {t.whoCan({ able, agents: fits.length, count: shifts.length })}
      </p>
      <OptionList
        name={t.assignTo}
        options={options}
        selected={first.agentId ?? ''}
        searchLabel={t.findAgent}
        emptyText={t.noAgentFound}
        onSelect={(agentId) => {
          onClose()
          const ids = shifts.map(({ id }) => id)
          createBoardActions(editor, format).assign(ids, agentId)
        }}
      />
    </Modal>
  )
}

import { Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { TimeOffDialog } from '../../../../app/time-off/time-off-dialog.tsx'
import type { TimeOffForm } from '../../../../app/time-off/time-off-form.ts'
import { timeOffText } from '../../../../app/time-off/time-off-text.ts'
import { useFormat } from '../../../../format/format-context.tsx'
import { Button } from '../../../../kit/button.tsx'
import { dateOfColumn, weekColumn } from '../board/board-week.ts'
import { useEditorState } from '../store/editor-context.ts'
import { agentName, openPlan, type EditorState } from '../store/editor-state.ts'

interface OpenForm {
  readonly form: TimeOffForm
  readonly isNew: boolean
}

/** The time off of whoever the keyboard or the pointer was last on: to be entered for that day, changed and deleted. */
export function TimeOffPart(): ReactNode {
  const format = useFormat()
  const t = format.texts.timeOff
  const agentId = useEditorState((state) => placeOf(state)?.agentId ?? null)
  const date = useEditorState((state) => placeOf(state)?.date ?? null)
  const rows = useEditorState(({ planned }) => planned.allRows)
  const agents = useEditorState(({ inputs }) => inputs.agents)
  const [opened, setOpened] = useState<OpenForm | null>(null)
  if (agentId === null || date === null) return null
  const name = agentName(rows, agentId)
  const away = rows.find((row) => row.agentId === agentId)?.away ?? []
  const entries = [...new Map(away.map(({ entry }) => [entry.id, entry])).values()]
  const add = (): void =>
    setOpened({
      form: { id: crypto.randomUUID(), agentId, kind: 'vacation', from: date, to: date, part: null, note: '' },
      isNew: true,
    })
  return (
    <div className="panel-part">
      {entries.map((entry) => (
        <p key={entry.id}>
          {entry.isPublicHoliday ? (
            timeOffText(entry, format)
          ) : (
            <Button kind="link" onPress={() => setOpened({ form: entry, isNew: false })}>
              {timeOffText(entry, format)}
            </Button>
          )}
        </p>
      ))}
      <Button kind="link" icon={<Plus size={14} aria-hidden />} onPress={add}>
        {t.addFor({ name })}
      </Button>
      {opened === null ? null : (
        <TimeOffDialog
          begin={opened.form}
          isNew={opened.isNew}
          agents={agents.map((agent) => ({ id: agent.id, name: agent.name }))}
          onClose={() => setOpened(null)}
        />
      )}
    </div>
  )
}

/** The agent and the date of the shift or cell that is active; null: none, or an open shift. */
function placeOf(state: EditorState): { readonly agentId: string; readonly date: string } | null {
  const { active, week } = state
  if (active === null) return null
  if (active.kind === 'cell')
    return active.agentId === null ? null : { agentId: active.agentId, date: dateOfColumn(week.board, active.column) }
  const shift = openPlan(state).shifts.find(({ id }) => id === active.id)
  if (!shift || shift.agentId === null) return null
  return {
    agentId: shift.agentId,
    date: dateOfColumn(week.board, Math.max(0, weekColumn(week.board, shift.day) ?? 0)),
  }
}

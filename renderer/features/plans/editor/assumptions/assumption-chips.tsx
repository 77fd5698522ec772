import { Plus, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Overview } from '../../../../app/workspace/workspace-types.ts'
import { assumptionText } from '../../../../../shared/plan/assumptions/assumption-text.ts'
import { dropAssumption } from '../../../../../shared/plan/edits/whole-plan.ts'
import { useFormat } from '../../../../format/format-context.tsx'
import { Button } from '../../../../kit/button.tsx'
import { useEditor, useEditorState } from '../store/editor-context.ts'
import { agentName, isUnknownWeek, openPlan } from '../store/editor-state.ts'
import './assumptions.css'

/** What the plan assumes, above the board: each can be changed and removed. */
export function AssumptionChips({ pools }: { readonly pools: Overview['pools'] }): ReactNode {
  const format = useFormat()
  const { assuming: t } = format.texts
  const { run, openDialog } = useEditor()
  const plan = useEditorState(openPlan)
  const rows = useEditorState(({ planned }) => planned.allRows)
  const names = {
    agentName: (agentId: string) => agentName(rows, agentId),
    poolName: (poolId: string) => pools.find(({ id }) => id === poolId)?.name ?? poolId,
  }
  const { assumptions = [] } = plan
  if (assumptions.length === 0) return null
  return (
    <ul className="assumption-chips" aria-label={t.title}>
      {assumptions.map((one) => {
        const text = assumptionText(one, format, names)
        return (
          <li key={one.id} className="assumption-chip">
            <Button
              kind="quiet"
              aria-label={t.edit({ assumption: text })}
              onPress={() => openDialog({ kind: 'assumption', id: one.id })}
            >
              {text}
            </Button>
            <Button
              kind="quiet"
              icon={<X size={14} aria-hidden />}
              aria-label={t.remove({ assumption: text })}
              onPress={() => run(dropAssumption(plan, one.id, () => crypto.randomUUID()))}
            />
          </li>
        )
      })}
    </ul>
  )
}

/** Opens the form of a new assumption, and the table of where the plan breaks. */
export function AssumptionActions(): ReactNode {
  const { assuming: t, replay } = useFormat().texts
  const { openDialog } = useEditor()
  const isUnknown = useEditorState(isUnknownWeek)
  return (
    <div className="panel-part assumption-actions">
      <Button
        kind="link"
        icon={<Plus size={14} aria-hidden />}
        onPress={() => openDialog({ kind: 'assumption', id: null })}
      >
        {t.add}
      </Button>
      {isUnknown ? null : (
        <Button kind="link" onPress={() => openDialog({ kind: 'sensitivity' })}>
          {t.openSensitivity}
        </Button>
      )}
      <Button kind="quiet" onPress={() => openDialog({ kind: 'replay' })}>
        {replay.open}
      </Button>
    </div>
  )
}

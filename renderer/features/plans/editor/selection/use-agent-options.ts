import { useMemo, useState } from 'react'
import type { Shift } from '../../../../../shared/plan/plan.ts'
import { useFormat } from '../../../../format/format-context.tsx'
import type { Option } from '../../../../kit/option-list.tsx'
import { assignable } from '../board/board-rows.ts'
import { useEditor, useEditorState } from '../store/editor-context.ts'
import { agentFits, fitOptions } from './agent-fits.ts'

interface AgentOptions {
  readonly options: readonly Option[]
  readonly onOpenChange: (isOpen: boolean) => void
}

/** Who can be given some shifts. Who can take them is found out when the list opens, for it takes a while of many agents. */
export function useAgentOptions(shifts: readonly Shift[]): AgentOptions {
  const format = useFormat()
  const { store } = useEditor()
  const agents = useEditorState(({ planned }) => planned.agents)
  const [fitting, setFitting] = useState<readonly Option[] | null>(null)
  const byName = useMemo(() => assignable(agents).map(({ id, name }) => ({ id, label: name, isName: true })), [agents])
  return {
    options: fitting ?? byName,
    onOpenChange: (isOpen) =>
      setFitting(isOpen ? fitOptions(agentFits(shifts, store.getState().planned), format) : null),
  }
}

import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTexts } from '../../../../format/format-context.tsx'
import { SelectField } from '../../../../kit/select-field.tsx'
import { useTRPC } from '../../../../app/rpc/client.ts'
import { useWorkspace } from '../../../../app/workspace/workspace-context.tsx'
import { useEditor, useEditorState } from '../store/editor-context.ts'
import { START, TYPICAL } from '../store/editor-state.ts'

/** Chooses what the open plan is compared with. */
export function BaselineField({ planId }: { readonly planId: string }): ReactNode {
  const t = useTexts('planBoard')
  const { compareWith: label } = useTexts('planPanel')
  const { compareWith } = useEditor()
  const baselineId = useEditorState((state) => state.baselineId)
  const trpc = useTRPC()
  const { workspaceId } = useWorkspace()
  const { data: plans = [] } = useQuery(trpc.plans.list.queryOptions({ workspaceId }))
  const others = plans
    .filter(({ id, archived }) => id !== planId && !archived)
    .map(({ id, name }) => ({ id, label: name, isName: true }))
  return (
    <SelectField
      label={label}
      options={[{ id: START, label: t.asStarted }, { id: TYPICAL, label: t.theTypicalWeek }, ...others]}
      value={baselineId}
      onChange={compareWith}
    />
  )
}

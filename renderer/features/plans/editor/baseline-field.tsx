import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { SelectField } from '../../../components/select-field.tsx'
import { useTRPC } from '../../../rpc.ts'
import { useWorkspace } from '../../../workspace/workspace-context.tsx'
import { TYPICAL } from './use-baseline.ts'

interface BaselineFieldProps {
  /** The plan that is open. */
  readonly planId: string
  readonly value: string
  readonly onChange: (id: string) => void
}

/** Chooses what the plan is held against. */
export function BaselineField({ planId, value, onChange }: BaselineFieldProps): ReactNode {
  const trpc = useTRPC()
  const { workspaceId } = useWorkspace()
  const { data: plans = [] } = useQuery(trpc.plans.list.queryOptions({ workspaceId }))
  const others = plans.filter(({ id, archived }) => id !== planId && !archived).map(({ id, name }) => ({ id, label: name }))
  return <SelectField label="Compare with" options={[{ id: TYPICAL, label: 'The typical week' }, ...others]} value={value} onChange={onChange} />
}

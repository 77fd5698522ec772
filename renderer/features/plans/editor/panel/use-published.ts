import { useQuery } from '@tanstack/react-query'
import { HOUR_MS } from '../../../../../shared/foundation/minutes.ts'
import type { Published } from '../../../../../shared/plan/rules/rule-types.ts'
import { useTRPC, WHILE_SHOWN } from '../../../../app/rpc/client.ts'
import { useWorkspace } from '../../../../app/workspace/workspace-context.tsx'
import { useEditorState } from '../store/editor-context.ts'
import { openPlan } from '../store/editor-state.ts'

/** What holds in the place of the open plan, for its rule on notice; null: it has none, or it is being read. */
export function usePublished(): Published | null {
  const noticeDays = useEditorState(({ rules }) => rules.plan.noticeDays ?? null)
  const poolId = useEditorState((state) => openPlan(state).poolId)
  const timeZone = useEditorState((state) => openPlan(state).timeZone)
  const trpc = useTRPC()
  const { workspaceId } = useWorkspace()
  const { data } = useQuery(
    trpc.plans.publishedShifts.queryOptions(
      { workspaceId, poolId, timeZone, days: noticeDays ?? 1 },
      // The day goes on.
      { ...WHILE_SHOWN, refetchInterval: HOUR_MS, enabled: noticeDays !== null },
    ),
  )
  return noticeDays === null ? null : (data ?? null)
}

import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import { useTRPCClient } from '../../app/rpc/client.ts'
import { useWorkspace } from '../../app/workspace/workspace-context.tsx'
import { agentForm, savedAgent, type AgentDraft } from './agent-form.ts'
import type { AgentEntry } from './agent-types.ts'
import { useInvalidate } from '../../app/rpc/what-changes-what.ts'

interface SaveAgentOptions {
  /** null: one who is not there yet. */
  readonly agent: AgentEntry | null
  readonly onSaved: (agentId: string) => void
}

/** Saves what was changed of an agent, over what is stored at that moment: what another window changed meanwhile is kept. */
export function useSaveAgent({ agent, onSaved }: SaveAgentOptions): UseMutationResult<string, Error, AgentDraft> {
  const client = useTRPCClient()
  const invalidate = useInvalidate()
  const { workspaceId } = useWorkspace()
  return useMutation({
    networkMode: 'always',
    mutationFn: async (draft: AgentDraft) => {
      const agents = await client.agents.list.query({ workspaceId })
      const stored = agents.find(({ id }) => id === agent?.id) ?? agent
      const agentId = stored?.id ?? crypto.randomUUID()
      await client.agents.save.mutate({
        workspaceId,
        agentId,
        ...savedAgent({ ...agentForm(stored), ...draft }, stored),
      })
      await invalidate('agents')
      return agentId
    },
    onSuccess: onSaved,
  })
}

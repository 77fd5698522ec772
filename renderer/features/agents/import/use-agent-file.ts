import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { usualDateOrder } from '../../../../shared/roster/usual-order.ts'
import { uploadFile } from '../../../app/files/transfer.ts'
import { useTRPCClient } from '../../../app/rpc/client.ts'
import { useWorkspace } from '../../../app/workspace/workspace-context.tsx'
import { useTexts } from '../../../format/format-context.tsx'
import type { AgentFileChoices } from './agent-file-types.ts'

/** What a file is read as, by the choices that were made; the reading before stays until the next is there. */
export function useAgentFilePreview(chosen: { readonly file: File; readonly id: string }, choices: AgentFileChoices) {
  const client = useTRPCClient()
  const input = useAgentFileInput()
  return useQuery({
    queryKey: ['agent-file-preview', chosen.id, { ...choices, names: [...choices.names] }],
    queryFn: async () => client.agentFiles.preview.mutate(await input(chosen.file, choices)),
    placeholderData: keepPreviousData,
    // What a file says stays; a file that is chosen again is another.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  })
}

/** Uploads a file, and says how it is to be read. */
export function useAgentFileInput() {
  const { failed } = useTexts('rosterImport')
  const { workspaceId } = useWorkspace()
  return async (file: File, { dateOrder, names }: AgentFileChoices) => ({
    workspaceId,
    uploadId: await uploadFile(file, failed),
    fileName: file.name,
    dateOrder,
    usualOrder: usualDateOrder(navigator.language),
    names: [...names] as [string, string | null][],
  })
}

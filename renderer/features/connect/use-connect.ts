import { useMutation } from '@tanstack/react-query'
import { useTRPCClient } from '../../app/rpc/client.ts'
import { useRouting } from '../../app/routing/use-route.tsx'
import type { SourceInput } from './connect-form.ts'
import { useInvalidate } from '../../app/rpc/what-changes-what.ts'

export type ConnectRequest = SourceInput & {
  readonly name: string | null
  readonly weeks: number
  readonly timeZone: string
  readonly remap?: boolean
}

/** Stores the connection, starts its sync, and shows its figures. */
export function useConnect({ isNew }: { readonly isNew: boolean }) {
  const invalidate = useInvalidate()
  const client = useTRPCClient()
  const { go } = useRouting()
  return useMutation({
    networkMode: 'always',
    mutationFn: async ({ timeZone, ...request }: ConnectRequest) => {
      const made = await client.source.connect.mutate(request)
      // A workspace that was there has its zone already.
      if (isNew) await client.settings.save.mutate({ workspaceId: made.workspaceId, patch: { timeZone } })
      return made
    },
    onSuccess: async ({ workspaceId }) => {
      go({ page: 'workspace', workspaceId, screen: 'coverage', params: {} })
      await invalidate('workspaces')
    },
  })
}

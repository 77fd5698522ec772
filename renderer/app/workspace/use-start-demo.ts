import { useMutation } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useRouting } from '../routing/use-route.tsx'
import { useTRPC } from '../rpc/client.ts'
import { useInvalidate } from '../rpc/what-changes-what.ts'

interface StartDemo {
  readonly start: () => void
  readonly isPending: boolean
  readonly error: unknown
}

/** Makes the demo workspace and goes to its figures while they come. */
export function useStartDemo(): StartDemo {
  const trpc = useTRPC()
  const invalidate = useInvalidate()
  const { go } = useRouting()
  const { mutate, isPending, error } = useMutation(
    trpc.demo.start.mutationOptions({
      onSuccess: async ({ workspaceId }) => {
        go({ page: 'workspace', workspaceId, screen: 'coverage', params: {} })
        await invalidate('workspaces')
      },
    }),
  )
  // Not `mutate` itself: what a button passes is no input.
  const start = useCallback(() => mutate(), [mutate])
  return { start, isPending, error }
}

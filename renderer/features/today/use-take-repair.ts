import { useMutation } from '@tanstack/react-query'
import { useTRPCClient } from '../../app/rpc/client.ts'
import { useInvalidate } from '../../app/rpc/what-changes-what.ts'
import { useWorkspace } from '../../app/workspace/workspace-context.tsx'
import { useTexts } from '../../format/format-context.tsx'
import { reportOf } from '../../app/errors/error-report.ts'
import { showToast } from '../../kit/toast.tsx'
import type { Gap } from './gap-text.ts'

type Repair = Gap['repairs'][number]

interface Taking {
  readonly take: (repair: Repair) => void
  readonly isPending: boolean
  readonly error: unknown
}

/** Takes a way to cover into the live plan, and offers to take it back. */
export function useTakeRepair(agentId: string, onTaken: () => void): Taking {
  const { repairs: t } = useTexts('today')
  const client = useTRPCClient()
  const { workspaceId } = useWorkspace()
  const invalidate = useInvalidate()
  const refresh = async (): Promise<void> => {
    await Promise.all([invalidate('plans'), invalidate('published')])
  }
  const { mutate, isPending, error } = useMutation({
    networkMode: 'always',
    mutationFn: ({ agentId: other, kind, after }: Repair) =>
      client.today.takeRepair.mutate({ workspaceId, agentId, repair: { agentId: other, kind, after } }),
    onSuccess: async ({ planName, ...taken }, { name }) => {
      onTaken()
      showToast({
        text: t.taken({ name, plan: planName }),
        action: {
          label: t.undo,
          run: () =>
            void client.today.undoRepair.mutate({ workspaceId, ...taken }).then(
              async () => {
                showToast({ text: t.undone })
                await refresh()
              },
              (thrown: unknown) => showToast({ text: reportOf(thrown).message }),
            ),
        },
      })
      await refresh()
    },
  })
  return { take: mutate, isPending, error }
}

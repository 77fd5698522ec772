import { exposeToParent } from '../../../electron/store/worker-channel.ts'
import type { SyncTask } from '../../../electron/backend/roles/roles.ts'

// A writer thread with syncs that hang, each in another way; the workspace says which.
let stop: (reason: Error) => void = () => undefined

const { alive } = exposeToParent<object, { alive(caller: number): Promise<void> }>({
  functions: {
    check: () => 'checked',
    cancel: () => stop(new Error('It was cancelled.')),
    async sync(caller: number, { workspaceId }: SyncTask) {
      switch (workspaceId) {
        case 'waits':
          return new Promise((_, reject) => {
            stop = reject
          })
        case 'spins':
          for (;;);
        default:
          // Long, but alive.
          for (let turn = 0; turn < 10; turn++) {
            await new Promise((resolve) => setTimeout(resolve, 100))
            await alive(caller)
          }
          return 'synced'
      }
    },
  },
  onClose: () => undefined,
})

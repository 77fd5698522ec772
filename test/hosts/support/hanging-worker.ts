import { exposeToParent } from '../../../electron/backend/threads/worker-channel.ts'
import type { SyncTask } from '../../../electron/backend/threads/writer-thread.ts'

// A writer thread with syncs that hang, each in another way; the workspace says which.
let stop: (reason: Error) => void = () => undefined

const { alive } = exposeToParent<object, { alive(caller: number): Promise<void> }>({
  functions: {
    check: () => 'checked',
    // Answers come, one after the other, and never the last.
    tables: () =>
      new Promise((_, reject) => {
        stop = reject
      }),
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
          for (let turn = 0; turn < 100; turn++) {
            await new Promise((resolve) => setTimeout(resolve, 20))
            await alive(caller)
          }
          return 'synced'
      }
    },
  },
  onClose: () => undefined,
})

import type { WriterApi, WriterEvents, WriterThread, WriterThreadEvents } from './roles/roles.ts'

export interface WriterHandles {
  /** What the writer thread calls here: each event goes to the caller it is meant for. */
  readonly functions: WriterThreadEvents
  /** A caller's own view of the writer thread. */
  handle(thread: WriterThread, events: WriterEvents): WriterApi
}

/** Lets several callers share the writer thread without hearing or cancelling one another. */
export function createWriterHandles(): WriterHandles {
  const listening = new Map<number, WriterEvents>()
  let lastCaller = 0
  return {
    functions: {
      progress: (caller, progress) => listening.get(caller)?.progress(progress),
      notice: (caller, text) => listening.get(caller)?.notice(text),
    },
    handle(thread, events) {
      const caller = ++lastCaller
      const listened = async <T>(call: Promise<T>): Promise<T> => {
        listening.set(caller, events)
        try {
          return await call
        } finally {
          listening.delete(caller)
        }
      }
      return {
        check: (access, wishes) => listened(thread.check(caller, access, wishes)),
        sync: (task) => listened(thread.sync(caller, task)),
        repair: (workspaceId) => listened(thread.repair(caller, workspaceId)),
        cancel: () => thread.cancel(caller),
      }
    },
  }
}

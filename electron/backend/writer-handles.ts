import type { WriterApi, WriterEvents, WriterThread, WriterThreadEvents } from './roles/roles.ts'
import { createWatchdog, type WatchdogLimits } from './watchdog.ts'

export interface WriterHandlesOptions {
  readonly limits: WatchdogLimits
  /** The thread does not even end a sync that it was asked to end. */
  readonly onHung: () => void
}

/** What a caller hears, and what shows that its work goes on. */
interface Listener extends WriterEvents {
  readonly alive: () => void
}

export interface WriterHandles {
  /** What the writer thread calls here: each event goes to the caller it is meant for. */
  readonly functions: WriterThreadEvents
  /** A caller's own view of the writer thread. */
  handle(thread: WriterThread, events: WriterEvents): WriterApi
}

/** Lets several callers share the writer thread without hearing or cancelling one another. */
export function createWriterHandles({ limits, onHung }: WriterHandlesOptions): WriterHandles {
  const listening = new Map<number, Listener>()
  let lastCaller = 0
  return {
    functions: {
      progress: (caller, progress) => listening.get(caller)?.progress(progress),
      notice: (caller, text) => listening.get(caller)?.notice(text),
      alive: (caller) => listening.get(caller)?.alive(),
    },
    handle(thread, events) {
      const caller = ++lastCaller
      const listened = async <T>(call: Promise<T>, alive: () => void = () => undefined): Promise<T> => {
        listening.set(caller, {
          alive,
          notice: (text) => events.notice(text),
          progress(progress) {
            alive()
            events.progress(progress)
          },
        })
        try {
          return await call
        } finally {
          listening.delete(caller)
        }
      }
      return {
        check: (access, wishes) => listened(thread.check(caller, access, wishes)),
        tables: (access) => listened(thread.tables(caller, access)),
        preview: (access, request) => listened(thread.preview(caller, access, request)),
        sync(task) {
          // What it hears while it is cancelled, or after the thread ended, is nobody's concern.
          const cancel = (): void => void thread.cancel(caller).catch(() => undefined)
          const { guard, feed } = createWatchdog({ ...limits, silenceMs: limits.silenceMs + task.statementTimeoutMs, cancel, onHung })
          return listened(guard(thread.sync(caller, task)), feed)
        },
        repair: (workspaceId) => listened(thread.repair(caller, workspaceId)),
        cancel: () => thread.cancel(caller),
      }
    },
  }
}

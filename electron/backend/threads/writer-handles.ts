import { AppError } from '../../../shared/foundation/errors.ts'
import type { CountStep } from '../../sync/health/count-organizations.ts'
import type { SyncProgress } from '../../sync/options.ts'
import { HEALTH_STATEMENT_MS } from '../health/count.ts'
import { createWatchdog, endlessLook, silentSync, type WriterLimits } from './watchdog.ts'
import type { SyncTask, WriterEvents, WriterThread } from './writer-thread.ts'

export interface WriterHandlesOptions {
  readonly limits: WriterLimits
  /** The thread does not even end a sync that it was asked to end. */
  readonly onHung: () => void
}

/** Who asks the writer thread: what it hears of its own calls, and how it ends them. */
export interface WriterCaller {
  readonly progress?: (progress: SyncProgress) => void
  /** What a count of organizations is at. */
  readonly step?: (step: CountStep) => void
  /** Something was put right, or is not as it should be, and the user should know. */
  readonly notice?: (text: string) => void
  /** Aborted: what runs is cancelled, and nothing begins any more. */
  readonly signal?: AbortSignal
}

/** What a caller may ask of the writer thread. */
export type WriterApi = ReturnType<ReturnType<typeof createWriterHandles>['handle']>

interface Listener extends WriterCaller {
  /** The caller's work goes on. */
  readonly alive: () => void
}

/** Lets several callers share the writer thread without hearing or cancelling one another. */
export function createWriterHandles({ limits, onHung }: WriterHandlesOptions) {
  const listening = new Map<number, Listener>()
  let lastCaller = 0
  /** What the writer thread calls here: each event goes to the caller it is meant for. */
  const functions: WriterEvents = {
    progress(caller, progress) {
      const listener = listening.get(caller)
      listener?.alive()
      listener?.progress?.(progress)
    },
    step(caller, step) {
      const listener = listening.get(caller)
      listener?.alive()
      listener?.step?.(step)
    },
    notice: (caller, text) => listening.get(caller)?.notice?.(text),
    alive: (caller) => listening.get(caller)?.alive(),
  }
  return {
    functions,
    /** A caller's own view of the writer thread. */
    handle(thread: WriterThread, own: WriterCaller) {
      const caller = ++lastCaller
      const { signal } = own
      // What it hears while it is cancelled, or after the thread ended, is nobody's concern.
      const cancel = (): void => void thread.cancel(caller).catch(() => undefined)
      const listened = async <T>(begin: () => Promise<T>, alive: () => void = () => undefined): Promise<T> => {
        if (signal?.aborted)
          throw new AppError({
            code: 'cancelled',
            message: 'It was canceled before it began.',
            kept: 'Nothing was changed.',
          })
        listening.set(caller, { ...own, alive })
        signal?.addEventListener('abort', cancel, { once: true })
        try {
          return await begin()
        } finally {
          signal?.removeEventListener('abort', cancel)
          listening.delete(caller)
        }
      }
      const look = <T>(begin: () => Promise<T>): Promise<T> => {
        const { guard } = createWatchdog({
          silenceMs: limits.lookMs,
          graceMs: limits.graceMs,
          cancel,
          onHung,
          stopped: endlessLook,
        })
        return listened(() => guard(begin()))
      }
      return {
        check: (...[access, options]: CallOf<'check'>) => look(() => thread.check(caller, access, options)),
        tables: (...[access]: CallOf<'tables'>) => look(() => thread.tables(caller, access)),
        preview: (...[access, request]: CallOf<'preview'>) => look(() => thread.preview(caller, access, request)),
        tryPages: (...[access, task]: CallOf<'tryPages'>) => look(() => thread.tryPages(caller, access, task)),
        sync(task: SyncTask) {
          const { guard, feed } = createWatchdog({
            graceMs: limits.graceMs,
            silenceMs: limits.silenceMs + task.statementTimeoutMs,
            cancel,
            onHung,
            stopped: silentSync,
          })
          return listened(() => guard(thread.sync(caller, task)), feed)
        },
        health(task: CallOf<'health'>[0]) {
          const { guard, feed } = createWatchdog({
            graceMs: limits.graceMs,
            silenceMs: limits.silenceMs + HEALTH_STATEMENT_MS,
            cancel,
            onHung,
            stopped: silentSync,
          })
          return listened(() => guard(thread.health(caller, task)), feed)
        },
        usePlatform: (id: string) => listened(() => thread.usePlatform(id)),
        forgetPlatform: (id: string) => listened(() => thread.forgetPlatform(id)),
        repair: (workspaceId: string) => listened(() => thread.repair(caller, workspaceId)),
      }
    },
  }
}

type CallOf<Name extends keyof WriterThread> =
  Parameters<WriterThread[Name]> extends [number, ...infer Rest] ? Rest : never

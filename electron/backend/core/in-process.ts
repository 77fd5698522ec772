import { type ContextOptions, createContext } from './create-context.ts'
import type { HostCapabilities } from './host-capabilities.ts'
import type { Log } from './log.ts'
import { createCallerFactory } from './procedure.ts'
import { appRouter } from './router.ts'

/** A terminal keeps no password, notifies nobody, and prints by a page of its own. */
const TERMINAL: HostCapabilities = {
  kind: 'terminal',
  secrets: null,
  notify: null,
  badge: null,
  showFigure: null,
  printer: null,
}

/** A terminal shows at once what another host would log. */
const NO_LOG: Log = {
  file: '',
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  hide: () => undefined,
  clean: (text) => text,
  tail: async () => [],
  flush: async () => undefined,
}

export type InProcessBackend = ReturnType<typeof openInProcess>
/** The same procedures as the page calls, without a request. A failure is a TRPCError; `reportOfThrown` has its report. */
export type AppCaller = InProcessBackend['call']

/** The backend for a host in the same process. */
export function openInProcess(options: Omit<ContextOptions, 'host' | 'log'>) {
  const context = createContext({ ...options, host: TERMINAL, log: NO_LOG })
  const callOn = createCallerFactory(appRouter)
  return {
    call: callOn(context),
    /** As `call`; a look at a source that it asks for ends with the signal. */
    callUntil: (signal: AbortSignal) => callOn(context, { signal }),
    /** Waits for what runs, and closes every file. */
    close: async (): Promise<void> => {
      await context.jobs.close()
      await context.data.close()
      await context.transfers.close()
    },
  }
}

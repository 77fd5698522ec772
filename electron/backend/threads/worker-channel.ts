import type { MessagePort, ResourceLimits } from 'node:worker_threads'
import { parentPort, Worker } from 'node:worker_threads'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { createBirpc } from 'birpc'
import { AppError, toErrorReport } from '../../../shared/foundation/errors.ts'
import type { ErrorReport } from '../../../shared/foundation/errors.ts'

/** Functions that can be called from another thread: what they take and give is cloned. */
export type ThreadFunctions = object

/** The same functions as their caller sees them. */
export type Remote<Functions extends ThreadFunctions> = {
  readonly [Name in keyof Functions]: Functions[Name] extends (...args: infer Args) => infer Result
    ? (...args: Args) => Promise<Awaited<Result>>
    : never
}

export interface WorkerConnection<Functions extends ThreadFunctions> {
  /** The worker's functions. A failure arrives as the AppError it was; if the worker dies, every pending call fails. */
  readonly remote: Remote<Functions>
  /**
   * The same for calls that nobody waits for once a signal is aborted: they fail as 'cancelled' at once. The worker skips one that it has
   * not begun, and a `cancellable` function hears of it.
   */
  readonly remoteUntil: (signal: AbortSignal) => Remote<Functions>
  /**
   * Lets calls that run come to their end, closes what the worker opened, and ends the thread. May be called again.
   * Rejects, once the thread has ended, with what went wrong in the worker's own closing.
   */
  readonly close: () => Promise<void>
  /** Ends the thread at once; pending calls fail. For a worker that does not come to an end. */
  readonly terminate: () => Promise<void>
  /** Settles when the thread has ended; with the reason where it ended unasked. */
  readonly ended: Promise<AppError | null>
}

export interface ConnectWorkerOptions<Local extends ThreadFunctions> {
  /** The module of the worker; it calls `exposeToParent`. */
  readonly entry: URL | string
  /** Names the thread in messages and debuggers. */
  readonly name: string
  readonly workerData?: unknown
  /** What the worker may call here. */
  readonly functions: Local
  readonly resourceLimits?: ResourceLimits
}

/** Starts a worker thread and connects to its functions. Calls have no time limit. */
export function connectWorker<Functions extends ThreadFunctions, Local extends ThreadFunctions>(
  options: ConnectWorkerOptions<Local>,
): WorkerConnection<Functions> {
  const { entry, name, workerData, functions, resourceLimits } = options
  const worker = new Worker(entry, { name, workerData, ...(resourceLimits === undefined ? {} : { resourceLimits }) })
  const calls = callsOver(worker, { ...functions })
  let closing: Promise<void> | null = null
  let failure: unknown = null
  let reason: AppError | null = null

  worker.on('error', (thrown) => {
    failure = thrown
  })
  const ended = new Promise<AppError | null>((resolve) => {
    worker.once('exit', (exitCode) => {
      const asked = closing !== null && failure === null
      reason = asked ? closedError(name) : diedError(name, failure ?? `exit code ${exitCode}`)
      calls.end(reason)
      resolve(asked ? null : reason)
    })
  })
  async function drain(): Promise<void> {
    let problem: unknown = null
    const answer = calls.call(CLOSE, []).catch((thrown: unknown) => {
      problem = thrown
      return worker.terminate()
    })
    // The worker may end before it answers.
    await Promise.race([answer, ended])
    await ended
    if (problem !== null && problem !== reason) throw problem
  }
  const close = (): Promise<void> => (closing ??= drain())
  return {
    remote: remoteOf<Functions>(calls.call),
    remoteUntil: untilAborted<Functions>(calls.call),
    close,
    terminate: async () => {
      closing ??= ended.then(() => {})
      await worker.terminate()
      await closing.catch(() => {})
    },
    ended,
  }
}

export interface ExposeOptions<Functions extends ThreadFunctions> {
  /** What the parent may call. */
  readonly functions: Functions
  /** Runs when the parent closes the connection, after the last call has ended: closes databases. */
  readonly onClose: () => void | Promise<void>
}

/** In a worker: offers functions to the thread that started it. Returns that thread's functions (progress events, say). */
export function exposeToParent<Functions extends ThreadFunctions, Parent extends ThreadFunctions>(
  options: ExposeOptions<Functions>,
): Remote<Parent> {
  const port = parentPort
  if (port === null) throw new AppError({ code: 'internal', message: 'This module runs only in a worker thread.' })
  const running = new Set<Promise<unknown>>()
  const cancels = new Map<number, AbortController>()
  const functions = options.functions as AnyFunctions
  const turn = createTurns()
  let closing = false

  const start = (name: string, run: () => unknown): Promise<unknown> => {
    if (closing) throw closedError(name)
    const result = turn().then(run)
    running.add(result)
    const forget = (): void => void running.delete(result)
    result.then(forget, forget)
    return result
  }
  const calls = callsOver(port, {
    ...mapFunctions(
      functions,
      (name, run) =>
        (...args: unknown[]) =>
          start(name, () => run(...args)),
    ),
    [CALL]: async (id: number, name: string, args: readonly unknown[]) => {
      const { signal } = cancels.set(id, new AbortController()).get(id)!
      try {
        return await start(name, () => {
          signal.throwIfAborted()
          return runUntil(signal, functions[name], args)
        })
      } finally {
        cancels.delete(id)
      }
    },
    [CANCEL]: (id: number) => cancels.get(id)?.abort(cancelledError()),
    [CLOSE]: async () => {
      closing = true
      await Promise.allSettled(running)
      await options.onClose()
      // Whoever waits for the answer gets it first; without listeners and timers the thread then ends by itself.
      setImmediate(() => process.exit(0))
    },
  })
  return remoteOf<Parent>(calls.call)
}

const CLOSE = '$covercast.close'
const CALL = '$covercast.call'
const CANCEL = '$covercast.cancel'

const WITH_SIGNAL = Symbol('run with the signal of its call')
const NEVER = new AbortController().signal

type RunWithSignal = (signal: AbortSignal, ...args: readonly unknown[]) => unknown

/** A thread's function that is given the signal of its call: between the parts of what takes long it asks `stillWanted`. */
export function cancellable<Args extends readonly unknown[], Result>(
  run: (signal: AbortSignal, ...args: Args) => Result,
): (...args: Args) => Result {
  return Object.assign((...args: Args) => run(NEVER, ...args), { [WITH_SIGNAL]: run })
}

/** Lets other calls of the thread have their turn. Throws 'cancelled' where nobody waits for this one any more. */
export async function stillWanted(signal: AbortSignal): Promise<void> {
  await nextTurn()
  signal.throwIfAborted()
}

function runUntil(signal: AbortSignal, run: AnyFunctions[string] | undefined, args: readonly unknown[]): unknown {
  if (run === undefined) throw new AppError({ code: 'internal', message: 'The thread has no such function.' })
  return WITH_SIGNAL in run ? (run[WITH_SIGNAL] as RunWithSignal)(signal, ...args) : run(...args)
}

/**
 * Calls begin in the order in which they came, each in a turn of its own: the messages that came while the one before ran are read first,
 * so that what was cancelled meanwhile is not begun.
 */
function createTurns(): () => Promise<void> {
  const waiting: (() => void)[] = []
  const next = async (): Promise<void> => {
    while (waiting.length > 0) {
      await nextTurn()
      waiting.shift()!()
    }
  }
  return () =>
    new Promise((resolve) => {
      if (waiting.push(resolve) === 1) void next()
    })
}

/** Calls that a signal ends. */
function untilAborted<Functions extends ThreadFunctions>(
  call: Calls['call'],
): (signal: AbortSignal) => Remote<Functions> {
  let last = 0
  return (signal) =>
    remoteOf<Functions>(async (name, args) => {
      if (signal.aborted) throw cancelledError()
      const id = ++last
      const { promise: aborted, reject } = Promise.withResolvers<never>()
      const cancel = (): void => {
        reject(cancelledError())
        // A thread that has ended has nothing to cancel.
        call(CANCEL, [id]).catch(() => undefined)
      }
      signal.addEventListener('abort', cancel, { once: true })
      try {
        return await Promise.race([call(CALL, [id, name, args]), aborted])
      } finally {
        signal.removeEventListener('abort', cancel)
      }
    })
}

interface Calls {
  readonly call: (name: string, args: readonly unknown[]) => Promise<unknown>
  /** Fails every pending and every later call. */
  readonly end: (reason: AppError) => void
}

/** How a failure crosses the threads: structured clone would lose an AppError's class and fields. */
interface ThrownMessage {
  readonly report: ErrorReport
  readonly stack: string | null
}

interface RpcMessage {
  readonly t: 'q' | 's'
  readonly i?: string
  readonly r?: unknown
  readonly e?: unknown
}

type AnyFunctions = Record<string, (...args: unknown[]) => unknown>

function callsOver(port: Worker | MessagePort, functions: ThreadFunctions): Calls {
  let ended: AppError | null = null
  const rpc = createBirpc<AnyFunctions, AnyFunctions, false>(mapFunctions(functions, settled), {
    proxify: false,
    timeout: -1,
    post: (message: unknown) => port.postMessage(message),
    on: (listener) => void port.on('message', listener),
    off: (listener) => void port.off('message', listener),
    serialize: (message: RpcMessage) => (message.e === undefined ? message : { ...message, e: packed(message.e) }),
    deserialize: (message: RpcMessage) =>
      message.e === undefined ? message : { ...message, e: unpacked(message.e as ThrownMessage) },
    // Named: a result that cannot be cloned, which the caller receives as an error. Otherwise a call of ours failed, and must fail.
    onGeneralError: (_thrown, name) => name !== undefined,
  })
  return {
    call: async (name, args) => {
      if (ended !== null) throw ended
      try {
        return await rpc.$call(name, ...args)
      } catch (thrown) {
        throw ended ?? thrown
      }
    },
    end: (reason) => {
      ended = reason
      rpc.$close(reason)
    },
  }
}

function remoteOf<Functions extends ThreadFunctions>(call: Calls['call']): Remote<Functions> {
  return new Proxy({} as Remote<Functions>, {
    // Not a promise: awaiting the remote itself must not call the worker.
    get: (_target, name) =>
      typeof name !== 'string' || name === 'then' ? undefined : (...args: unknown[]) => call(name, args),
  })
}

/** A failure of `undefined` or `null` would look like a success on the other side. */
function settled(_name: string, run: (...args: unknown[]) => unknown): (...args: unknown[]) => Promise<unknown> {
  return async (...args) => {
    try {
      return await run(...args)
    } catch (thrown) {
      throw thrown instanceof Error ? thrown : new AppError(toErrorReport(thrown))
    }
  }
}

function mapFunctions(
  functions: ThreadFunctions,
  map: (name: string, run: (...args: unknown[]) => unknown) => (...args: unknown[]) => unknown,
): AnyFunctions {
  return Object.fromEntries(
    Object.entries(functions).map(([name, run]) => [name, map(name, run as (...args: unknown[]) => unknown)]),
  )
}

function packed(thrown: unknown): ThrownMessage {
  return { report: toErrorReport(thrown), stack: thrown instanceof Error ? (thrown.stack ?? null) : null }
}

function unpacked(message: ThrownMessage): AppError {
  const error = new AppError(message.report)
  // Where it happened, for the log.
  if (message.stack !== null) error.stack = message.stack
  return error
}

function cancelledError(): AppError {
  return new AppError({ code: 'cancelled', message: 'Nobody waits for this answer any more.' })
}

function closedError(name: string): AppError {
  return new AppError({ code: 'cancelled', message: `Covercast is closing; "${name}" takes no more work.` })
}

function diedError(name: string, cause: unknown): AppError {
  const why = cause instanceof Error ? cause.message : String(cause)
  return new AppError(
    {
      code: 'internal',
      message: `A background part of Covercast (${name}) stopped unexpectedly: ${why}.`,
      kept: 'What was saved before is unchanged.',
      next: 'Try again; if it keeps happening, restart Covercast.',
    },
    { cause },
  )
}

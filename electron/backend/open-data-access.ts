import type { ResourceLimits } from 'node:worker_threads'
import { AppError } from '../../shared/contract/errors.ts'
import { connectWorker, type WorkerConnection } from '../store/worker-channel.ts'
import type { DataAccess } from './data-access.ts'
import type { ComputeApi } from './roles/prediction-queries.ts'
import type { ReaderApi, Role, WorkApi, WriterThread } from './roles/roles.ts'
import { WATCHDOG_LIMITS, type WatchdogLimits } from './watchdog.ts'
import { createWriterHandles } from './writer-handles.ts'

export interface DataAccessOptions {
  readonly dataDir: string
  /** The module of the worker threads. */
  readonly workerEntry: string
  /** How long a sync may give no sign of life. */
  readonly watchdog?: WatchdogLimits
}

/** What a worker thread is told when it starts. */
export interface WorkerStart {
  readonly role: Role
  readonly dataDir: string
}

/** Threads that have caches open, and never write them; in the order in which they are closed: the reader, which is never busy for long, folds the logs. */
const READING: readonly Role[] = ['compute', 'reader']

/**
 * A sync makes much that is soon forgotten: with less room for it, V8 looks more often, which costs nothing that can be measured, and the
 * process needs a quarter less memory.
 */
const WRITER_LIMITS: ResourceLimits = { maxYoungGenerationSizeMb: 12 }

/** The worker threads as one object; each starts when it is first asked. */
export function openDataAccess({ dataDir, workerEntry, watchdog = WATCHDOG_LIMITS }: DataAccessOptions): DataAccess {
  const open = new Map<Role, WorkerConnection<object>>()
  // The next call gets a new thread; nobody waits for the end of one that hangs.
  const writers = createWriterHandles({ limits: watchdog, onHung: () => abandon('writer') })
  let closing: Promise<void> | null = null

  const abandon = (role: Role): void => {
    const hung = open.get(role)
    open.delete(role)
    void hung?.terminate()
  }
  const connect = <Api extends object>(role: Role, functions: object): Api => {
    const start: WorkerStart = { role, dataDir }
    // A request that is still on its way must not start a thread that nobody would end.
    if (closing) throw new AppError({ code: 'cancelled', message: 'Covercast is closing.', kept: 'What was saved is safe.' })
    const found = open.get(role)
    if (found) return found.remote as Api
    const connection = connectWorker<Api, object>({ entry: workerEntry, name: role, workerData: start, functions, ...(role === 'writer' ? { resourceLimits: WRITER_LIMITS } : {}) })
    open.set(role, connection)
    // A thread that died fails what it was asked; the next call gets a new one.
    void connection.ended.then(() => open.get(role) === connection && open.delete(role))
    return connection.remote as Api
  }
  return {
    writer: (events) => writers.handle(connect<WriterThread>('writer', writers.functions), events),
    reader: () => connect<ReaderApi>('reader', {}),
    compute: () => connect<ComputeApi>('compute', {}),
    work: () => connect<WorkApi>('work', {}),
    async release(workspaceId) {
      const readers = READING.flatMap((role) => (open.get(role)?.remote as ReaderApi | ComputeApi | undefined) ?? [])
      await Promise.all(readers.map((reader) => reader.release(workspaceId)))
    },
    close() {
      closing ??= closeAll(open)
      return closing
    },
  }
}

/** How long a thread that only reads may take to come to its end; then it is stopped, because it holds nothing that could be lost. */
const READING_GRACE_MS = 1_500

async function closeAll(open: ReadonlyMap<Role, WorkerConnection<object>>): Promise<void> {
  // The last connection to a database folds its log into it, unless it only reads: so those that read go first.
  for (const role of READING) await endReading(open.get(role))
  await Promise.all([...open].filter(([role]) => !READING.includes(role)).map(([, connection]) => connection.close()))
}

/** A long computation does not hold up the end of the app. */
async function endReading(connection: WorkerConnection<object> | undefined): Promise<void> {
  if (connection === undefined) return
  const timer = setTimeout(() => void connection.terminate(), READING_GRACE_MS)
  try {
    await connection.close()
  } finally {
    clearTimeout(timer)
  }
}

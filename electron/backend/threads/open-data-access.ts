import type { ResourceLimits } from 'node:worker_threads'
import { AppError } from '../../../shared/foundation/errors.ts'
import { connectWorker, type WorkerConnection } from './worker-channel.ts'
import type { DataAccess } from './data-access.ts'
import type { ComputeThread } from './compute-thread.ts'
import type { WorkThread } from './work-thread.ts'
import { WRITER_LIMITS, type WriterLimits } from './watchdog.ts'
import type { HolidaysThread } from './holidays-thread.ts'
import type { RosterThread } from './roster-thread.ts'
import type { ReaderThread } from './reader-thread.ts'
import { createWriterHandles } from './writer-handles.ts'
import type { WriterThread } from './writer-thread.ts'

/** The worker threads, by what they own. */
type Role = 'writer' | 'reader' | 'compute' | 'work' | 'roster' | 'holidays'

export interface DataAccessOptions {
  readonly dataDir: string
  /** The module of the worker threads. */
  readonly workerEntry: string
  /** How long a sync may give no sign of life, and a look at a source may take. */
  readonly limits?: WriterLimits
}

/** What a worker thread receives when it starts. */
export interface WorkerStart {
  readonly role: Role
  readonly dataDir: string
}

/** Threads that have caches open, and never write them. The reader, which is never busy for long, folds the logs when the app closes. */
const READING = ['compute', 'reader'] as const satisfies readonly Role[]

/**
 * A sync makes much that is soon forgotten: with less room for it, V8 looks more often, which costs nothing that can be measured, and the
 * process needs a quarter less memory.
 */
const WRITER_MEMORY: ResourceLimits = { maxYoungGenerationSizeMb: 12 }

/** Room for a roster of the largest size that is read, and not for one that grows in memory without end. */
const ROSTER_MEMORY: ResourceLimits = { maxOldGenerationSizeMb: 1536, maxYoungGenerationSizeMb: 192 }
const ROSTER_MS = 120_000
const NOTHING_STORED = 'Nothing was stored.'

/** The worker threads as one object; each starts when it is first asked. */
export function openDataAccess({ dataDir, workerEntry, limits = WRITER_LIMITS }: DataAccessOptions): DataAccess {
  const open = new Map<Role, WorkerConnection<object>>()
  const lent = new Set<WorkerConnection<object>>()
  // The next call gets a new thread; nobody waits for the end of one that hangs.
  const writers = createWriterHandles({ limits, onHung: () => abandon('writer') })
  let closing: Promise<void> | null = null

  const abandon = (role: Role): void => {
    const hung = open.get(role)
    open.delete(role)
    void hung?.terminate()
  }
  const connect = <Api extends object>(role: Role, functions: object, signal?: AbortSignal): Api => {
    const start: WorkerStart = { role, dataDir }
    // A request that is still on its way must not start a thread that nobody would end.
    if (closing)
      throw new AppError({ code: 'cancelled', message: 'Covercast is closing.', kept: 'What was saved is safe.' })
    const found = open.get(role)
    if (found) return remoteFor<Api>(found, signal)
    const connection = connectWorker<Api, object>({
      entry: workerEntry,
      name: role,
      workerData: start,
      functions,
      ...(role === 'writer' ? { resourceLimits: WRITER_MEMORY } : {}),
    })
    open.set(role, connection)
    // A thread that died fails what it was asked; the next call gets a new one.
    void connection.ended.then(() => open.get(role) === connection && open.delete(role))
    return remoteFor<Api>(connection, signal)
  }
  /** A thread that ends with what it is asked. */
  const lend = async <Api extends object, T>(
    role: Role,
    work: (connection: WorkerConnection<Api>) => Promise<T>,
    resourceLimits?: ResourceLimits,
  ): Promise<T> => {
    if (closing) throw new AppError({ code: 'cancelled', message: 'Covercast is closing.', kept: NOTHING_STORED })
    const start: WorkerStart = { role, dataDir }
    const connection = connectWorker<Api, object>({
      entry: workerEntry,
      name: role,
      workerData: start,
      functions: {},
      ...(resourceLimits === undefined ? {} : { resourceLimits }),
    })
    lent.add(connection)
    try {
      return await work(connection)
    } finally {
      lent.delete(connection)
      // It holds nothing that could be lost.
      await connection.terminate()
    }
  }
  return {
    writer: (caller) => writers.handle(connect<WriterThread>('writer', writers.functions), caller),
    reader: (signal) => connect<ReaderThread>('reader', {}, signal),
    compute: (signal) => connect<ComputeThread>('compute', {}, signal),
    work: () => connect<WorkThread>('work', {}),
    withRosters: (work) =>
      lend('roster', (connection: WorkerConnection<RosterThread>) => readInTime(connection, work), ROSTER_MEMORY),
    withHolidays: (work) =>
      lend('holidays', ({ remote }: WorkerConnection<HolidaysThread>) => work(remote as HolidaysThread)),
    async release(workspaceId) {
      const readers = READING.flatMap(
        (role) => (open.get(role)?.remote as ReaderThread | ComputeThread | undefined) ?? [],
      )
      await Promise.all(readers.map((reader) => reader.release(workspaceId)))
    },
    close() {
      for (const connection of lent) void connection.terminate()
      closing ??= closeAll(open)
      return closing
    },
  }
}

function remoteFor<Api extends object>(
  { remote, remoteUntil }: WorkerConnection<object>,
  signal: AbortSignal | undefined,
): Api {
  return (signal === undefined ? remote : remoteUntil(signal)) as Api
}

/** A file that takes too long, or more memory than there is for it, fails alone. */
async function readInTime<T>(
  { remote, ended }: WorkerConnection<RosterThread>,
  work: (rosters: RosterThread) => Promise<T>,
): Promise<T> {
  const { promise: tooSlow, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(tooMuch('took longer than two minutes to read')), ROSTER_MS)
  try {
    return await Promise.race([work(remote as RosterThread), tooSlow])
  } catch (thrown) {
    const died = await Promise.race([ended, Promise.resolve(null)])
    throw died === null ? thrown : tooMuch('takes more memory to read than there is for it')
  } finally {
    clearTimeout(timer)
  }
}

function tooMuch(what: string): AppError {
  return new AppError({
    code: 'invalid-input',
    message: `The file ${what}.`,
    kept: NOTHING_STORED,
    next: 'Split it, and import the parts one after the other.',
  })
}

/**
 * How long a thread that only reads may take to come to its end, in milliseconds; then it is stopped, because it holds nothing that could
 * be lost. The reader has longer: it is the one that folds the logs. Together less than quitting may take.
 */
const READING_GRACE_MS = { compute: 1_500, reader: 6_000 } as const

async function closeAll(open: ReadonlyMap<Role, WorkerConnection<object>>): Promise<void> {
  // A log is folded by the last connection that closes, unless it only reads. Any of the others may have a cache open at this moment: the
  // reader folds what they leave, and goes last.
  await endReading(open.get('compute'), READING_GRACE_MS.compute)
  await Promise.all(
    [...open]
      .filter(([role]) => !READING.some((reading) => reading === role))
      .map(([, connection]) => connection.close()),
  )
  await endReading(open.get('reader'), READING_GRACE_MS.reader)
}

/** A long computation does not hold up the end of the app. */
async function endReading(connection: WorkerConnection<object> | undefined, graceMs: number): Promise<void> {
  if (connection === undefined) return
  const timer = setTimeout(() => void connection.terminate(), graceMs)
  try {
    await connection.close()
  } finally {
    clearTimeout(timer)
  }
}

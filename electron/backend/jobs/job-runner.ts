import { AppError } from '../../../shared/contract/errors.ts'
import { publicReport } from '../services/public-report.ts'
import type { Job, JobKind, JobKinds } from './job.ts'

/** What the work of a job can say and hear. */
export interface RunningJob<Kind extends JobKind> {
  readonly onProgress: (progress: JobKinds[Kind]['progress']) => void
  readonly onNotice: (text: string) => void
  /** Aborted when the user cancels, or the app closes. */
  readonly signal: AbortSignal
}

export interface JobRequest<Kind extends JobKind> {
  readonly kind: Kind
  readonly workspaceId: string
  readonly work: (running: RunningJob<Kind>) => Promise<JobKinds[Kind]['outcome']>
}

/** One state of a job, named: the same id is the same state. */
export interface JobState<Kind extends JobKind> {
  readonly id: string
  readonly job: Job<Kind> | null
}

/** Long work: one runner per workspace and kind. What runs goes on whoever asked for it, and its last state stays. */
export interface JobRunner {
  /** Starts the work, unless one of the kind runs already for the workspace: then that one is the answer. */
  start<Kind extends JobKind>(request: JobRequest<Kind>): Job<Kind>
  /** Asks what runs to end; false: nothing runs. */
  cancel(kind: JobKind, workspaceId: string): boolean
  /** The running or the last job; null: none yet. */
  latest<Kind extends JobKind>(kind: Kind, workspaceId: string): Job<Kind> | null
  /** Settles when nothing of the kind runs for the workspace. */
  settled(kind: JobKind, workspaceId: string): Promise<void>
  /** The state now and after every change, until the signal is aborted. A slow reader gets the newest, not every one. */
  watch<Kind extends JobKind>(request: { readonly kind: Kind; readonly workspaceId: string; readonly signal: AbortSignal }): AsyncGenerator<JobState<Kind>, void>
  /** Forgets a workspace's jobs. */
  forget(workspaceId: string): void
  /** Cancels what runs, waits for it, and ends every watch. */
  close(): Promise<void>
}

export interface JobRunnerOptions {
  readonly clock: () => number
  readonly newId: () => string
  /** Told of every failure, with all its details. */
  readonly onFailure: (job: Job, thrown: unknown) => void
  /** Told of every job that ended otherwise: done or cancelled. */
  readonly onEnd?: (job: Job) => void
}

interface Entry {
  readonly controller: AbortController
  readonly ended: Promise<void>
  version: number
  job: Job
}

export function createJobRunner({ clock, newId, onFailure, onEnd }: JobRunnerOptions): JobRunner {
  const entries = new Map<string, Entry>()
  const listeners = new Map<string, Set<() => void>>()
  const closing = new AbortController()
  const now = (): string => new Date(clock()).toISOString()

  function change(key: string, entry: Entry, news: Partial<Job>): void {
    entry.job = { ...entry.job, ...news }
    entry.version += 1
    wake(key)
  }
  function wake(key: string): void {
    for (const listener of listeners.get(key) ?? []) listener()
  }
  function stateOf<Kind extends JobKind>(key: string): JobState<Kind> {
    const entry = entries.get(key)
    // The key holds the kind, so the entry is of it.
    return entry ? { id: `${entry.job.id}.${entry.version}`, job: entry.job as Job<Kind> } : { id: 'none', job: null }
  }
  async function run<Kind extends JobKind>(request: JobRequest<Kind>, key: string, signal: AbortSignal): Promise<void> {
    // Let the caller have the entry first.
    await Promise.resolve()
    const entry = entries.get(key)!
    try {
      const outcome = await request.work({
        signal,
        onProgress: (progress) => change(key, entry, { progress }),
        onNotice: (text) => change(key, entry, { notices: [...entry.job.notices, text] }),
      })
      change(key, entry, { state: 'done', outcome, endedAt: now() })
      onEnd?.(entry.job)
    } catch (thrown) {
      const error = publicReport(thrown)
      const isCancelled = signal.aborted || error.code === 'cancelled'
      change(key, entry, { state: isCancelled ? 'cancelled' : 'failed', error: isCancelled ? null : error, endedAt: now() })
      if (isCancelled) onEnd?.(entry.job)
      else onFailure(entry.job, thrown)
    }
  }

  return {
    start<Kind extends JobKind>(request: JobRequest<Kind>) {
      const key = keyOf(request.kind, request.workspaceId)
      const running = entries.get(key)
      if (running?.job.state === 'running') return running.job as Job<Kind>
      if (closing.signal.aborted) throw new AppError({ code: 'cancelled', message: 'Covercast is closing and starts nothing new.' })
      const controller = new AbortController()
      const job: Job<Kind> = {
        id: newId(),
        workspaceId: request.workspaceId,
        kind: request.kind,
        state: 'running',
        progress: null,
        outcome: null,
        error: null,
        notices: [],
        startedAt: now(),
        endedAt: null,
      }
      entries.set(key, { controller, ended: run(request, key, controller.signal), version: 0, job })
      wake(key)
      return job
    },
    cancel(kind, workspaceId) {
      const entry = entries.get(keyOf(kind, workspaceId))
      if (entry?.job.state !== 'running') return false
      entry.controller.abort()
      return true
    },
    latest: <Kind extends JobKind>(kind: Kind, workspaceId: string) => stateOf<Kind>(keyOf(kind, workspaceId)).job,
    async settled(kind, workspaceId) {
      await entries.get(keyOf(kind, workspaceId))?.ended
    },
    async *watch<Kind extends JobKind>({ kind, workspaceId, signal }: { readonly kind: Kind; readonly workspaceId: string; readonly signal: AbortSignal }) {
      const key = keyOf(kind, workspaceId)
      const over = AbortSignal.any([signal, closing.signal])
      let seen: string | null = null
      while (!over.aborted) {
        const state = stateOf<Kind>(key)
        if (state.id === seen) {
          await nextChange(listeners, key, over)
        } else {
          seen = state.id
          yield state
        }
      }
    },
    forget(workspaceId) {
      for (const [key, { job }] of entries) {
        if (job.workspaceId !== workspaceId || job.state === 'running') continue
        entries.delete(key)
        wake(key)
      }
    },
    async close() {
      closing.abort()
      for (const { controller } of entries.values()) controller.abort()
      await Promise.all([...entries.values()].map(({ ended }) => ended))
    },
  }
}

function keyOf(kind: JobKind, workspaceId: string): string {
  return `${kind}/${workspaceId}`
}

/** Settles at the next change of a job, or when the watch is over; leaves no listener behind. */
function nextChange(listeners: Map<string, Set<() => void>>, key: string, over: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const mine = listeners.get(key) ?? new Set()
  listeners.set(key, mine)
  mine.add(resolve)
  const end = (): void => resolve()
  over.addEventListener('abort', end, { once: true })
  return promise.finally(() => {
    over.removeEventListener('abort', end)
    mine.delete(resolve)
    if (mine.size === 0 && listeners.get(key) === mine) listeners.delete(key)
  })
}

import { AppError, type ErrorReport } from '../../../shared/foundation/errors.ts'
import { publicReport } from './public-report.ts'
import type { Job, JobKind } from './job.ts'

/** What the work of a job can say and hear. */
export interface RunningJob<Progress> {
  readonly onProgress: (progress: Progress) => void
  readonly onNotice: (text: string) => void
  /** Aborted when the user cancels, or the app closes. */
  readonly signal: AbortSignal
}

export interface JobRequest<Progress, Outcome> {
  readonly kind: JobKind<Progress, Outcome>
  readonly workspaceId: string
  readonly work: (running: RunningJob<Progress>) => Promise<Outcome>
}

/** One state of a job, named: the same id is the same state. */
export interface JobState<Progress, Outcome> {
  readonly id: string
  readonly job: Job<Progress, Outcome> | null
}

export type JobRunner = ReturnType<typeof createJobRunner>

export interface JobRunnerOptions {
  readonly clock: () => number
  readonly newId: () => string
  /** Called with every failure, with all its details. */
  readonly onFailure: (job: Job, thrown: unknown) => void
  /** Called with every job that ended otherwise: done, with what was done, or cancelled. */
  readonly onEnd?: (job: Job, done: string | null) => void
  /** A failure as the job shows it; absent: without what only a log may have. */
  readonly reportOf?: (thrown: unknown) => ErrorReport
}

interface Entry {
  readonly controller: AbortController
  readonly ended: Promise<void>
  version: number
  job: Job
}

/** Long work: one job of a kind runs for a workspace. What runs goes on whoever asked for it, and its last state stays. */
export function createJobRunner({ clock, newId, onFailure, onEnd, reportOf = publicReport }: JobRunnerOptions) {
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
  function jobStateOf<Progress, Outcome>(key: string): JobState<Progress, Outcome> {
    const entry = entries.get(key)
    // The key has the kind, so the entry is of it.
    return entry
      ? { id: `${entry.job.id}.${entry.version}`, job: entry.job as Job<Progress, Outcome> }
      : { id: 'none', job: null }
  }
  async function run<Progress, Outcome>(
    { kind, work }: JobRequest<Progress, Outcome>,
    key: string,
    signal: AbortSignal,
  ): Promise<void> {
    // Let the caller have the entry first.
    await Promise.resolve()
    const entry = entries.get(key)!
    try {
      const outcome = await work({
        signal,
        onProgress: (progress) => change(key, entry, { progress }),
        onNotice: (text) => change(key, entry, { notices: [...entry.job.notices, text] }),
      })
      change(key, entry, { state: 'done', outcome, endedAt: now() })
      onEnd?.(entry.job, kind.describe(outcome))
    } catch (thrown) {
      const error = reportOf(thrown)
      const isCancelled = signal.aborted || error.code === 'cancelled'
      // What a cancelled job stumbled over besides is nobody's concern.
      change(key, entry, {
        state: isCancelled ? 'cancelled' : 'failed',
        error: isCancelled && error.code !== 'cancelled' ? null : error,
        endedAt: now(),
      })
      if (isCancelled) onEnd?.(entry.job, null)
      else onFailure(entry.job, thrown)
    }
  }

  return {
    /** Starts the work, unless one of the kind runs already for the workspace: then that one is the answer. */
    start<Progress, Outcome>(request: JobRequest<Progress, Outcome>): Job<Progress, Outcome> {
      const key = keyOf(request.kind, request.workspaceId)
      const running = entries.get(key)
      if (running?.job.state === 'running') return running.job as Job<Progress, Outcome>
      if (closing.signal.aborted)
        throw new AppError({ code: 'cancelled', message: 'Covercast is closing and starts nothing new.' })
      const controller = new AbortController()
      const job: Job<Progress, Outcome> = {
        id: newId(),
        workspaceId: request.workspaceId,
        kind: request.kind.name,
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
    /** Asks what runs to end, or only the job that is named; false: that does not run. */
    cancel(kind: NamedKind, workspaceId: string, jobId?: string): boolean {
      const entry = entries.get(keyOf(kind, workspaceId))
      if (entry?.job.state !== 'running' || (jobId !== undefined && jobId !== entry.job.id)) return false
      entry.controller.abort()
      return true
    },
    /** The running or the last job; null: none yet. */
    latest: <Progress, Outcome>(kind: JobKind<Progress, Outcome>, workspaceId: string) =>
      jobStateOf<Progress, Outcome>(keyOf(kind, workspaceId)).job,
    /** Settles when nothing of the kind runs for the workspace. */
    async settled(kind: NamedKind, workspaceId: string): Promise<void> {
      await entries.get(keyOf(kind, workspaceId))?.ended
    },
    /** The state now and after every change, until the signal is aborted. A slow reader gets the newest, not every one. */
    async *watch<Progress, Outcome>(
      kind: JobKind<Progress, Outcome>,
      workspaceId: string,
      signal: AbortSignal,
    ): AsyncGenerator<JobState<Progress, Outcome>, void> {
      const key = keyOf(kind, workspaceId)
      const over = AbortSignal.any([signal, closing.signal])
      let seen: string | null = null
      while (!over.aborted) {
        const state = jobStateOf<Progress, Outcome>(key)
        if (state.id === seen) {
          await nextChange(listeners, key, over)
        } else {
          seen = state.id
          yield state
        }
      }
    },
    /** Forgets a workspace's jobs. */
    forget(workspaceId: string): void {
      for (const [key, { job }] of entries) {
        if (job.workspaceId !== workspaceId || job.state === 'running') continue
        entries.delete(key)
        wake(key)
      }
    },
    /** Cancels what runs, waits for it, and ends every watch. */
    async close(): Promise<void> {
      closing.abort()
      for (const { controller } of entries.values()) controller.abort()
      await Promise.all([...entries.values()].map(({ ended }) => ended))
    },
  }
}

type NamedKind = Pick<JobKind<never, never>, 'name'>

function keyOf({ name }: NamedKind, workspaceId: string): string {
  return `${name}/${workspaceId}`
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

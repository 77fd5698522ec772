import type { ErrorReport } from '../../../../../shared/foundation/errors.ts'
import type { Inputs, Outputs } from '../../../../app/rpc/procedures.ts'

export type SuggestJob = NonNullable<Outputs['suggest']['state']>
export type SuggestOutcome = NonNullable<SuggestJob['outcome']>
export type SuggestProgress = NonNullable<SuggestJob['progress']>

/** The state of a search. `Basis` is what it was started from. */
export type SearchState<Basis> =
  | { readonly kind: 'idle' }
  | { readonly kind: 'starting'; readonly basis: Basis }
  | {
      readonly kind: 'running'
      readonly basis: Basis
      readonly steps: readonly SuggestProgress[]
      readonly isCancelling: boolean
    }
  | {
      readonly kind: 'answered'
      readonly basis: Basis
      readonly outcome: SuggestOutcome
      /** The user ended it; the outcome is the best that was found until then. */
      readonly wasCancelled: boolean
    }
  | { readonly kind: 'failed'; readonly report: ErrorReport }
  /** Another window started one in its place, or the app was started again. */
  | { readonly kind: 'lost' }

/** What a search asks of the backend. */
export interface SearchBackend {
  readonly start: (request: Inputs['suggest']['start']) => Promise<{ readonly jobId: string }>
  readonly cancel: (jobId: string) => Promise<unknown>
  readonly state: () => Promise<SuggestJob | null>
  /** Calls with the job as it is, and after every change; `onEnd` where the stream does not come through. Returns what ends it. */
  readonly watch: (onJob: (job: SuggestJob | null) => void, onEnd: () => void) => () => void
  readonly reportOf: (error: unknown) => ErrorReport
  readonly wait: (milliseconds: number, run: () => void) => () => void
}

export interface Search<Basis> {
  readonly getState: () => SearchState<Basis>
  readonly subscribe: (onChange: () => void) => () => void
  /** Does nothing while one is being started or runs. */
  readonly start: (request: Inputs['suggest']['start'], basis: Basis) => Promise<void>
  /** The best so far becomes the answer. */
  readonly cancel: () => void
  /** Back to no answer; what runs ends, and so does what is just being started. */
  readonly close: () => void
}

const POLL_MS = 1_000

/** One search at a time, from its start to its answer. */
export function createSearch<Basis>(backend: SearchBackend): Search<Basis> {
  let state: SearchState<Basis> = { kind: 'idle' }
  let running: { readonly jobId: string; readonly stop: () => void } | null = null
  /** Tells what was started since from what came before. */
  let round = 0
  const listeners = new Set<() => void>()
  const become = (next: SearchState<Basis>): void => {
    state = next
    for (const listener of listeners) listener()
  }
  const end = (next: SearchState<Basis>): void => {
    running?.stop()
    running = null
    become(next)
  }
  const hear = (job: SuggestJob | null, jobId: string): void => {
    if (state.kind !== 'running' || running?.jobId !== jobId) return
    if (job?.id !== jobId) return end({ kind: 'lost' })
    const { basis, steps, isCancelling } = state
    if (job.outcome !== null) return end({ kind: 'answered', basis, outcome: job.outcome, wasCancelled: isCancelling })
    if (job.state === 'failed' && job.error !== null) return end({ kind: 'failed', report: job.error })
    if (job.state !== 'running') return end({ kind: 'lost' })
    const { progress } = job
    if (progress !== null && progress.seconds !== steps.at(-1)?.seconds)
      become({ kind: 'running', basis, steps: [...steps, progress], isCancelling })
  }
  const follow = (jobId: string): void => {
    let stopWaiting = (): void => undefined
    const poll = (): void => {
      void backend.state().then(
        (job) => {
          hear(job, jobId)
          if (running?.jobId === jobId) stopWaiting = backend.wait(POLL_MS, poll)
        },
        (error: unknown) => {
          if (running?.jobId === jobId) end({ kind: 'failed', report: backend.reportOf(error) })
        },
      )
    }
    const mine = { jobId, stop: (): void => undefined }
    running = mine
    const stopWatching = backend.watch(
      (job) => hear(job, jobId),
      () => {
        if (running?.jobId === jobId) poll()
      },
    )
    mine.stop = () => {
      stopWatching()
      stopWaiting()
    }
    // What was there at once has ended it already.
    if (running !== mine) mine.stop()
  }
  return {
    getState: () => state,
    subscribe(onChange) {
      listeners.add(onChange)
      return () => void listeners.delete(onChange)
    },
    async start(request, basis) {
      if (state.kind === 'starting' || state.kind === 'running') return
      const mine = ++round
      become({ kind: 'starting', basis })
      try {
        const { jobId } = await backend.start(request)
        if (mine !== round) return void backend.cancel(jobId).catch(() => undefined)
        become({ kind: 'running', basis, steps: [], isCancelling: false })
        follow(jobId)
      } catch (error) {
        if (mine === round) become({ kind: 'failed', report: backend.reportOf(error) })
      }
    },
    cancel() {
      if (state.kind !== 'running' || running === null || state.isCancelling) return
      become({ ...state, isCancelling: true })
      backend.cancel(running.jobId).catch((error: unknown) => {
        end({ kind: 'failed', report: backend.reportOf(error) })
      })
    },
    close() {
      round += 1
      // Nobody waits for the answer, nor for whether the search could be ended: it ends by itself when its time is up.
      if (running !== null) void backend.cancel(running.jobId).catch(() => undefined)
      end({ kind: 'idle' })
    },
  }
}

import type { ErrorReport } from '../../../shared/foundation/errors.ts'

/** A kind of long work: what it reports on its way and what it yields. Declared by the subject that does the work. */
export interface JobKind<Progress, Outcome> {
  readonly name: string
  /** What was done, for the log: without names, because the log outlives what is erased. */
  readonly describe: (outcome: Outcome) => string
  /** Only a type: nothing has it. */
  readonly progress?: Progress
}

/** The state of a piece of long work. Instants are ISO. */
export interface Job<Progress = unknown, Outcome = unknown> {
  readonly id: string
  readonly workspaceId: string
  /** The name of its kind. */
  readonly kind: string
  readonly state: 'running' | 'done' | 'failed' | 'cancelled'
  /** null until the first news; the last one stays when the job has ended. */
  readonly progress: Progress | null
  readonly outcome: Outcome | null
  /** Why it failed, or what was kept where it was cancelled. */
  readonly error: ErrorReport | null
  /** What the user should know that is no failure. */
  readonly notices: readonly string[]
  readonly startedAt: string
  readonly endedAt: string | null
}

/** The job of a kind. */
export type JobOf<Kind> = Kind extends JobKind<infer Progress, infer Outcome> ? Job<Progress, Outcome> : never

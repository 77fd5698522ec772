import type { SyncOutput } from '../../../shared/contract/command-output.ts'
import type { ErrorReport } from '../../../shared/contract/errors.ts'
import type { CalibrationOutcome, CalibrationProgress } from '../services/calibration-outcome.ts'
import type { SyncProgress } from '../services/services.ts'

/** Long work by kind: what it reports on its way, and what it yields. */
export interface JobKinds {
  readonly sync: { readonly progress: SyncProgress; readonly outcome: SyncOutput }
  readonly calibration: { readonly progress: CalibrationProgress; readonly outcome: CalibrationOutcome }
}

export type JobKind = keyof JobKinds

/** How a piece of long work stands. Instants are ISO. */
export interface Job<Kind extends JobKind = JobKind> {
  readonly id: string
  readonly workspaceId: string
  readonly kind: Kind
  readonly state: 'running' | 'done' | 'failed' | 'cancelled'
  /** null until the first news; the last one stays when the job has ended. */
  readonly progress: JobKinds[Kind]['progress'] | null
  readonly outcome: JobKinds[Kind]['outcome'] | null
  readonly error: ErrorReport | null
  /** What the user should know that is no failure. */
  readonly notices: readonly string[]
  readonly startedAt: string
  readonly endedAt: string | null
}

export type SyncJob = Job<'sync'>

import { nextAutoSync } from '../../../shared/compare/today/auto-sync.ts'
import { toErrorReport } from '../../../shared/foundation/errors.ts'
import type { WorkspaceRecord } from '../threads/work-thread.ts'
import { type BackendContext, perContext } from '../core/context.ts'
import { startSyncInput } from './inputs.ts'
import { SYNC, type SyncJob } from './sync-job.ts'
import { startSync } from './use-cases.ts'

export interface AutoSyncState {
  /** null: off. */
  readonly minutes: number | null
  /** How many syncs have failed in a row; each makes the next wait longer. */
  readonly failures: number
  /** Why the last one failed, in words. */
  readonly failure: string | null
  /** When the next one is due, ISO, never in the past; null: never. */
  readonly nextAt: string | null
}

export interface AutoSyncOptions {
  readonly context: Pick<BackendContext, 'data' | 'clock' | 'onNotice' | 'jobs'>
  readonly start: (workspaceId: string) => Promise<unknown>
}

export interface AutoSync {
  /** Starts what is due. Asked every now and then while the app runs. */
  tick(): Promise<void>
  stateOf(workspace: WorkspaceRecord): AutoSyncState
}

interface Run {
  /** The last job that has been counted. */
  readonly jobId: string
  /** Failures in a row. */
  readonly failures: number
}

interface Look {
  /** Epoch milliseconds, in the past where it waits for its turn; null: never. */
  readonly due: number | null
  readonly failures: number
  readonly job: SyncJob | null
}

export const autoSyncOf = perContext((context) =>
  createAutoSync({ context, start: (workspaceId) => startSync(context, startSyncInput.parse({ workspaceId })) }),
)

/** Syncs workspaces of their own accord, as they are set to. One that fails is said where every sync's failure is, and waits longer each time. */
export function createAutoSync({ context, start }: AutoSyncOptions): AutoSync {
  const { data, clock, jobs } = context
  const runs = new Map<string, Run>()
  const look = ({ id, settings, now, isConfirmed }: WorkspaceRecord): Look => {
    const job = jobs.latest(SYNC, id)
    const known = runs.get(id)
    const ended = job !== null && job.state !== 'running'
    const failures = !ended
      ? (known?.failures ?? 0)
      : known?.jobId === job.id
        ? known.failures
        : job.state === 'failed'
          ? (known?.failures ?? 0) + 1
          : 0
    if (ended) runs.set(id, { jobId: job.id, failures })
    const lastEndedAt = job === null || job.endedAt === null ? now : Date.parse(job.endedAt)
    // Nobody watches, so nobody could say no.
    const due = isConfirmed
      ? nextAutoSync({ minutes: settings.autoSyncMinutes, lastEndedAt, failures, now: clock() })
      : null
    return { due, failures, job }
  }
  const startWhereDue = async (workspace: WorkspaceRecord): Promise<void> => {
    if (workspace.source === null || workspace.problem !== null || workspace.settings.autoSyncMinutes === null) return
    const { due, job } = look(workspace)
    if (due === null || due > clock() || job?.state === 'running') return
    await start(workspace.id)
  }
  const attempt = async <T>(run: () => Promise<T>): Promise<T | null> => {
    try {
      return await run()
    } catch (thrown) {
      // The app is closing, or its files are not to be had: the next time is soon enough.
      if (toErrorReport(thrown).code !== 'cancelled')
        context.onNotice(`An automatic sync could not begin: ${toErrorReport(thrown).message}`)
      return null
    }
  }
  return {
    stateOf(workspace) {
      const { due, failures, job } = look(workspace)
      return {
        minutes: workspace.settings.autoSyncMinutes,
        failures,
        failure: job?.state === 'failed' ? (job.error?.message ?? null) : null,
        nextAt: due === null ? null : new Date(Math.max(due, clock())).toISOString(),
      }
    },
    async tick() {
      const workspaces = await attempt(() => data.work().list())
      // One that cannot begin keeps no other from its turn.
      for (const workspace of workspaces ?? []) await attempt(() => startWhereDue(workspace))
    },
  }
}

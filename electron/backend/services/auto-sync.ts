import { nextAutoSync } from '../../../shared/compare/today/auto-sync.ts'
import { toErrorReport } from '../../../shared/contract/errors.ts'
import type { Job } from '../jobs/job.ts'
import type { JobRunner } from '../jobs/job-runner.ts'
import type { WorkspaceRecord } from '../roles/roles.ts'
import type { AppServices } from './app-services.ts'
import type { ServiceDependencies } from './dependencies.ts'
import type { AutoSyncState } from './today-services.ts'

export interface AutoSyncOptions {
  readonly deps: Pick<ServiceDependencies, 'data' | 'clock' | 'onNotice'>
  readonly jobs: JobRunner
  readonly startSync: AppServices['startSync']
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
  readonly job: Job<'sync'> | null
}

/** Syncs workspaces of their own accord, as they are set to. One that fails is said where every sync's failure is, and waits longer each time. */
export function createAutoSync({ deps, jobs, startSync }: AutoSyncOptions): AutoSync {
  const runs = new Map<string, Run>()
  const look = ({ id, settings, now, isConfirmed }: WorkspaceRecord): Look => {
    const job = jobs.latest('sync', id)
    const known = runs.get(id)
    const ended = job !== null && job.state !== 'running'
    const failures = !ended ? (known?.failures ?? 0) : known?.jobId === job.id ? known.failures : job.state === 'failed' ? (known?.failures ?? 0) + 1 : 0
    if (ended) runs.set(id, { jobId: job.id, failures })
    const lastEndedAt = job === null || job.endedAt === null ? now : Date.parse(job.endedAt)
    // Nobody watches, so nobody could say no.
    const due = isConfirmed ? nextAutoSync({ minutes: settings.autoSyncMinutes, lastEndedAt, failures }) : null
    return { due, failures, job }
  }
  const startWhereDue = async (workspace: WorkspaceRecord): Promise<void> => {
    if (workspace.source === null || workspace.problem !== null || workspace.settings.autoSyncMinutes === null) return
    const { due, job } = look(workspace)
    if (due === null || due > deps.clock() || job?.state === 'running') return
    await startSync({ workspaceId: workspace.id, password: null, full: false, reconcile: false, takeSource: false, fromDate: null })
  }
  const attempt = async <T>(run: () => Promise<T>): Promise<T | null> => {
    try {
      return await run()
    } catch (thrown) {
      // The app is closing, or its files are not to be had: the next time is soon enough.
      if (toErrorReport(thrown).code !== 'cancelled') deps.onNotice(`A sync could not begin of its own accord: ${toErrorReport(thrown).message}`)
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
        nextAt: due === null ? null : new Date(Math.max(due, deps.clock())).toISOString(),
      }
    },
    async tick() {
      const workspaces = await attempt(() => deps.data.work().list())
      // One that cannot begin keeps no other from its turn.
      for (const workspace of workspaces ?? []) await attempt(() => startWhereDue(workspace))
    },
  }
}

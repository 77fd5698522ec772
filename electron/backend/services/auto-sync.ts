import { nextAutoSync } from '../../../shared/compare/today/auto-sync.ts'
import { toErrorReport } from '../../../shared/contract/errors.ts'
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

/** Syncs workspaces of their own accord, as they are set to. One that fails is said where every sync's failure is, and waits longer each time. */
export function createAutoSync({ deps, jobs, startSync }: AutoSyncOptions): AutoSync {
  const runs = new Map<string, Run>()
  const stateOf = ({ id, settings, now }: WorkspaceRecord): AutoSyncState => {
    const job = jobs.latest('sync', id)
    const known = runs.get(id)
    const ended = job !== null && job.state !== 'running'
    const failures = !ended ? (known?.failures ?? 0) : known?.jobId === job.id ? known.failures : job.state === 'failed' ? (known?.failures ?? 0) + 1 : 0
    if (ended) runs.set(id, { jobId: job.id, failures })
    const lastEndedAt = job === null || job.endedAt === null ? now : Date.parse(job.endedAt)
    const next = nextAutoSync({ minutes: settings.autoSyncMinutes, lastEndedAt, failures })
    return {
      minutes: settings.autoSyncMinutes,
      failures,
      failure: job?.state === 'failed' ? (job.error?.message ?? null) : null,
      nextAt: next === null ? null : new Date(next).toISOString(),
    }
  }
  return {
    stateOf,
    async tick() {
      try {
        for (const workspace of await deps.data.work().list()) {
          if (workspace.source === null || workspace.problem !== null || workspace.settings.autoSyncMinutes === null) continue
          const { nextAt } = stateOf(workspace)
          if (nextAt === null || Date.parse(nextAt) > deps.clock() || jobs.latest('sync', workspace.id)?.state === 'running') continue
          await startSync({ workspaceId: workspace.id, password: null, full: false, reconcile: false, takeSource: false, fromDate: null })
        }
      } catch (thrown) {
        // The app is closing, or its files are not to be had: the next time is soon enough.
        if (toErrorReport(thrown).code !== 'cancelled') deps.onNotice(`A sync could not begin of its own accord: ${toErrorReport(thrown).message}`)
      }
    },
  }
}

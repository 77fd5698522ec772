import { parseLocalDate } from '../../../shared/time/local.ts'
import type { BackendContext } from '../core/context.ts'
import { syncFields } from './inputs.ts'
import { olderHistoryOf } from './older-history-needs.ts'
import { startSyncJob, SYNC } from './sync-job.ts'

/** Starts counting older days where a sync found that there are some and no other sync runs. Asked every now and then while the app runs. */
export function startOlderHistory(context: BackendContext): void {
  const needs = olderHistoryOf(context)
  for (const [workspaceId, from] of needs) {
    if (context.jobs.latest(SYNC, workspaceId)?.state === 'running') continue
    // Where it fails the next sync finds the need again.
    needs.delete(workspaceId)
    startSyncJob(context, workspaceId, { ...syncFields.parse({}), olderFromDay: parseLocalDate(from) })
  }
}

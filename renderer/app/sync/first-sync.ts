import type { Overview, SyncJob } from '../workspace/workspace-types.ts'

/** Whether there is nothing to learn from yet: nothing was synced, or the first sync still brings the history. */
export function isBeforeFirstSync(
  { now, lastRun }: Pick<Overview, 'now' | 'lastRun'>,
  job: Pick<SyncJob, 'state'> | null,
): boolean {
  return now === null || (lastRun === null && job?.state === 'running')
}

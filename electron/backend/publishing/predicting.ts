import type { ErrorReport } from '../../../shared/foundation/errors.ts'
import { type BackendContext, perContext, type SyncedWorkspace } from '../core/context.ts'
import { SYNC } from '../sync/sync-job.ts'
import { workspaceById } from '../workspaces/workspace-by-id.ts'
import { snapshotOptions, takeSnapshots, takeSnapshotsAfterSync, weeksDue } from './snapshots.ts'

const queueOf = perContext(() => ({ last: Promise.resolve<unknown>(null), running: new Map<string, number>() }))

/** Counts as predicting while `action` runs. */
async function counted<T>(context: BackendContext, workspaceId: string, action: () => Promise<T>): Promise<T> {
  const { running } = queueOf(context)
  const change = (by: number): void => void running.set(workspaceId, (running.get(workspaceId) ?? 0) + by)
  change(1)
  try {
    return await action()
  } finally {
    change(-1)
  }
}

/**
 * Publishes, then predicts the weeks of the publication after those of earlier ones, so that whoever else needs a computation waits for one
 * week at most. `predicted` is why one could not be predicted; null: all were. It never fails.
 */
export async function publishAndPredict(
  context: BackendContext,
  { workspaceId, clock }: { readonly workspaceId: string; readonly clock: () => number },
  publish: () => Promise<{ readonly id: string }>,
): Promise<{ readonly id: string; readonly predicted: Promise<ErrorReport | null> }> {
  // From before it is published: nobody must find the plan published and not being predicted.
  return counted(context, workspaceId, async () => {
    const { id } = await publish()
    const queue = queueOf(context)
    // Now: once the app is closing there is no thread to ask.
    const options = snapshotOptions(context, clock)
    const predicted = counted(context, workspaceId, () =>
      queue.last.then(() => takeSnapshots(options, workspaceId, id)),
    )
    queue.last = predicted
    return { id, predicted }
  })
}

/** Workspaces that were looked at since their last sync, or since the app began. */
const triedOf = perContext(() => new Set<string>())

/** After a sync: predicts what is due. The demo's published weeks wait until somebody compares: whoever opens it wants its figures first. */
export async function predictAfterSync(context: BackendContext, synced: SyncedWorkspace): Promise<void> {
  if (await isDemo(context, synced.workspaceId)) triedOf(context).delete(synced.workspaceId)
  else await takeSnapshotsAfterSync(context, synced)
}

/** Begins, where it is the demo, to predict the published weeks that are due; in a terminal it waits for them. It never fails. */
export async function predictBeforeComparing(context: BackendContext, workspaceId: string): Promise<void> {
  // A prediction stays as it was made: none is made while the history is not all there.
  const sync = context.jobs.latest(SYNC, workspaceId)
  if (sync !== null && sync.state !== 'done') return
  const tried = triedOf(context)
  if (tried.has(workspaceId)) return
  tried.add(workspaceId)
  if (!(await isDemo(context, workspaceId)) || !(await isAnyWeekDue(context, workspaceId))) return
  const queue = queueOf(context)
  // Predicting goes on when the query that asked first is answered.
  const options = snapshotOptions({ ...context, signal: undefined }, context.clock)
  const predicted = counted(context, workspaceId, async () => {
    await queue.last
    const problem = await takeSnapshots(options, workspaceId, null)
    if (problem !== null && problem.code !== 'cancelled')
      context.onNotice(`A published plan could not be predicted: ${problem.message}`)
  })
  queue.last = predicted
  if (context.host.kind === 'terminal') await predicted
}

async function isAnyWeekDue({ data, clock }: BackendContext, workspaceId: string): Promise<boolean> {
  const publications = await data.work().listPublications(workspaceId)
  const now = clock()
  return publications.some((one) => weeksDue(one, { now, publications }).length > 0)
}

async function isDemo({ data }: BackendContext, workspaceId: string): Promise<boolean> {
  return (await workspaceById(data.work(), workspaceId)).source?.kind === 'demo'
}

/**
 * Whether weeks of a published plan are being predicted. Ask before reading what is predicted: they may be done in between, and whoever
 * reads "not predicted" and then "not predicting" does not look again.
 */
export function isPredicting(context: BackendContext, workspaceId: string): boolean {
  return (queueOf(context).running.get(workspaceId) ?? 0) > 0
}

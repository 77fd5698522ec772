import type { ErrorReport } from '../../../shared/foundation/errors.ts'
import { type BackendContext, perContext } from '../core/context.ts'
import { snapshotOptions, takeSnapshots } from './snapshots.ts'

const queueOf = perContext(() => ({ last: Promise.resolve<unknown>(null), running: new Map<string, number>() }))

/**
 * Predicts the weeks of a publication after those of earlier ones, so that whoever else needs a computation waits for one week at most.
 * Returns why one could not be predicted; null: all were. It never fails.
 */
export async function predictPublication(
  context: BackendContext,
  {
    workspaceId,
    publicationId,
    clock,
  }: { readonly workspaceId: string; readonly publicationId: string; readonly clock: () => number },
): Promise<ErrorReport | null> {
  const queue = queueOf(context)
  const change = (by: number): void => void queue.running.set(workspaceId, (queue.running.get(workspaceId) ?? 0) + by)
  // Now: once the app is closing there is no thread to ask.
  const options = snapshotOptions(context, clock)
  change(1)
  const predicted = queue.last.then(() => takeSnapshots(options, workspaceId, publicationId)).finally(() => change(-1))
  queue.last = predicted
  return predicted
}

/** Whether weeks of a published plan are being predicted. */
export function isPredicting(context: BackendContext, workspaceId: string): boolean {
  return (queueOf(context).running.get(workspaceId) ?? 0) > 0
}

import { toErrorReport, type ErrorCode } from '../../../shared/foundation/errors.ts'
import type { ComputeThread } from './compute-thread.ts'
import type { ReaderThread } from './reader-thread.ts'
import type { BackendContext } from '../core/context.ts'
import { openWorkspace } from '../workspaces/workspace-by-id.ts'

/**
 * Reads a workspace's cache. One that turns out to be damaged is put right first, which is noted, and then read again: figures never
 * come from damaged facts, and what was lost is unknown until the next sync. One of an older Covercast is brought up to date.
 */
export async function readCache<T>(
  deps: BackendContext,
  workspaceId: string,
  read: (reader: ReaderThread) => Promise<T>,
): Promise<T> {
  return repairing(deps, workspaceId, () => read(deps.data.reader(deps.signal)))
}

/** As `readCache`, for what takes long. */
export async function computeFromCache<T>(
  deps: BackendContext,
  workspaceId: string,
  compute: (computer: ComputeThread) => Promise<T>,
): Promise<T> {
  return repairing(deps, workspaceId, () => compute(deps.data.compute(deps.signal)))
}

/** As `computeFromCache`, for what reads the user's work too: the work thread opens that first, and puts right what it can. */
export async function computeFromWork<T>(
  context: BackendContext,
  workspaceId: string,
  compute: (computer: ComputeThread) => Promise<T>,
): Promise<T> {
  await openWorkspace(context.data.work(), workspaceId)
  return computeFromCache(context, workspaceId, compute)
}

/** What opening a cache for writing puts right. */
const PUT_RIGHT: ReadonlySet<ErrorCode> = new Set(['store-damaged', 'store-outdated'])

async function repairing<T>(
  { data, onNotice }: BackendContext,
  workspaceId: string,
  read: () => Promise<T>,
): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (!PUT_RIGHT.has(toErrorReport(error).code)) throw error
    await data.release(workspaceId)
    await data.writer({ notice: onNotice }).repair(workspaceId)
    return await read()
  }
}

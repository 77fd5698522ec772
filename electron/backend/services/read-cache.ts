import { toErrorReport, type ErrorCode } from '../../../shared/contract/errors.ts'
import type { ComputeApi } from '../roles/prediction-queries.ts'
import type { ReaderApi } from '../roles/roles.ts'
import type { ServiceDependencies } from './dependencies.ts'

/**
 * Reads a workspace's cache. One that turns out to be damaged is put right first, which is noted, and then read again: figures never
 * come from damaged facts, and what was lost is unknown until the next sync. One of an older Covercast is brought up to date.
 */
export async function readCache<T>(deps: ServiceDependencies, workspaceId: string, read: (reader: ReaderApi) => Promise<T>): Promise<T> {
  return repairing(deps, workspaceId, () => read(deps.data.reader()))
}

/** As `readCache`, for what takes long. */
export async function computeFromCache<T>(deps: ServiceDependencies, workspaceId: string, compute: (computer: ComputeApi) => Promise<T>): Promise<T> {
  return repairing(deps, workspaceId, () => compute(deps.data.compute()))
}

/** What opening a cache for writing puts right. */
const PUT_RIGHT: ReadonlySet<ErrorCode> = new Set(['store-damaged', 'store-outdated'])

async function repairing<T>({ data, onNotice }: ServiceDependencies, workspaceId: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (!PUT_RIGHT.has(toErrorReport(error).code)) throw error
    await data.release(workspaceId)
    await data.writer({ progress: () => undefined, notice: onNotice }).repair(workspaceId)
    return await read()
  }
}

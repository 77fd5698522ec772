import { toErrorReport } from '../../../shared/contract/errors.ts'
import type { ReaderApi } from '../roles/roles.ts'
import type { ServiceDependencies } from './dependencies.ts'

/**
 * Reads a workspace's cache. One that turns out to be damaged is put right first, which is noted, and then read again: figures never
 * come from damaged facts, and what was lost is unknown until the next sync.
 */
export async function readCache<T>(deps: ServiceDependencies, workspaceId: string, read: (reader: ReaderApi) => Promise<T>): Promise<T> {
  const reader = deps.data.reader()
  try {
    return await read(reader)
  } catch (error) {
    if (toErrorReport(error).code !== 'store-damaged') throw error
    await reader.release(workspaceId)
    await deps.data.writer({ progress: () => undefined, notice: deps.onNotice }).repair(workspaceId)
    return await read(reader)
  }
}

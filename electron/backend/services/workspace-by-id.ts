import { AppError } from '../../../shared/contract/errors.ts'
import type { WorkApi, WorkspaceRecord } from '../roles/roles.ts'

/** The workspace of an id, put right where it can be. Throws 'not-found' where there is none. */
export async function workspaceById(work: WorkApi, id: string): Promise<WorkspaceRecord> {
  const found = (await work.list()).find((one) => one.id === id)
  if (found) return found.problem === null ? found : work.open(id)
  throw new AppError({ code: 'not-found', message: 'This workspace is no longer there.', next: 'Choose another workspace.' })
}

import { AppError } from '../../../shared/contract/errors.ts'
import { DEMO_TIME_ZONE } from '../../sync/demo/company.ts'
import type { WorkspaceRecord } from '../roles/roles.ts'
import type { ServiceDependencies } from './dependencies.ts'
import { byName, freeName } from './workspace-choice.ts'

const DEMO_NAME = 'Demo'

/** The demo's workspace of that name, or the one there is, put right where its files are damaged; made where there is none. Throws 'conflict' where the name is another's. */
export async function findOrCreateDemo(deps: ServiceDependencies, name: string | null): Promise<WorkspaceRecord> {
  const work = deps.data.work()
  const workspaces = await work.list()
  const named = name === null ? null : byName(workspaces, name)
  if (named && named.source?.kind !== 'demo') {
    throw new AppError({
      code: 'conflict',
      message: `The workspace "${named.name}" holds another source; the demo never touches it.`,
      next: 'Give the demo a name of its own.',
    })
  }
  const found = named ?? (name === null ? (workspaces.find((one) => one.source?.kind === 'demo') ?? null) : null)
  if (found) return work.update(found.id, { lastUsed: deps.clock() })
  // The company's own clock: by any other its busy hours lie at odd times.
  return work.create({ name: name ?? freeName(workspaces, DEMO_NAME), source: { kind: 'demo' }, settings: { timeZone: DEMO_TIME_ZONE } })
}

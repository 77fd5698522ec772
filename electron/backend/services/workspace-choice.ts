import { AppError } from '../../../shared/contract/errors.ts'
import type { WorkspaceOutput } from '../../../shared/contract/command-output.ts'
import type { WorkApi, WorkspaceRecord } from '../roles/roles.ts'

/** The workspace of that name, or the last used. Throws 'not-found' where there is none. */
export async function chooseWorkspace(work: WorkApi, name: string | null): Promise<WorkspaceRecord> {
  const workspaces = await work.list()
  const found = name === null ? lastUsed(workspaces) : byName(workspaces, name)
  // Opening puts right what can be put right.
  if (found) return found.problem === null ? found : work.open(found.id)
  if (name === null) {
    throw new AppError({
      code: 'not-found',
      message: 'There is no workspace yet.',
      next: 'Make one with "covercast demo", or with "covercast sync --source postgres://user@host/database".',
    })
  }
  throw new AppError({
    code: 'not-found',
    message: `There is no workspace called "${name}".`,
    next: workspaces.length === 0 ? 'None was made yet.' : `There are: ${workspaces.map((one) => `"${one.name}"`).join(', ')}.`,
  })
}

/** The workspace of that name, whatever its case. */
export function byName(workspaces: readonly WorkspaceRecord[], name: string): WorkspaceRecord | null {
  return workspaces.find((one) => one.name.toLowerCase() === name.toLowerCase()) ?? null
}

/** The name itself, or with the first number that makes it new. */
export function freeName(workspaces: readonly WorkspaceRecord[], wanted: string): string {
  if (!byName(workspaces, wanted)) return wanted
  let number = 2
  while (byName(workspaces, `${wanted} ${number}`)) number += 1
  return `${wanted} ${number}`
}

export function describeWorkspace(record: WorkspaceRecord): WorkspaceOutput {
  return {
    id: record.id,
    name: record.name,
    source: record.source?.kind ?? null,
    organization: record.organization,
    now: record.now === null ? null : new Date(record.now).toISOString(),
    lastUsed: record.lastUsed === null ? null : new Date(record.lastUsed).toISOString(),
    bytes: record.bytes,
    problem: record.problem,
  }
}

function lastUsed(workspaces: readonly WorkspaceRecord[]): WorkspaceRecord | null {
  return workspaces.toSorted((a, b) => (b.lastUsed ?? 0) - (a.lastUsed ?? 0))[0] ?? null
}

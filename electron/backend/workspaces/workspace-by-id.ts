import { AppError, toErrorReport } from '../../../shared/foundation/errors.ts'
import type { WorkspaceOutput } from '../../../shared/contract/command-output.ts'
import { localDateOf } from '../../../shared/time/local.ts'
import type { WorkspaceRecord, WorkThread } from '../threads/work-thread.ts'
import type { BackendContext } from '../core/context.ts'

/** The workspace of an id, put right where it can be. Throws 'not-found' where there is none. */
export async function workspaceById(work: WorkThread, id: string): Promise<WorkspaceRecord> {
  const found = await work.find(id)
  if (found) return found.problem === null ? found : work.open(id)
  throw workspaceMissing()
}

/** The same, opened for writing: migrated, and what is damaged put right. */
export async function openWorkspace(work: WorkThread, id: string): Promise<WorkspaceRecord> {
  try {
    return await work.open(id)
  } catch (thrown) {
    throw toErrorReport(thrown).code === 'not-found' ? workspaceMissing() : thrown
  }
}

function workspaceMissing(): AppError {
  return new AppError({
    code: 'not-found',
    message: 'This workspace is no longer there.',
    next: 'Choose another workspace.',
  })
}

/** The zone of a workspace's reports: its own, else the system's. */
export function timeZoneOf(
  { settings }: Pick<WorkspaceRecord, 'settings'>,
  { systemTimeZone }: Pick<BackendContext, 'systemTimeZone'>,
): string {
  return settings.timeZone ?? systemTimeZone
}

/** The first local date of which nothing was synced yet, on the clock of a workspace's reports; null: nothing was of any. */
export function observedBefore(
  workspace: Pick<WorkspaceRecord, 'now' | 'settings'>,
  context: Pick<BackendContext, 'systemTimeZone'>,
): string | null {
  return workspace.now === null ? null : localDateOf(workspace.now, timeZoneOf(workspace, context))
}

/** A workspace as the lists and the `--json` documents have it. Instants are ISO. */
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

import { clip } from '../../../shared/foundation/clip.ts'
import { AppError, toErrorReport } from '../../../shared/foundation/errors.ts'
import { parseMapping } from '../../../shared/contract/source/mapping.ts'
import { chooseOrganization } from '../../sync/choose-organization.ts'
import { sourceFingerprint } from '../../sync/fingerprints.ts'
import { placeOf, targetOf } from '../../sync/postgres/connection-target.ts'
import { sourceIdentity } from '../../sync/postgres/source-identity.ts'
import { wouldForget } from '../../sync/would-forget.ts'
import type { BackendContext } from '../core/context.ts'
import type { WorkspaceRecord } from '../threads/work-thread.ts'
import type { WriterApi } from '../threads/writer-handles.ts'
import { byName, freeName } from '../workspaces/workspace-names.ts'
import { lostByChange } from './lost-by-change.ts'
import { otherOrganization, type PostgresAccess } from './source-access.ts'

const LONGEST_NAME = 60

interface Resolving {
  readonly context: BackendContext
  readonly access: PostgresAccess
  readonly writer: WriterApi
  /** Of the workspace; null: the one that has the source, else a new one. */
  readonly name: string | null
  /** null: the one that the workspace has, or the only one. */
  readonly organizationId: string | null
  /** The source may change so that counted days are forgotten. */
  readonly remap: boolean
}

/**
 * The workspace of a source that the user named: the one it has, or a new one. A source that was not seen before is tried first, so that a
 * workspace is only made for one that answers. Throws 'conflict' where the name is another source's, 'remap-needed'.
 */
export async function workspaceOfSource(resolving: Resolving): Promise<WorkspaceRecord> {
  const { context, access, name } = resolving
  const workspaces = await context.data.work().list()
  const known = name === null ? sameSource(workspaces, access) : byName(workspaces, name)
  return known === null ? newWorkspace(resolving, workspaces) : reuseWorkspace(resolving, known, access)
}

/** Remembers a source that the user named. Where counted days would be lost by it, only if that is wanted, and with a backup first. */
export async function changeSource(
  { data, onNotice }: BackendContext,
  workspace: WorkspaceRecord,
  { source, remap }: { readonly source: PostgresAccess['settings']; readonly remap: boolean },
): Promise<WorkspaceRecord> {
  const work = data.work()
  const lost = await lostByChange(work, workspace, source)
  if (lost !== null) {
    if (!remap) throw wouldForget(lost)
    const { file } = await work.backupBeforeRemap(workspace.id)
    onNotice(
      `"${workspace.name}" was backed up to ${file} before it was re-mapped. To look at it again: covercast workspace restore "${file}" --name NAME`,
    )
  }
  return work.update(workspace.id, { source })
}

/** What is remembered of the names stays unless others are given. */
function withMapping({ settings }: PostgresAccess, { source }: WorkspaceRecord): PostgresAccess['settings'] {
  return settings.mapping !== null || source?.kind !== 'postgres' ? settings : { ...settings, mapping: source.mapping }
}

async function reuseWorkspace(
  { context, remap }: Resolving,
  workspace: WorkspaceRecord,
  access: PostgresAccess,
): Promise<WorkspaceRecord> {
  const before = workspace.source
  if (before !== null && before.kind !== 'postgres') {
    throw new AppError({
      code: 'conflict',
      message: `The workspace "${workspace.name}" holds the demo company; another source is never mixed into it.`,
      next: 'Choose another name for the new workspace.',
    })
  }
  const settings = withMapping(access, workspace)
  const organizationId = settings.organizationId || before?.organizationId || ''
  if (before !== null && before.organizationId !== '' && organizationId !== before.organizationId)
    throw otherOrganization(workspace)
  return changeSource(context, workspace, { source: { ...settings, organizationId }, remap })
}

async function newWorkspace(resolving: Resolving, workspaces: readonly WorkspaceRecord[]): Promise<WorkspaceRecord> {
  const { context, access: named, writer, name, organizationId } = resolving
  const { organizations } = await writer.check(named, { mayBeEmpty: true })
  const [counted, another] =
    name === null && organizationId === null
      ? organizations.filter(({ id }) => sameFigures(workspaces, ofOrganization(named, id)) !== null)
      : []
  const organization =
    counted !== undefined && another === undefined ? counted : chooseOrganization(organizations, organizationId)
  const access = ofOrganization(named, organization.id)
  const { settings } = access
  // Named only by its URL, one source may hold several organizations, each with a workspace of its own.
  const known = sameSource(workspaces, access) ?? sameFigures(workspaces, access)
  if (known !== null && name === null) return reuseWorkspace(resolving, known, access)
  if (known !== null)
    context.onNotice(
      `"${name}" is a new workspace. The workspace "${known.name}", which has the same source, stays as it is.`,
    )
  if (name === null) noteUnreadable(workspaces, context.onNotice)
  const work = context.data.work()
  try {
    return await work.create({
      name:
        name ??
        freeName(
          workspaces,
          usableName(organization.name) ?? usableName(targetOf(settings.url).database) ?? 'Workspace',
        ),
      source: settings,
    })
  } catch (error) {
    // Another process may have made it for the same source since we looked.
    const made = toErrorReport(error).code === 'conflict' ? sameSource(await work.list(), access) : null
    if (made === null) throw error
    return made
  }
}

/**
 * The workspace of a source, whatever is wrong with its files: opening it puts them right. null: there is none, or it takes the organization
 * to tell. Of several of one organization the one whose connection is confirmed, else the last used.
 */
function sameSource(workspaces: readonly WorkspaceRecord[], { settings }: PostgresAccess): WorkspaceRecord | null {
  const place = placeOf(settings.url)
  const same = workspaces.flatMap((workspace) => {
    const { source } = workspace
    const isSame =
      source?.kind === 'postgres' &&
      placeOf(source.url) === place &&
      (settings.organizationId === '' || source.organizationId === settings.organizationId)
    return isSame ? [{ workspace, organizationId: source.organizationId }] : []
  })
  if (new Set(same.map(({ organizationId }) => organizationId)).size > 1) return null
  const [best] = same
    .map(({ workspace }) => workspace)
    .toSorted((a, b) => Number(b.isConfirmed) - Number(a.isConfirmed) || (b.lastUsed ?? 0) - (a.lastUsed ?? 0))
  return best ?? null
}

function ofOrganization(access: PostgresAccess, organizationId: string): PostgresAccess {
  return { ...access, settings: { ...access.settings, organizationId } }
}

/** Where nothing but the cache of a workspace can be read, its figures say what they were counted from. */
function sameFigures(workspaces: readonly WorkspaceRecord[], { settings }: PostgresAccess): WorkspaceRecord | null {
  const counted = sourceFingerprint(
    sourceIdentity(targetOf(settings.url), parseMapping(settings.mapping ?? {})),
    settings.organizationId,
  )
  return (
    workspaces.find(
      ({ source, problem, countedFrom }) => source === null && problem !== null && countedFrom === counted,
    ) ?? null
  )
}

/** A new workspace beside one of which nothing says what its source is may be a second one of the same: that is never made in silence. */
function noteUnreadable(workspaces: readonly WorkspaceRecord[], notice: (text: string) => void): void {
  for (const { name, source, problem, countedFrom } of workspaces) {
    if (source !== null || problem === null || countedFrom !== null) continue
    notice(
      `The files of the workspace "${name}" are damaged, and nothing is left that says what its source was, so this source gets a new workspace. "${name}" stays as it is; if it had this source, look in its folder for what was saved.`,
    )
  }
}

/** Somebody's name as a workspace's: on one line, and short enough that a number can follow; null where nothing is left. */
function usableName(name: string | null): string | null {
  const usable = clip((name ?? '').replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim(), LONGEST_NAME).trim()
  return usable === '' ? null : usable
}

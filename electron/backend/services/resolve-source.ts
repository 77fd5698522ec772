import { AppError, toErrorReport } from '../../../shared/contract/errors.ts'
import { sourceFingerprint } from '../../sync/fingerprints.ts'
import { chooseOrganization } from '../../sync/choose-organization.ts'
import { environmentPassword, passwordTarget, placeOf, targetOf } from '../../sync/postgres/connection-target.ts'
import { parseConnectionUrl } from '../../sync/postgres/connection-url.ts'
import { rememberableUrl, resolveConnection } from '../../sync/postgres/connection-settings.ts'
import { parseMapping } from '../../../shared/contract/source/mapping.ts'
import { sourceIdentity } from '../../sync/postgres/source-identity.ts'
import { wouldForget } from '../../sync/would-forget.ts'
import type { SourceAccess, WorkspaceRecord, WriterApi } from '../roles/roles.ts'
import type { ServiceDependencies } from './dependencies.ts'
import { lostByChange } from './lost-by-change.ts'
import type { SyncRequest } from './services.ts'
import { byName, chooseWorkspace, freeName } from './workspace-choice.ts'

const LONGEST_NAME = 60

interface Resolving {
  readonly deps: ServiceDependencies
  readonly request: SyncRequest
  readonly writer: WriterApi
  /** Something the user should know that is no failure. */
  readonly notice: (text: string) => void
}

interface ResolvedSource {
  readonly workspace: WorkspaceRecord
  readonly access: SourceAccess
}

type PostgresAccess = SourceAccess & { readonly settings: { readonly kind: 'postgres' } }

/**
 * The workspace to sync and the way to its source. A URL that was not seen before is tried first, so that a workspace is only made
 * for a source that answers; what is remembered holds no password.
 */
export async function resolveSource(resolving: Resolving): Promise<ResolvedSource> {
  const { deps, request } = resolving
  const work = deps.data.work()
  if (request.sourceUrl === null) return rememberMapping(resolving, await rememberedSource(deps, request))
  const access = postgresAccess(deps, request, request.sourceUrl)
  const workspaces = await work.list()
  const named = request.workspace === null ? null : byName(workspaces, request.workspace)
  if (named !== null) return reuseWorkspace(resolving, named, withMapping(access, named))
  const known = request.workspace === null ? sameSource(workspaces, access) : null
  if (known !== null) return reuseWorkspace(resolving, known, withMapping(access, known))
  return newWorkspace(resolving, access, workspaces)
}

/** The way to the source a request names, or to the one that is remembered; nothing is changed. */
export async function accessOf(deps: ServiceDependencies, request: SyncRequest): Promise<SourceAccess> {
  if (request.sourceUrl !== null) return postgresAccess(deps, request, request.sourceUrl)
  return (await rememberedSource(deps, request)).access
}

/** The source of a workspace, for which somebody on this computer named or confirmed the connection. Changes nothing. */
async function rememberedSource(deps: ServiceDependencies, request: SyncRequest): Promise<ResolvedSource> {
  const workspace = await chooseWorkspace(deps.data.work(), request.workspace)
  const settings = workspace.source
  if (settings === null) {
    throw new AppError({ code: 'not-found', message: `The workspace "${workspace.name}" has no source yet.`, next: 'Name the database once.' })
  }
  if (settings.kind === 'demo') return { workspace, access: { settings, password: null } }
  if (request.organizationId !== null && request.organizationId !== settings.organizationId) throw otherOrganization(workspace)
  refuseUnconfirmed(workspace)
  const target = targetOf(settings.url)
  const password = request.password ?? (await request.keptPassword?.(passwordTarget(target))) ?? environmentPassword(target, deps.environment)
  if (request.mapping === null) return { workspace, access: { settings, password } }
  return { workspace, access: { settings: { ...settings, mapping: checkedMapping(request.mapping) }, password } }
}

async function rememberMapping(resolving: Resolving, resolved: ResolvedSource): Promise<ResolvedSource> {
  const { workspace, access } = resolved
  if (resolving.request.mapping === null || access.settings.kind !== 'postgres') return resolved
  return { access, workspace: await changeSource(resolving, workspace, access.settings) }
}

function postgresAccess(deps: ServiceDependencies, request: SyncRequest, url: string): PostgresAccess {
  const settings = resolveConnection(parseConnectionUrl(url), deps.environment)
  return {
    settings: {
      kind: 'postgres',
      url: rememberableUrl(settings),
      organizationId: request.organizationId ?? '',
      mapping: request.mapping === null ? null : checkedMapping(request.mapping),
    },
    password: request.password === undefined ? (settings.password ?? environmentPassword(settings, deps.environment, true)) : request.password,
  }
}

/** Remembers a source that the user named. Where counted days would be lost by it, only if that is wanted, and with a backup first. */
async function changeSource({ deps, request, notice }: Resolving, workspace: WorkspaceRecord, source: PostgresAccess['settings']): Promise<WorkspaceRecord> {
  const work = deps.data.work()
  const lost = await lostByChange(work, workspace, source)
  if (lost !== null) {
    if (!request.remap) throw wouldForget(lost)
    const { file } = await work.backupBeforeRemap(workspace.id)
    notice(`"${workspace.name}" was backed up to ${file} before it was re-mapped. To look at it again: covercast workspace restore "${file}" --name NAME`)
  }
  return work.update(workspace.id, { source })
}

/** Refuses a mapping that cannot be read before it is remembered. */
function checkedMapping(mapping: unknown): unknown {
  parseMapping(mapping)
  return mapping
}

/** What is remembered of the names stays unless the request brings others. */
function withMapping(access: PostgresAccess, { source }: WorkspaceRecord): PostgresAccess {
  if (access.settings.mapping !== null || source?.kind !== 'postgres') return access
  return { ...access, settings: { ...access.settings, mapping: source.mapping } }
}

async function reuseWorkspace(resolving: Resolving, workspace: WorkspaceRecord, access: PostgresAccess): Promise<ResolvedSource> {
  const before = workspace.source
  if (before !== null && before.kind !== 'postgres') {
    throw new AppError({
      code: 'conflict',
      message: `The workspace "${workspace.name}" holds the demo company; another source is never mixed into it.`,
      next: 'Choose another name for the new workspace.',
    })
  }
  const organizationId = access.settings.organizationId || before?.organizationId || ''
  if (before !== null && before.organizationId !== '' && organizationId !== before.organizationId) throw otherOrganization(workspace)
  const settings = { ...access.settings, organizationId }
  return { workspace: await changeSource(resolving, workspace, settings), access: { ...access, settings } }
}

async function newWorkspace(resolving: Resolving, access: PostgresAccess, workspaces: readonly WorkspaceRecord[]): Promise<ResolvedSource> {
  const { deps, request, writer, notice } = resolving
  const { organizations } = await writer.check(access, { mayBeEmpty: true })
  const [counted, another] = request.workspace === null && request.organizationId === null ? organizations.filter(({ id }) => sameFigures(workspaces, ofOrganization(access, id)) !== null) : []
  const organization = counted !== undefined && another === undefined ? counted : chooseOrganization(organizations, request.organizationId)
  const settings = { ...access.settings, organizationId: organization.id }
  // Named only by its URL, one source may hold several organizations, each with a workspace of its own.
  const known = sameSource(workspaces, { ...access, settings }) ?? sameFigures(workspaces, { ...access, settings })
  if (known !== null && request.workspace === null) return reuseWorkspace(resolving, known, withMapping({ ...access, settings }, known))
  if (known !== null) notice(`"${request.workspace}" is a new workspace. The workspace "${known.name}", which has the same source, stays as it is.`)
  const name = request.workspace ?? freeName(workspaces, usableName(organization.name) ?? usableName(targetOf(settings.url).database) ?? 'Workspace')
  const work = deps.data.work()
  try {
    return { workspace: await work.create({ name, source: settings }), access: { ...access, settings } }
  } catch (error) {
    // Another process may have made it for the same source since we looked.
    const made = toErrorReport(error).code === 'conflict' ? sameSource(await work.list(), { ...access, settings }) : null
    if (made === null) throw error
    return { workspace: made, access: { ...access, settings } }
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
    const isSame = source?.kind === 'postgres' && placeOf(source.url) === place && (settings.organizationId === '' || source.organizationId === settings.organizationId)
    return isSame ? [{ workspace, organizationId: source.organizationId }] : []
  })
  if (new Set(same.map(({ organizationId }) => organizationId)).size > 1) return null
  const [best] = same.map(({ workspace }) => workspace).toSorted((a, b) => Number(b.isConfirmed) - Number(a.isConfirmed) || (b.lastUsed ?? 0) - (a.lastUsed ?? 0))
  return best ?? null
}

function ofOrganization(access: PostgresAccess, organizationId: string): PostgresAccess {
  return { ...access, settings: { ...access.settings, organizationId } }
}

/** Where nothing but the cache of a workspace can be read, its figures say what they were counted from. */
function sameFigures(workspaces: readonly WorkspaceRecord[], { settings }: PostgresAccess): WorkspaceRecord | null {
  const counted = sourceFingerprint(sourceIdentity(targetOf(settings.url), parseMapping(settings.mapping ?? {})), settings.organizationId)
  return workspaces.find(({ source, problem, countedFrom }) => source === null && problem !== null && countedFrom === counted) ?? null
}

/** Somebody's name as a workspace's: on one line, and short enough that a number can follow; null where nothing is left. */
function usableName(name: string | null): string | null {
  const usable = Array.from((name ?? '').replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim()).slice(0, LONGEST_NAME).join('').trim()
  return usable === '' ? null : usable
}

/** Throws 'source-unconfirmed' where nobody on this computer has named or confirmed the workspace's connection. */
export function refuseUnconfirmed({ name, source, isConfirmed }: WorkspaceRecord): void {
  if (isConfirmed || source?.kind !== 'postgres') return
  throw new AppError({
    code: 'source-unconfirmed',
    message: `The workspace "${name}" names the database ${source.url}, and nobody on this computer has confirmed it: it comes from a backup or from another computer.`,
    kept: 'Covercast has not connected, and has sent no password.',
    next: `If this is your database, confirm it: in the app under Settings, or on the command line by naming it again (covercast sync --workspace "${name}" --source "${source.url}").`,
  })
}

function otherOrganization(workspace: WorkspaceRecord): AppError {
  return new AppError({
    code: 'conflict',
    message: `The workspace "${workspace.name}" holds another organization.`,
    kept: 'It was not changed.',
    next: 'Give this organization a workspace of its own, under another name.',
  })
}

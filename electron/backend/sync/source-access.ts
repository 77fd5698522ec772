import type { z } from 'zod'
import { parseMapping } from '../../../shared/contract/source/mapping.ts'
import { AppError } from '../../../shared/foundation/errors.ts'
import { type ConnectionInput, rememberableUrl, resolveConnection } from '../../sync/postgres/connection-settings.ts'
import {
  environmentPassword,
  passwordTarget,
  passwordTargetOf,
  targetOf,
} from '../../sync/postgres/connection-target.ts'
import { parseConnectionUrl } from '../../sync/postgres/connection-url.ts'
import type { BackendContext } from '../core/context.ts'
import type { WorkspaceRecord } from '../threads/work-thread.ts'
import { workspaceById } from '../workspaces/workspace-by-id.ts'
import type { lookInput, sourceInput } from './inputs.ts'
import type { PostgresSettings, SourceAccess } from './open-source.ts'
import { passwordsOf } from './passwords.ts'

export interface PostgresAccess extends SourceAccess {
  readonly settings: PostgresSettings
}

type SourceRequest = z.output<typeof sourceInput>

/**
 * The way to the source that a form or a command names: what may be remembered, and the password apart. What it leaves out comes from the
 * PG* variables; a password that it leaves out, from what the workspace keeps for that server and user. Throws 'invalid-input' where
 * something cannot be, 'source-unconfirmed' where the server and user are those that a workspace brought along, and no password was given
 * for them.
 */
export async function namedAccess(context: BackendContext, request: SourceRequest): Promise<PostgresAccess> {
  const { environment, host } = context
  const settings = resolveConnection(connectionOf(request), environment)
  const { workspaceId } = request
  if (settings.password === null && workspaceId !== null)
    await refuseBroughtAlong(context, workspaceId, passwordTarget(settings))
  const kept =
    settings.password !== null || workspaceId === null
      ? null
      : await passwordsOf(context).of({ workspaceId, target: passwordTarget(settings) })
  return {
    settings: {
      kind: 'postgres',
      url: rememberableUrl(settings),
      organizationId: request.organizationId ?? '',
      mapping: checkedMapping(request.mapping),
    },
    // On a command line the variables are given in the same breath as the source.
    password: settings.password ?? kept ?? environmentPassword(settings, environment, host.kind === 'terminal'),
  }
}

/** As `namedAccess`, also to the source that a workspace has. */
export async function lookAccess(context: BackendContext, request: z.output<typeof lookInput>): Promise<SourceAccess> {
  const { connection, workspaceId } = request
  if (connection.kind !== 'workspace') return namedAccess(context, { ...request, connection })
  if (workspaceId === null) throw new AppError({ code: 'invalid-input', message: 'No workspace was named.' })
  return rememberedAccess(context, await workspaceById(context.data.work(), workspaceId), request)
}

/**
 * The way to a workspace's own source, with other names of tables where some are given. Throws 'not-found' where it has none, 'conflict'
 * where it is of another organization, 'source-unconfirmed'.
 */
export async function rememberedAccess(
  context: BackendContext,
  workspace: WorkspaceRecord,
  { organizationId, mapping }: Pick<SourceRequest, 'organizationId' | 'mapping'> = {
    organizationId: null,
    mapping: null,
  },
): Promise<SourceAccess> {
  const settings = workspace.source
  if (settings === null) {
    throw new AppError({
      code: 'not-found',
      message: `The workspace "${workspace.name}" has no source yet.`,
      next: 'Connect it to a database first.',
    })
  }
  if (settings.kind === 'demo') return { settings, password: null }
  if (organizationId !== null && organizationId !== settings.organizationId) throw otherOrganization(workspace)
  refuseUnconfirmed(workspace)
  const target = targetOf(settings.url)
  const kept = await passwordsOf(context).of({ workspaceId: workspace.id, target: passwordTarget(target) })
  return {
    settings: mapping === null ? settings : { ...settings, mapping: checkedMapping(mapping) },
    password: kept ?? environmentPassword(target, context.environment),
  }
}

/** Throws 'source-unconfirmed' where nobody on this computer has named or confirmed the workspace's connection. */
function refuseUnconfirmed({ name, source, isConfirmed }: WorkspaceRecord): void {
  if (isConfirmed || source?.kind !== 'postgres') return
  throw new AppError({
    code: 'source-unconfirmed',
    message: `The workspace "${name}" names the database ${source.url}, and nobody on this computer has confirmed it: it comes from a backup or from another computer.`,
    kept: 'Covercast has not connected, and has sent no password.',
    next: `If this is your database, confirm it: in the app under Settings, or on the command line by naming it again (covercast sync --workspace "${name}" --source "${source.url}").`,
  })
}

export function otherOrganization({ name }: Pick<WorkspaceRecord, 'name'>): AppError {
  return new AppError({
    code: 'conflict',
    message: `The workspace "${name}" holds another organization.`,
    kept: 'It was not changed.',
    next: 'Give this organization a workspace of its own, under another name.',
  })
}

/** A form begins with the workspace's own connection: pressing its button is no confirmation, and must not send a password of the environment. */
async function refuseBroughtAlong({ data }: BackendContext, workspaceId: string, target: string): Promise<void> {
  const workspace = await data.work().find(workspaceId)
  if (workspace?.source?.kind === 'postgres' && passwordTargetOf(workspace.source.url) === target)
    refuseUnconfirmed(workspace)
}

/** Refuses a mapping that cannot be read before it is remembered. */
function checkedMapping(mapping: unknown): unknown {
  if (mapping !== null) parseMapping(mapping)
  return mapping
}

function connectionOf({ connection, password, tls, caFile }: SourceRequest): ConnectionInput {
  const given: ConnectionInput =
    connection.kind === 'url'
      ? parseConnectionUrl(connection.url)
      : {
          host: connection.host,
          ...(connection.port === null ? {} : { port: connection.port }),
          ...(connection.database ? { database: connection.database } : {}),
          ...(connection.user ? { user: connection.user } : {}),
        }
  return {
    ...given,
    ...(password ? { password } : {}),
    ...(tls === null ? {} : { tlsMode: tls }),
    ...(caFile ? { rootCertificate: caFile } : {}),
  }
}

import { parseConnectionUrl } from '../../sync/postgres/connection-url.ts'
import { type ConnectionInput, rememberableUrl, resolveConnection } from '../../sync/postgres/connection-settings.ts'
import { parseMapping } from '../../../shared/contract/source/mapping.ts'
import { environmentPassword, passwordTarget } from '../../sync/postgres/connection-target.ts'
import type { SourceAccess } from '../roles/roles.ts'
import type { SourceRequest } from './app-services.ts'
import type { ServiceDependencies } from './dependencies.ts'
import type { Passwords } from './passwords.ts'

export type PostgresAccess = SourceAccess & { readonly settings: { readonly kind: 'postgres' } }

/**
 * The way to the source that a form describes: what may be remembered, and the password apart. What the form leaves out comes from the
 * PG* variables; a password that it leaves out, from what the workspace keeps for that server and user. Throws 'invalid-input' where
 * something cannot be.
 */
export async function accessOfRequest(deps: ServiceDependencies, passwords: Passwords, request: SourceRequest): Promise<PostgresAccess> {
  const settings = resolveConnection(inputOf(request), deps.environment)
  const { workspaceId } = request
  const kept = settings.password !== null || workspaceId === null ? null : await passwords.of({ workspaceId, target: passwordTarget(settings) })
  if (request.mapping !== null) parseMapping(request.mapping)
  return {
    settings: {
      kind: 'postgres',
      url: rememberableUrl(settings),
      organizationId: request.organizationId ?? '',
      mapping: request.mapping ?? null,
    },
    password: settings.password ?? kept ?? environmentPassword(settings, deps.environment),
  }
}

function inputOf({ connection, password, tls, caFile }: SourceRequest): ConnectionInput {
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

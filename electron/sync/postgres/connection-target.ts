import {
  type ConnectionSettings,
  type Environment,
  rememberableUrl,
  resolveConnection,
  type TlsMode,
} from './connection-settings.ts'
import { environmentSecret } from './environment-secret.ts'
import { parseConnectionUrl } from './connection-url.ts'

/** Where a connection leads, as a person confirms it. */
export interface ConnectionTarget {
  readonly host: string
  readonly port: number
  readonly database: string
  readonly user: string
  readonly tls: TlsMode
  /** The connection as it would be made, without a password. */
  readonly url: string
}

/** TLS modes that a stored connection from elsewhere may ask for: none is weaker than the default. */
const AT_LEAST_THE_DEFAULT: readonly TlsMode[] = ['require', 'verify-ca', 'verify-full']

/** Reads a remembered URL as a connection would: what a parameter of it overrides counts. Throws 'invalid-input' for what is no connection. */
export function targetOf(url: string): ConnectionTarget {
  const settings = resolveConnection(parseConnectionUrl(url), {})
  const { host, port, database, user, tlsMode } = settings
  return { host, port, database, user, tls: tlsMode, url: rememberableUrl(settings) }
}

/** Host, port and database of a remembered URL: another user or TLS mode is still the same source. null: it is no connection. */
export function placeOf(url: string): string | null {
  try {
    const { host, port, database } = targetOf(url)
    return JSON.stringify([host.toLowerCase(), port, database])
  } catch {
    return null
  }
}

/** A connection that somebody else wrote down, without what could weaken it or reach a file of this computer. null: it is no connection. */
export function withoutWeakenings(url: string): string | null {
  try {
    const { host, port, database, user, tls } = targetOf(url)
    return rememberableUrl(
      resolveConnection(
        { host, port, database, user, ...(AT_LEAST_THE_DEFAULT.includes(tls) ? { tlsMode: tls } : {}) },
        {},
      ),
    )
  } catch {
    return null
  }
}

/** Names whom a password belongs to: a role of one server. */
export function passwordTarget({ host, port, user }: Pick<ConnectionSettings, 'host' | 'port' | 'user'>): string {
  return JSON.stringify([host.toLowerCase(), port, user])
}

/** As `passwordTarget`, of a remembered URL. null: it is no connection. */
export function passwordTargetOf(url: string): string | null {
  try {
    return passwordTarget(targetOf(url))
  } catch {
    return null
  }
}

/**
 * PGPASSWORD (or systemd's credential of that name), where its owner means it for this connection: he names the connection in the same
 * breath (`isNamedWithIt`, a command's own --source), or nothing that the other PG* variables say of its server contradicts. null: there
 * is none for it.
 */
export function environmentPassword(
  connection: Pick<ConnectionSettings, 'host' | 'port' | 'user'>,
  environment: Environment,
  isNamedWithIt = false,
): string | null {
  const password = environmentSecret(environment, 'PGPASSWORD')
  if (password === null || password === '') return null
  if (isNamedWithIt) return password
  const fromEnvironment = { host: environment['PGHOST'], port: environment['PGPORT'], user: environment['PGUSER'] }
  const isMeant =
    (!fromEnvironment.host || fromEnvironment.host.toLowerCase() === connection.host.toLowerCase()) &&
    (!fromEnvironment.port || Number(fromEnvironment.port) === connection.port) &&
    (!fromEnvironment.user || fromEnvironment.user === connection.user)
  return isMeant ? password : null
}

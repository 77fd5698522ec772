import { AppError } from '../../../shared/foundation/errors.ts'

/** What libpq calls sslmode, with libpq's meaning. */
export const TLS_MODES = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'] as const
export type TlsMode = (typeof TLS_MODES)[number]

/** Whether the password exchange is bound to the TLS channel, as libpq's channel_binding says it. */
export const CHANNEL_BINDINGS = ['disable', 'prefer', 'require'] as const
export type ChannelBinding = (typeof CHANNEL_BINDINGS)[number]

/** What a person or a script gives of a connection; the rest comes from the PG* variables and defaults. */
export interface ConnectionInput {
  /** A name, an address, or the folder of a Unix socket (begins with `/`). */
  readonly host?: string
  readonly port?: number
  readonly user?: string
  readonly password?: string
  readonly database?: string
  readonly tlsMode?: TlsMode
  /** File of trusted certificates, or `system` for those that this computer trusts. */
  readonly rootCertificate?: string
  readonly clientCertificate?: string
  readonly clientKey?: string
  readonly applicationName?: string
  /** Seconds. */
  readonly connectTimeout?: number
  /** Start-up options of the server, as libpq's `options`. */
  readonly options?: string
  readonly channelBinding?: ChannelBinding
}

/** Everything that is needed to connect. Holds the password: never log or show it, see `rememberableUrl`. */
export interface ConnectionSettings {
  readonly host: string
  readonly port: number
  readonly user: string
  /** null: none was given; `.pgpass` is asked when the server wants one. */
  readonly password: string | null
  readonly database: string
  readonly tlsMode: TlsMode
  readonly rootCertificate: string | null
  readonly clientCertificate: string | null
  readonly clientKey: string | null
  readonly applicationName: string
  readonly connectTimeoutMs: number
  readonly options: string | null
  readonly channelBinding: ChannelBinding
}

export type Environment = Readonly<Record<string, string | undefined>>

const DEFAULT_PORT = 5432
const DEFAULT_CONNECT_SECONDS = 10
const DEFAULT_APPLICATION = 'covercast'

/**
 * Fills what is missing from the PG* variables (but the password: see `environmentPassword`), then from defaults: `localhost`, 5432, the system's user, the user's name as database,
 * sslmode `prefer`, ten seconds. Throws AppError 'invalid-input' for what cannot be.
 */
export function resolveConnection(input: ConnectionInput, environment: Environment): ConnectionSettings {
  const given = { ...environmentInput(environment), ...withoutUndefined(input) }
  const user = given.user ?? environment['USER'] ?? environment['USERNAME'] ?? 'postgres'
  const settings: ConnectionSettings = {
    host: given.host ?? 'localhost',
    port: given.port ?? DEFAULT_PORT,
    user,
    password: given.password ?? null,
    database: given.database ?? user,
    tlsMode: given.tlsMode ?? 'prefer',
    rootCertificate: given.rootCertificate ?? null,
    clientCertificate: given.clientCertificate ?? null,
    clientKey: given.clientKey ?? null,
    applicationName: given.applicationName ?? DEFAULT_APPLICATION,
    connectTimeoutMs: (given.connectTimeout ?? DEFAULT_CONNECT_SECONDS) * 1000,
    options: given.options ?? null,
    channelBinding: given.channelBinding ?? 'disable',
  }
  refuseNonsense(settings)
  return settings
}

/** The connection as a URL without its password, for remembering and showing. Reading it again gives the same settings. */
export function rememberableUrl(settings: ConnectionSettings): string {
  const socket = settings.host.startsWith('/')
  const bracketed = settings.host.includes(':') && !socket ? `[${settings.host}]` : encodeURIComponent(settings.host)
  const parameters = Object.entries({
    sslmode: settings.tlsMode === 'prefer' ? null : settings.tlsMode,
    sslrootcert: settings.rootCertificate,
    sslcert: settings.clientCertificate,
    sslkey: settings.clientKey,
    application_name: settings.applicationName === DEFAULT_APPLICATION ? null : settings.applicationName,
    connect_timeout:
      settings.connectTimeoutMs === DEFAULT_CONNECT_SECONDS * 1000 ? null : String(settings.connectTimeoutMs / 1000),
    options: settings.options,
    channel_binding: settings.channelBinding === 'disable' ? null : settings.channelBinding,
  }).flatMap(([name, value]) => (value === null ? [] : [`${name}=${encodeURIComponent(value)}`]))
  const query = parameters.length === 0 ? '' : `?${parameters.join('&')}`
  const database = encodeURIComponent(settings.database)
  return `postgres://${encodeURIComponent(settings.user)}@${bracketed}:${settings.port}/${database}${query}`
}

/** Reads a TLS mode by libpq's name. Throws AppError 'invalid-input'. */
export function parseTlsMode(text: string): TlsMode {
  const mode = TLS_MODES.find((candidate) => candidate === text)
  if (mode === undefined) throw refused(`The TLS mode (sslmode) must be one of ${TLS_MODES.join(', ')}.`)
  return mode
}

/** Reads a port. The text is never repeated: in a mistyped URL it may be a piece of the password. */
export function parsePort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0
  if (port < 1 || port > 65_535) {
    throw refused(
      'The port must be a number from 1 to 65535.',
      'In a URL, write special characters of a password percent-encoded: / as %2F, ? as %3F, # as %23, @ as %40, % as %25.',
    )
  }
  return port
}

/** Reads a time limit in whole seconds; 0 is none. */
export function parseSeconds(text: string): number {
  if (!/^\d{1,6}$/.test(text))
    throw refused('The time to wait for a connection (connect_timeout) must be a whole number of seconds.')
  return Number(text)
}

/** An AppError 'invalid-input' about the connection's settings. */
export function refused(message: string, next?: string): AppError {
  return new AppError({ code: 'invalid-input', message, ...(next === undefined ? {} : { next }) })
}

function environmentInput(environment: Environment): ConnectionInput {
  const read = <T>(name: string, parse: (text: string) => T): T | undefined => {
    const text = environment[name]
    return text === undefined || text === '' ? undefined : parse(text)
  }
  const same = (text: string) => text
  return withoutUndefined({
    host: read('PGHOST', same),
    port: read('PGPORT', parsePort),
    user: read('PGUSER', same),
    database: read('PGDATABASE', same),
    tlsMode: read('PGSSLMODE', parseTlsMode),
    rootCertificate: read('PGSSLROOTCERT', same),
    clientCertificate: read('PGSSLCERT', same),
    clientKey: read('PGSSLKEY', same),
    applicationName: read('PGAPPNAME', same),
    connectTimeout: read('PGCONNECT_TIMEOUT', parseSeconds),
    options: read('PGOPTIONS', same),
  })
}

type Defined<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> }

function withoutUndefined<T extends object>(input: T): Defined<T> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Defined<T>
}

function refuseNonsense(settings: ConnectionSettings): void {
  if (settings.host.includes(','))
    throw refused('The address names several hosts.', 'Give one host; to read from a replica, give the replica.')
  if (settings.user === '') throw refused('The user name is empty.')
  if (!Number.isInteger(settings.port) || settings.port < 1 || settings.port > 65_535)
    throw refused('The port must be a number from 1 to 65535.')
  if (!Number.isFinite(settings.connectTimeoutMs) || settings.connectTimeoutMs < 0)
    throw refused('The time to wait for a connection must not be negative.')
  const texts = [
    settings.host,
    settings.user,
    settings.password,
    settings.database,
    settings.applicationName,
    settings.options,
  ]
  if (texts.some((text) => text?.includes('\0')))
    throw refused('The connection holds a NUL character, which Postgres cannot take.')
}

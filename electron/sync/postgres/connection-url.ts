import {
  CHANNEL_BINDINGS,
  type ConnectionInput,
  parsePort,
  parseSeconds,
  parseTlsMode,
  refused,
} from './connection-settings.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

const ENCODE =
  'Write special characters of a user name or password percent-encoded: @ as %40, / as %2F, ? as %3F, # as %23, % as %25.'

/**
 * Reads a `postgres://` or `postgresql://` URL as libpq does. Nothing of it is repeated in a message, since any piece may belong to a
 * mistyped password. Throws AppError 'invalid-input'; unknown parameters are refused by name.
 */
export function parseConnectionUrl(url: string): ConnectionInput {
  const match = /^postgres(?:ql)?:\/\/(?<authority>[^/?]*)(?:\/(?<path>[^?]*))?(?:\?(?<query>.*))?$/is.exec(url.trim())
  if (match?.groups === undefined) {
    throw refused('The address of the database is not one.', 'It looks like postgres://user@host:5432/database.')
  }
  const { authority = '', path = '', query = '' } = match.groups
  // A raw @ this far right means that a password with / or ? in it was cut: reading on would take its end for a host or a name.
  if (path.includes('@') || query.includes('@'))
    throw refused('The address of the database cannot be read: there is an @ after the host.', ENCODE)

  const input: Mutable<ConnectionInput> = {}
  const at = authority.lastIndexOf('@')
  if (at >= 0) readUser(authority.slice(0, at), input)
  readHost(authority.slice(at + 1), input)
  if (path !== '') input.database = decode(path)
  for (const parameter of query.split('&')) if (parameter !== '') readParameter(parameter, input)
  return input
}

function readUser(text: string, input: Mutable<ConnectionInput>): void {
  const colon = text.indexOf(':')
  const user = decode(colon < 0 ? text : text.slice(0, colon))
  if (user !== '') input.user = user
  if (colon >= 0 && colon < text.length - 1) input.password = decode(text.slice(colon + 1))
}

function readHost(text: string, input: Mutable<ConnectionInput>): void {
  if (text === '') return
  if (text.includes(','))
    throw refused('The address names several hosts.', 'Give one host; to read from a replica, give the replica.')
  const match = /^(?:\[(?<address>[^\]]*)\]|(?<name>[^:[\]]*))(?::(?<port>.*))?$/s.exec(text)
  if (match?.groups === undefined)
    throw refused('The host of the address cannot be read.', 'Write an IPv6 address in brackets: [::1].')
  const { address, name, port } = match.groups
  const host = address ?? decode(name ?? '')
  if (host !== '') input.host = host
  if (port !== undefined && port !== '') input.port = parsePort(port)
}

function readParameter(parameter: string, input: Mutable<ConnectionInput>): void {
  const equals = parameter.indexOf('=')
  const name = decode(equals < 0 ? parameter : parameter.slice(0, equals))
  if (equals < 0)
    throw refused('A parameter of the address has no value.', `${ENCODE} A parameter is written name=value.`)
  const value = decode(parameter.slice(equals + 1))
  const read = PARAMETERS[name]
  if (read === undefined || !Object.hasOwn(PARAMETERS, name)) {
    const shown = /^[A-Za-z][A-Za-z0-9_]*$/.test(name) ? `The parameter "${name}"` : 'A parameter'
    throw refused(`${shown} of the address is not known.`, `Known are ${Object.keys(PARAMETERS).join(', ')}.`)
  }
  if (value !== '') read(input, value)
}

type ReadParameter = (input: Mutable<ConnectionInput>, value: string) => void

const PARAMETERS: Readonly<Record<string, ReadParameter>> = {
  host: (input, value) => {
    input.host = value
  },
  port: (input, value) => {
    input.port = parsePort(value)
  },
  user: (input, value) => {
    input.user = value
  },
  password: (input, value) => {
    input.password = value
  },
  dbname: (input, value) => {
    input.database = value
  },
  sslmode: (input, value) => {
    input.tlsMode = parseTlsMode(value)
  },
  sslrootcert: (input, value) => {
    input.rootCertificate = value
  },
  sslcert: (input, value) => {
    input.clientCertificate = value
  },
  sslkey: (input, value) => {
    input.clientKey = value
  },
  application_name: (input, value) => {
    input.applicationName = value
  },
  connect_timeout: (input, value) => {
    input.connectTimeout = parseSeconds(value)
  },
  options: (input, value) => {
    input.options = value
  },
  channel_binding: (input, value) => {
    const binding = CHANNEL_BINDINGS.find((candidate) => candidate === value)
    if (binding === undefined) throw refused('The parameter "channel_binding" must be disable, prefer or require.')
    input.channelBinding = binding
  },
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw refused('The address of the database holds a % that does not begin a percent-encoded character.', ENCODE)
  }
}

import { AppError, type ErrorCode } from '../../../shared/foundation/errors.ts'
import type { ConnectionSettings } from './connection-settings.ts'
import { connectLimitMs } from './deadlines.ts'

const HOST_FAILURES = new Set([
  'ECONNREFUSED',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EHOSTDOWN',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
  'EACCES',
  'ENODATA',
])

/** What a failed attempt to connect means, in plain words. */
export function connectionError(thrown: unknown, settings: ConnectionSettings, encrypted: boolean): AppError {
  if (thrown instanceof AppError) return thrown
  const code = errorCode(thrown)
  const text = thrown instanceof Error ? thrown.message : String(thrown)
  const report = (kind: ErrorCode, message: string, next?: string) =>
    new AppError({ code: kind, message, ...(next === undefined ? {} : { next }) }, { cause: thrown })
  const place = settings.host.startsWith('/')
    ? `the socket in ${settings.host}`
    : `${settings.host}, port ${settings.port}`

  if (text === 'timeout expired') {
    const seconds = connectLimitMs(settings) / 1000
    return report(
      'source-host',
      `No answer from ${place} within ${seconds} s.`,
      'Check the host and port, and whether a firewall or VPN is in between.',
    )
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'ENODATA') {
    return report(
      'source-host',
      `The host ${settings.host} was not found.`,
      'Check its spelling and the network connection.',
    )
  }
  if (code === 'ECONNREFUSED')
    return report(
      'source-host',
      `Nothing accepts connections at ${place}.`,
      'Check the port and whether the database runs.',
    )
  if (HOST_FAILURES.has(code))
    return report(
      'source-host',
      `${place} cannot be reached (${code}).`,
      'Check the host and port, and the network connection.',
    )
  if (text.includes('does not support SSL')) {
    return report(
      'source-tls',
      'The server does not offer TLS.',
      settings.channelBinding === 'require'
        ? 'Switch TLS on at the server, or leave channel_binding out.'
        : 'Choose the TLS mode "prefer" or "disable", or switch TLS on at the server.',
    )
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return report(
      'source-tls',
      `The server's certificate is not for the host name ${settings.host}.`,
      'Connect by the name in the certificate, or choose the TLS mode "verify-ca".',
    )
  }
  if (CERTIFICATE_FAILURE.test(code)) {
    return report(
      'source-tls',
      `The server's certificate is not trusted (${code}).`,
      'Give the file of the authority that signed it as root certificate (sslrootcert).',
    )
  }
  const server = serverError({ code, text }, settings)
  if (server !== null) return report(...server)
  if (encrypted && TLS_FAILURE.test(`${code} ${text}`)) {
    return report(
      'source-tls',
      `The TLS connection to ${place} could not be made (${code || text}).`,
      'Check the TLS settings of the server.',
    )
  }
  if (text.startsWith('SASL') || text.startsWith('SCRAM'))
    return report('source-password', `The password exchange with the server failed (${text}).`, 'Check the password.')
  if (
    code.startsWith('08') ||
    code.startsWith('57') ||
    code === 'ECONNRESET' ||
    code === 'EPIPE' ||
    text.includes('terminated')
  ) {
    return report(
      'source-lost',
      `The connection to ${place} was closed while it was being made.`,
      'The database may be starting or stopping: try again in a moment.',
    )
  }
  return report('source-other', `The database did not accept the connection: ${text}`)
}

const CERTIFICATE_FAILURE = /^(SELF_SIGNED|DEPTH_ZERO|UNABLE_TO|CERT_|HOSTNAME_MISMATCH|INVALID_CA|ERR_TLS_CERT)/
const TLS_FAILURE = /EPROTO|ERR_SSL|ERR_TLS|ERR_OSSL|SSL|TLS|ECONNRESET/

interface ServerMessage {
  readonly code: string
  readonly text: string
}

function serverError(
  { code, text }: ServerMessage,
  settings: ConnectionSettings,
): readonly [ErrorCode, string, string] | null {
  switch (code) {
    // A pooler gives this code for whatever it refuses, and says why in the text.
    case '08P01':
      return /password|authentication|SASL/iu.test(text)
        ? serverError({ code: '28P01', text }, settings)
        : [
            'source-other',
            `The server, or the pooler before it, did not accept the connection: ${text}.`,
            'Change what it names in the settings of the connection or of the pooler.',
          ]
    case '28P01':
      return [
        'source-password',
        `The password for the user ${settings.user} was not accepted.`,
        'Check user name and password.',
      ]
    case '28000':
      if (text.includes('client certificate'))
        return [
          'source-tls',
          `The server asks the user ${settings.user} for a client certificate.`,
          'Give the files of a certificate and of its key (sslcert and sslkey).',
        ]
      return [
        'source-role',
        `The database does not let the user ${settings.user} in.`,
        'Check the user name; the server may also refuse this address or want TLS (pg_hba.conf).',
      ]
    case '3D000':
      return [
        'source-database',
        `The server has no database named ${settings.database}.`,
        'Check the name of the database.',
      ]
    case '42501':
      return [
        'source-permission',
        `The user ${settings.user} may not connect to the database ${settings.database}.`,
        'Grant it the right to CONNECT.',
      ]
    case '53300':
      return [
        'source-other',
        'The server has no connection left.',
        'Try again later, or raise its limit of connections.',
      ]
    default:
      return null
  }
}

/** Whether a failure is about how the connection is encrypted, so that the mode's other way is worth a try. */
export function isWorthAnotherWay(thrown: unknown, encrypted: boolean): boolean {
  const code = errorCode(thrown)
  if (code === '28000') return true
  if (!encrypted || HOST_FAILURES.has(code)) return false
  const text = thrown instanceof Error ? thrown.message : ''
  return TLS_FAILURE.test(`${code} ${text}`) || text.includes('SSL connection')
}

/** The code of a Node, TLS or Postgres error; '' where there is none. */
export function errorCode(thrown: unknown): string {
  if (typeof thrown !== 'object' || thrown === null) return ''
  const { code, errors } = thrown as { readonly code?: unknown; readonly errors?: readonly unknown[] }
  if (typeof code === 'string') return code
  return errors === undefined ? '' : errorCode(errors[0])
}

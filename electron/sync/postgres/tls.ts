import { readFileSync } from 'node:fs'
import { checkServerIdentity, type ConnectionOptions, createSecureContext, getCACertificates } from 'node:tls'
import { AppError, assertNever } from '../../../shared/foundation/errors.ts'
import type { ConnectionSettings } from './connection-settings.ts'

/** One way to connect: in the clear (false), or over TLS with these options. */
export type TlsAttempt = false | ConnectionOptions

/**
 * The ways to try in turn, as libpq means its modes: `allow` and `prefer` have two. Certificates are read here.
 * The driver's own reading of the modes differs, so it is only ever given explicit options.
 * Throws AppError 'source-tls' where a certificate file cannot be read.
 */
export function tlsAttempts(settings: ConnectionSettings): readonly TlsAttempt[] {
  const attempts = attemptsOfMode(settings)
  if (settings.channelBinding !== 'require') return attempts
  const bindable = attempts.filter((attempt) => attempt !== false)
  if (bindable.length > 0) return bindable
  throw unusable(
    'channel_binding=require needs TLS, which this connection does without.',
    'Choose a TLS mode (sslmode) that encrypts, or leave channel_binding out.',
  )
}

function attemptsOfMode(settings: ConnectionSettings): readonly TlsAttempt[] {
  // Like libpq: no TLS over a Unix socket, whatever the mode.
  if (settings.host.startsWith('/')) return [false]
  switch (settings.tlsMode) {
    case 'disable':
      return [false]
    case 'allow':
      return [false, unverified(settings)]
    case 'prefer':
      return [unverified(settings), false]
    case 'require':
      // Like libpq: with a file of trusted certificates `require` checks against it.
      return [settings.rootCertificate === null ? unverified(settings) : trusted(settings)]
    case 'verify-ca':
      return [trusted(settings)]
    case 'verify-full':
      return [
        {
          ...trusted(settings),
          checkServerIdentity: (_, certificate) => checkServerIdentity(settings.host, certificate),
        },
      ]
    default:
      return assertNever(settings.tlsMode)
  }
}

function unverified(settings: ConnectionSettings): ConnectionOptions {
  return { ...clientIdentity(settings), rejectUnauthorized: false }
}

function trusted(settings: ConnectionSettings): ConnectionOptions {
  return {
    ...clientIdentity(settings),
    ca:
      settings.rootCertificate === null || settings.rootCertificate === 'system'
        ? systemCertificates()
        : readCertificate(settings.rootCertificate),
    rejectUnauthorized: true,
    checkServerIdentity: () => undefined,
  }
}

function systemCertificates(): string[] {
  return [...new Set([...getCACertificates('bundled'), ...getCACertificates('system')])]
}

function clientIdentity({ clientCertificate, clientKey }: ConnectionSettings): ConnectionOptions {
  if (clientCertificate === null && clientKey === null) return {}
  if (clientCertificate === null)
    throw unusable(`The key ${clientKey} has no certificate.`, 'Give the file of its certificate, too (sslcert).')
  if (clientKey === null)
    throw unusable(`The certificate ${clientCertificate} has no key.`, 'Give the file of its key, too (sslkey).')
  const [cert, key] = [readCertificate(clientCertificate), readCertificate(clientKey)]
  if (!cert.includes('-----BEGIN CERTIFICATE-----'))
    throw unusable(`${clientCertificate} holds no certificate in PEM format.`, CLIENT_FORMAT)
  if (!/-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/u.test(key))
    throw unusable(`${clientKey} holds no private key in PEM format.`, CLIENT_FORMAT)
  if (/ENCRYPTED/u.test(key))
    throw unusable(
      `The key ${clientKey} has a passphrase.`,
      'Give a copy of the key without one, which only you can read.',
    )
  try {
    createSecureContext({ cert, key })
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    throw code === 'ERR_OSSL_X509_KEY_VALUES_MISMATCH'
      ? unusable(
          `The key ${clientKey} is not the one of the certificate ${clientCertificate}.`,
          'Give the two that belong together.',
          cause,
        )
      : unusable(
          `The certificate ${clientCertificate} and the key ${clientKey} cannot be used (${code}).`,
          CLIENT_FORMAT,
          cause,
        )
  }
  return { cert, key }
}

const CLIENT_FORMAT = 'Give the certificate as sslcert and its key as sslkey, both as text that begins with -----BEGIN.'

function unusable(message: string, next: string, cause?: unknown): AppError {
  return new AppError({ code: 'source-tls', message, next }, { cause })
}

function readCertificate(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw unusable(`The certificate file ${file} cannot be read.`, 'Check its path and who may read it.', cause)
  }
}

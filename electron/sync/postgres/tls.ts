import { readFileSync } from 'node:fs'
import { checkServerIdentity, type ConnectionOptions, getCACertificates } from 'node:tls'
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
  if (clientCertificate === null || clientKey === null) return {}
  return { cert: readCertificate(clientCertificate), key: readCertificate(clientKey) }
}

function readCertificate(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new AppError(
      {
        code: 'source-tls',
        message: `The certificate file ${file} cannot be read.`,
        next: 'Check its path and who may read it.',
      },
      { cause },
    )
  }
}

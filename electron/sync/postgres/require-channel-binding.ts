import type { Client } from 'pg'
import { AppError } from '../../../shared/foundation/errors.ts'

const BOUND_MECHANISM = 'SCRAM-SHA-256-PLUS'

/**
 * Ends a login that is not bound to the TLS channel, before anything of the password is sent: the driver binds it where the server offers
 * that, and does without where it does not. A server that asks for no password has proved nothing either.
 */
export function requireChannelBinding(client: Client, end: (why: AppError) => void): void {
  const { connection } = client
  let isBound = false
  const refuse = (): void => end(notBound())
  connection.prependListener('authenticationCleartextPassword', refuse)
  connection.prependListener('authenticationMD5Password', refuse)
  connection.prependListener('authenticationSASL', ({ mechanisms }: { readonly mechanisms: readonly string[] }) => {
    if (!mechanisms.includes(BOUND_MECHANISM)) refuse()
  })
  // The server has proved that it knows the password, on this very channel.
  connection.on('authenticationSASLFinal', () => {
    isBound = true
  })
  connection.prependListener('authenticationOk', () => {
    if (!isBound) refuse()
  })
}

function notBound(): AppError {
  return new AppError({
    code: 'source-tls',
    message: 'The server does not bind the password to the TLS channel, as channel_binding=require demands.',
    kept: 'Nothing of the password was sent.',
    next: 'Have the server use SCRAM-SHA-256 for this user, or leave channel_binding out and use sslmode=verify-full.',
  })
}

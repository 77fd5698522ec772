import pgpass from 'pgpass'
import { AppError } from '../../../shared/foundation/errors.ts'
import type { ConnectionSettings } from './connection-settings.ts'

type PasswordSettings = Pick<ConnectionSettings, 'host' | 'port' | 'database' | 'user' | 'password'>

/** Where a server's socket is unless it is built or set otherwise: Debian's place, and Postgres's own. */
const USUAL_SOCKET_FOLDERS = new Set(['/var/run/postgresql', '/run/postgresql', '/tmp'])

/** The password that was given, else that of a .pgpass file. Throws AppError 'source-password'. */
export async function passwordOf(settings: PasswordSettings): Promise<string> {
  const { port, database, user } = settings
  // As libpq does: lines for localhost are also for the usual socket.
  const host = USUAL_SOCKET_FOLDERS.has(settings.host.replace(/\/+$/u, '')) ? 'localhost' : settings.host
  const password =
    settings.password ?? (await new Promise<string | undefined>((done) => pgpass({ host, port, database, user }, done)))
  if (password !== undefined) return password
  throw new AppError({
    code: 'source-password',
    message: `The database asks for a password for the user ${user}, and none was given.`,
    next: 'Give the password, set PGPASSWORD, or keep it in a .pgpass file.',
  })
}

import { Socket } from 'node:net'
import { Client, type ClientConfig, type QueryArrayResult } from 'pg'
import { passwordOf } from './password-of.ts'
import { AppError } from '../../../shared/foundation/errors.ts'
import { answerTooLarge, LARGEST_ANSWER_BYTES, watchAnswerSize } from './answer-size.ts'
import { connectLimitMs, silentLine, watchSilence, within } from './deadlines.ts'
import { reportIfSlow } from '../../slow-queries.ts'
import { cancelled } from './query-errors.ts'
import { connectionError, isWorthAnotherWay } from './connection-errors.ts'
import type { ConnectionSettings } from './connection-settings.ts'
import { requireChannelBinding } from './require-channel-binding.ts'
import { shortServerError } from './server-error.ts'
import { type TlsAttempt, tlsAttempts } from './tls.ts'

/** Values arrive as the server writes them: no parser of the driver's guesses at types. */
export type Row = readonly (string | null)[]

/** One open connection. */
export interface PostgresConnection {
  readonly encrypted: boolean
  /**
   * Runs one statement with parameters (or several without) and returns the last one's rows. Errors are the driver's, those of the server
   * cut short, but for AppError 'source-lost' where the line went silent and 'source-other' where too much came; it is cut then.
   */
  query(text: string, values?: readonly unknown[]): Promise<readonly Row[]>
  /** false once the connection was lost. */
  isAlive(): boolean
  /** Says goodbye and closes; never throws. */
  close(): Promise<void>
  /** Cuts the line at once. */
  destroy(): void
}

export interface ConnectOptions {
  readonly signal?: AbortSignal
  /** The longest silence while an answer is owed, milliseconds. Connecting has its own limit, of the settings. */
  readonly silenceMs: number
  /** The longest goodbye, milliseconds. */
  readonly closeMs: number
  /** The largest answer; left out: more than any that is asked for. */
  readonly answerBytes?: number
}

/** Seconds of quiet after which the system asks whether the other end is still there: its own two hours outlast any sync. */
const KEEP_ALIVE_MS = 10_000

/** Connects, trying the ways of the TLS mode in turn. Throws AppError with the precise cause, 'cancelled' when `signal` aborts. */
export async function connect(settings: ConnectionSettings, options: ConnectOptions): Promise<PostgresConnection> {
  const { signal } = options
  const attempts = tlsAttempts(settings)
  for (const [index, tls] of attempts.entries()) {
    try {
      return await connectOnce(settings, tls, options)
    } catch (thrown) {
      if (signal?.aborted) throw cancelled()
      const isLast = index === attempts.length - 1
      if (isLast || !isWorthAnotherWay(thrown, tls !== false)) throw connectionError(thrown, settings, tls !== false)
    }
  }
  throw new AppError({ code: 'internal', message: 'There was no way to connect.' })
}

async function connectOnce(
  settings: ConnectionSettings,
  tls: TlsAttempt,
  { signal, silenceMs, closeMs, answerBytes = LARGEST_ANSWER_BYTES }: ConnectOptions,
): Promise<PostgresConnection> {
  signal?.throwIfAborted()
  const socket = new Socket()
  const client = new Client(clientConfig({ settings, tls, socket }))
  let alive = true
  let cutFor: AppError | null = null
  const cut = (why: AppError) => {
    alive = false
    cutFor = why
    socket.destroy(why)
  }
  const size = watchAnswerSize({
    bytesRead: () => socket.bytesRead,
    limitBytes: answerBytes,
    onTooLarge: () => cut(answerTooLarge(answerBytes)),
  })
  const lost = () => {
    alive = false
    size.stop()
  }
  client.on('error', lost)
  client.on('end', lost)
  if (settings.channelBinding === 'require') requireChannelBinding(client, cut)
  const abort = () => void socket.destroy(cancelled())
  signal?.addEventListener('abort', abort, { once: true })
  try {
    await client.connect()
  } catch (error) {
    size.stop()
    socket.destroy()
    throw cutFor ?? shortServerError(error)
  } finally {
    signal?.removeEventListener('abort', abort)
  }
  size.answered()
  const watch = watchSilence({
    bytesRead: () => socket.bytesRead,
    limitMs: silenceMs,
    onSilence: () => cut(silentLine(silenceMs)),
  })
  return {
    encrypted: tls !== false,
    query: async (text, values) => {
      const config = { text, rowMode: 'array' as const }
      const startedAt = performance.now()
      try {
        // Several statements in one text give one result each.
        const answer: Promise<QueryArrayResult | QueryArrayResult[]> = client.query(
          values === undefined ? config : { ...config, values: [...values] },
        )
        const result = await watch.during(answer)
        size.answered()
        const last = Array.isArray(result) ? result.at(-1) : result
        return (last?.rows ?? []) as readonly Row[]
      } catch (thrown) {
        // Through TLS the driver hears only that the line is gone.
        throw cutFor ?? shortServerError(thrown)
      } finally {
        reportIfSlow('Postgres', text, startedAt)
      }
    },
    isAlive: () => alive,
    close: async () => {
      alive = false
      size.stop()
      // A server that no longer answers would keep a polite end waiting.
      await within(closeMs, client.end())
      socket.destroy()
    },
    destroy: () => {
      alive = false
      size.stop()
      socket.destroy()
    },
  }
}

interface ClientParts {
  readonly settings: ConnectionSettings
  readonly tls: TlsAttempt
  readonly socket: Socket
}

function clientConfig({ settings, tls, socket }: ClientParts): ClientConfig {
  const { host, port, user, database } = settings
  return {
    host,
    port,
    user,
    database,
    // The driver would read these from the environment itself; here everything is explicit.
    password: () => passwordOf(settings),
    ssl: tls,
    stream: () => socket,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    // Statements are sent without waiting for the ones before: a far database is asked several things in one round trip.
    pipeline: true,
    connectionTimeoutMillis: connectLimitMs(settings),
    application_name: settings.applicationName,
    enableChannelBinding: settings.channelBinding !== 'disable' && tls !== false,
    types: { getTypeParser: () => (value: string) => value },
    ...(settings.options === null ? {} : { options: settings.options }),
  }
}

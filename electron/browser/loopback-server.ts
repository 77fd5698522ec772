import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { AppError, assertNever } from '../../shared/foundation/errors.ts'
import type { Backend } from '../backend/core/create-backend.ts'
import type { Log } from '../backend/core/log.ts'
import { COMMON_HEADERS } from '../backend/core/response-headers.ts'
import { createGuard, type Guard, type Verdict } from './guard.ts'

export interface LoopbackServerOptions {
  readonly backend: Backend
  readonly log: Log
  /** null: a free one. */
  readonly port: number | null
}

export interface LoopbackServer {
  readonly port: number
  /** The address to show: it holds the token that opens the app. */
  readonly url: string
  /** An address that works once, for handing to a browser. */
  ticketUrl(): string
  /** Takes no more requests, lets those that run end, and ends those that do not. Does not close the backend. */
  close(): Promise<void>
}

const ADDRESS = '127.0.0.1'
/** A body as large as a backup may take its time; a header may not. */
const HEADERS_TIMEOUT_MS = 10_000
const CLOSE_GRACE_MS = 500
/** A batch of queries is one long address. */
const MAX_HEADER_BYTES = 64 * 1024

/** Serves a backend on this computer only, to the page that this launch opened. Throws 'conflict' where the port is taken. */
export async function startLoopbackServer({ backend, log, port }: LoopbackServerOptions): Promise<LoopbackServer> {
  let guard: Guard | null = null
  const listener = getRequestListener((request) => guarded(request, guard, { backend, log }), {
    overrideGlobalObjects: false,
  })
  const server = createServer(
    { headersTimeout: HEADERS_TIMEOUT_MS, requestTimeout: 0, maxHeaderSize: MAX_HEADER_BYTES },
    (incoming, outgoing) => {
      void listener(incoming, outgoing)
    },
  )
  const bound = await listen(server, port ?? 0)
  guard = createGuard(bound)
  const address = `http://${ADDRESS}:${bound}/`
  const withToken = (token: string): string => `${address}?token=${token}`
  log.hide(guard.token)
  log.info(`Serving ${address}.`)
  return {
    port: bound,
    url: withToken(guard.token),
    ticketUrl: () => withToken(guard.ticket()),
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeIdleConnections()
      const force = setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS)
      await closed
      clearTimeout(force)
    },
  }
}

async function guarded(
  request: Request,
  guard: Guard | null,
  { backend, log }: Pick<LoopbackServerOptions, 'backend' | 'log'>,
): Promise<Response> {
  const url = new URL(request.url)
  const verdict = guard?.judge({ method: request.method, url, headers: request.headers }) ?? {
    kind: 'refuse',
    status: 403,
    reason: 'Not ready yet.',
  }
  switch (verdict.kind) {
    case 'pass':
      return backend.fetch(request)
    case 'enter':
      return entered(verdict)
    case 'refuse':
      log.warn(
        `Refused ${request.method} ${url.pathname} from ${request.headers.get('origin') ?? 'no origin'} for ${request.headers.get('host') ?? 'no host'}: ${verdict.reason}`,
      )
      await request.body?.cancel()
      return new Response(`${verdict.reason}\n`, {
        status: verdict.status,
        headers: {
          ...COMMON_HEADERS,
          'content-type': 'text/plain; charset=utf-8',
          'cache-control': 'no-store',
          'content-security-policy': "default-src 'none'",
        },
      })
    default:
      return assertNever(verdict)
  }
}

function entered({ location, cookie, isFromOtherSite }: Extract<Verdict, { readonly kind: 'enter' }>): Response {
  const headers = { ...COMMON_HEADERS, 'set-cookie': cookie, 'cache-control': 'no-store' }
  if (!isFromOtherSite) return new Response(null, { status: 303, headers: { ...headers, location } })
  return new Response(
    `<!doctype html><meta http-equiv="refresh" content="0; url=${location}"><title>Covercast</title>`,
    {
      headers: {
        ...headers,
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      },
    },
  )
}

async function listen(server: Server, port: number): Promise<number> {
  const listening = once(server, 'listening')
  server.listen({ host: ADDRESS, port, exclusive: true })
  try {
    await listening
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw thrown
    throw new AppError(
      {
        code: 'conflict',
        message:
          code === 'EACCES' ? `Port ${port} may not be used by you.` : `Port ${port} is used by another program.`,
        next: 'Choose another with --port, or leave it out to take a free one.',
      },
      { cause: thrown },
    )
  }
  const bound = server.address()
  if (bound === null || typeof bound === 'string')
    throw new AppError({ code: 'internal', message: 'The server has no port.' })
  return bound.port
}

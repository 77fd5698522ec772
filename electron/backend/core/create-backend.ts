import { setTimeout as delay } from 'node:timers/promises'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { LIMITS } from '../../../shared/contract/limits.ts'
import { toErrorReport } from '../../../shared/foundation/errors.ts'
import type { BackendContext } from './context.ts'
import { type ContextOptions, createContext } from './create-context.ts'
import { isSurprise } from './error-reports.ts'
import { TOO_LARGE, withLimitedBody } from './request-body.ts'
import { COMMON_HEADERS, contentSecurityPolicy } from './response-headers.ts'
import { appRouter } from './router.ts'
import { readStaticFile } from './static-files.ts'
import { handleTransfer } from './transfer-routes.ts'

export interface BackendDependencies extends ContextOptions {
  /** Where the built renderer lies. */
  readonly rendererFolder: string
  /** How often it is looked for what is to be synced automatically, in milliseconds; absent: four times a minute. */
  readonly tickMs?: number
}

/** The app behind its page, whatever shows the page: a request in, an answer out. */
export interface Backend {
  fetch(request: Request): Promise<Response>
  /** Copies a file of the user's for the page; the path where the page fetches it, once. Throws where it cannot be read, or is larger than any backup. */
  takeIn(file: string, name: string): Promise<string>
  /** Ends streams, cancels jobs and waits for them, closes every file. */
  close(): Promise<void>
}

const RPC = '/trpc'
const TICK_MS = 15_000
/** So long the end waits for what is due by itself and was cut off. */
const TICK_END_MS = 2_000

/** Opens the app on a data folder. It serves the page, its procedures under /trpc, and files on their way; everything else is 404. */
export function createBackend(deps: BackendDependencies): Backend {
  const { log, rendererFolder } = deps
  const context = createContext(deps)
  const { transfers, jobs } = context
  let ticking: Promise<void> = Promise.resolve()
  const ticks = setInterval(() => {
    ticking = context.tick().catch((thrown: unknown) => {
      // What the end of the app cuts off is no failure.
      if (toErrorReport(thrown).code !== 'cancelled') log.error('What is due by itself failed.', thrown)
    })
  }, deps.tickMs ?? TICK_MS)
  // Alone it is no reason to go on running.
  ticks.unref()
  transfers
    .sweep(deps.clock())
    .catch((thrown: unknown) => log.error('Files that were left behind could not be removed.', thrown))
  log.info(`Covercast ${deps.version} was started (${deps.host.kind}) on ${deps.dataDir}.`)

  async function answer(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url)
    if (pathname.startsWith(`${RPC}/`)) return call(request, context)
    const transfer = await handleTransfer(request, pathname, transfers)
    if (transfer !== null) return transfer
    if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, 'This address takes no such request.')
    return page(rendererFolder, pathname, request.method)
  }

  return {
    async fetch(request) {
      try {
        return hardened(await answer(request))
      } catch (thrown) {
        log.error(`${request.method} ${new URL(request.url).pathname} failed.`, thrown)
        return hardened(plain(500, 'Something went wrong that Covercast did not expect. The log says what it was.'))
      }
    },
    takeIn: async (file, name) => `/download/${await transfers.lend(file, name)}`,
    async close() {
      clearInterval(ticks)
      await jobs.close()
      await deps.data.close()
      await transfers.close()
      // What it still says comes before the last line of the log.
      await Promise.race([ticking, delay(TICK_END_MS, undefined, { ref: false })])
      log.info('Covercast was closed.')
      await log.flush()
    },
  }
}

async function call(request: Request, context: BackendContext): Promise<Response> {
  const limited = await withLimitedBody(request, LIMITS.bodyBytes)
  if (limited === TOO_LARGE) return plain(413, 'The request is too large.')
  const response = await fetchRequestHandler({
    endpoint: RPC,
    req: limited,
    router: appRouter,
    createContext: () => context,
    maxBatchSize: LIMITS.batchCalls,
    onError: ({ error, path }) => {
      if (isSurprise(error)) context.log.error(`${path ?? 'A call'} failed.`, error.cause ?? error)
    },
  })
  response.headers.set('cache-control', 'no-store')
  return response
}

async function page(folder: string, pathname: string, method: string): Promise<Response> {
  const file = await readStaticFile(folder, pathname)
  if (file === null) return plain(404, 'There is nothing at this address.')
  return new Response(method === 'HEAD' ? null : file.content, {
    headers: {
      'content-type': file.contentType,
      'cache-control': file.isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache',
      'content-security-policy': contentSecurityPolicy(file.nonce),
    },
  })
}

function plain(status: number, text: string): Response {
  return new Response(`${text}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })
}

function hardened(response: Response): Response {
  for (const [name, value] of Object.entries(COMMON_HEADERS)) response.headers.set(name, value)
  if (!response.headers.has('content-security-policy'))
    response.headers.set('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
  return response
}

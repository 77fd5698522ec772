import { randomUUID } from 'node:crypto'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { LIMITS } from '../../shared/contract/limits.ts'
import { createAppServices } from './create-app-services.ts'
import type { DataAccess } from './data-access.ts'
import { createFileTransfers } from './file-transfers.ts'
import type { HostCapabilities } from './host-capabilities.ts'
import type { Job } from './jobs/job.ts'
import { createJobRunner } from './jobs/job-runner.ts'
import type { Log } from './log.ts'
import { isSurprise } from './procedures/error-reports.ts'
import { TOO_LARGE, withLimitedBody } from './request-body.ts'
import { COMMON_HEADERS, contentSecurityPolicy } from './response-headers.ts'
import { appRouter } from './router.ts'
import type { AppServices } from './services/app-services.ts'
import { readStaticFile } from './static-files.ts'
import { handleTransfer } from './transfer-routes.ts'

export interface BackendDependencies {
  readonly data: DataAccess
  readonly dataDir: string
  /** Where the built renderer lies. */
  readonly rendererFolder: string
  readonly version: string
  readonly clock: () => number
  readonly systemTimeZone: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly host: HostCapabilities
  readonly log: Log
  /** How often it is looked for what the app is to do of its own accord, in milliseconds; absent: four times a minute. */
  readonly tickMs?: number
}

/** The app behind its page, whatever shows the page: a request in, an answer out. */
export interface Backend {
  fetch(request: Request): Promise<Response>
  /** Ends streams, cancels jobs and waits for them, closes every file. */
  close(): Promise<void>
}

const RPC = '/trpc'
const TICK_MS = 15_000

/** Without names: the log outlives what is erased. */
function describeEnd({ kind, state, outcome }: Job): string {
  if (outcome === null) return `A ${kind} ended: ${state}.`
  if ('weeks' in outcome) return `A ${kind} is done: ${outcome.weeks.length} weeks.`
  const { visitors, windows, sessionRows, durationMs } = outcome
  return `A ${kind} is done: ${visitors} visits in ${windows} windows, ${sessionRows} sessions, ${durationMs} ms.`
}

/** Opens the app on a data folder. It serves the page, its procedures under /trpc, and files on their way; everything else is 404. */
export function createBackend(deps: BackendDependencies): Backend {
  const { log, rendererFolder } = deps
  const transfers = createFileTransfers(deps.dataDir)
  const jobs = createJobRunner({
    clock: deps.clock,
    newId: randomUUID,
    onEnd: (job) => log.info(describeEnd(job)),
    onFailure: (job, thrown) => log.error(`The ${job.kind} of workspace ${job.workspaceId} failed.`, thrown),
  })
  const services = createAppServices({ ...deps, jobs, transfers })
  const ticks = setInterval(() => void services.tick(), deps.tickMs ?? TICK_MS)
  // Alone it is no reason to go on running.
  ticks.unref()
  const pgPassword = deps.environment['PGPASSWORD']
  if (pgPassword) log.hide(pgPassword)
  transfers.sweep(deps.clock()).catch((thrown: unknown) => log.error('Files that were left behind could not be removed.', thrown))
  log.info(`Covercast ${deps.version} was started (${deps.host.kind}) on ${deps.dataDir}.`)

  async function answer(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url)
    if (pathname.startsWith(`${RPC}/`)) return call(request, services, log)
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
    async close() {
      clearInterval(ticks)
      await jobs.close()
      await deps.data.close()
      await transfers.close()
      log.info('Covercast was closed.')
      await log.flush()
    },
  }
}

async function call(request: Request, services: AppServices, log: Log): Promise<Response> {
  const limited = await withLimitedBody(request, LIMITS.bodyBytes)
  if (limited === TOO_LARGE) return plain(413, 'The request is too large.')
  const response = await fetchRequestHandler({
    endpoint: RPC,
    req: limited,
    router: appRouter,
    createContext: () => ({ services }),
    maxBatchSize: LIMITS.batchCalls,
    onError: ({ error, path }) => {
      if (isSurprise(error)) log.error(`${path ?? 'A call'} failed.`, error.cause ?? error)
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
  return new Response(`${text}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } })
}

function hardened(response: Response): Response {
  for (const [name, value] of Object.entries(COMMON_HEADERS)) response.headers.set(name, value)
  if (!response.headers.has('content-security-policy')) response.headers.set('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
  return response
}

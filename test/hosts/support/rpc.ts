import { createTRPCClient, httpBatchLink, httpBatchStreamLink, TRPCClientError, type TRPCClient } from '@trpc/client'
import type { AppRouter } from '../../../electron/backend/core/router.ts'
import type { SyncJob } from '../../../electron/backend/sync/sync-job.ts'
import type { ErrorReport } from '../../../shared/foundation/errors.ts'
import { copyDemo, type PreparedDemo } from '../../support/prepared-demo.ts'
import { NOW, type TestHost } from './open-host.ts'

/** The page's client on a host; `plain` answers each batch as one document instead of a stream. */
export function clientOf(host: TestHost, { plain = false }: { readonly plain?: boolean } = {}): TRPCClient<AppRouter> {
  const options = {
    url: 'http://page.example/trpc',
    fetch: (url: unknown, init?: RequestInit) => host.fetch(pathOf(String(url)), init),
  }
  return createTRPCClient<AppRouter>({
    links: [plain ? httpBatchLink(options as never) : httpBatchStreamLink(options as never)],
  })
}

/** What the page is told of a call that fails. */
export async function failureOf(
  call: Promise<unknown>,
): Promise<{ readonly status: number | undefined; readonly report: ErrorReport | undefined }> {
  try {
    await call
  } catch (thrown) {
    if (!(thrown instanceof TRPCClientError)) throw thrown
    const { data } = thrown as TRPCClientError<AppRouter>
    return { status: data?.httpStatus, report: data?.report }
  }
  throw new Error('The call did not fail.')
}

export interface ServerEvent {
  readonly event: string | null
  readonly id: string | null
  readonly data: string
}

interface WatchInput {
  readonly workspaceId: string
  readonly lastEventId?: string
}

/** Watches a workspace's sync as the page does. Ends with the stream; closing the iterator closes the stream. */
export function watchSync(host: TestHost, input: WatchInput): AsyncGenerator<ServerEvent, void> {
  return watch(host, 'sync.watch', input)
}

/** Watches a workspace's suggestion, as `watchSync` does its sync. */
export function watchSuggestion(host: TestHost, input: WatchInput): AsyncGenerator<ServerEvent, void> {
  return watch(host, 'suggest.watch', input)
}

async function* watch(host: TestHost, procedure: string, input: WatchInput): AsyncGenerator<ServerEvent, void> {
  const response = await host.fetch(`/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`, {
    headers: { accept: 'text/event-stream' },
  })
  let rest = ''
  for await (const text of response.body!.pipeThrough(new TextDecoderStream())) {
    const blocks = (rest + text).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks.filter((one) => one.trim() !== '')) yield eventOf(block)
  }
}

/** Follows a sync until it has ended, however it did. */
export async function syncEnd(
  host: TestHost,
  workspaceId: string,
): Promise<{ readonly job: SyncJob; readonly states: readonly SyncJob[]; readonly lastId: string }> {
  const states: SyncJob[] = []
  for await (const { event, id, data } of watchSync(host, { workspaceId })) {
    if (event !== null) continue
    const job = JSON.parse(data) as SyncJob | null
    if (job === null) continue
    states.push(job)
    if (job.state !== 'running') return { job, states, lastId: id ?? '' }
  }
  throw new Error('The stream ended before the sync.')
}

/** Gives the host the demo's workspace, of some months only if so many are enough, and waits until it is synced. */
export async function syncedDemo(host: TestHost, options: Omit<PreparedDemo, 'now'> = {}): Promise<string> {
  await copyDemo(host.dataDir, { now: NOW, ...options })
  const { workspaceId } = await clientOf(host).demo.start.mutate()
  const { job } = await syncEnd(host, workspaceId)
  if (job.state !== 'done') throw new Error(`The demo's sync ended as ${job.state}: ${job.error?.message ?? ''}`)
  return workspaceId
}

/** Sends a file as the page does; the id under which it waits. */
export async function upload(host: TestHost, content: string | Uint8Array): Promise<string> {
  const response = await host.fetch('/upload', {
    method: 'PUT',
    body: content as never,
    headers: { 'content-type': 'application/octet-stream' },
    duplex: 'half',
  } as RequestInit)
  return ((await response.json()) as { readonly uploadId: string }).uploadId
}

/** Imports a plan file, as its text or its value, as the page does. */
export async function importPlan(host: TestHost, workspaceId: string, file: string | object) {
  const { plan, warnings } = await clientOf(host).rosters.store.mutate({
    workspaceId,
    fileName: 'plan.json',
    uploadId: await upload(host, typeof file === 'string' ? file : JSON.stringify(file)),
  })
  return { ...plan!, warnings }
}

function eventOf(block: string): ServerEvent {
  const field = (name: string): string | null =>
    block
      .split('\n')
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2) ?? null
  return { event: field('event'), id: field('id'), data: field('data') ?? '' }
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url)
  return pathname + search
}

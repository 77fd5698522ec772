import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as delay } from 'node:timers/promises'
import { createBackend } from '../../electron/backend/core/create-backend.ts'
import { BROWSER_CAPABILITIES } from '../../electron/backend/core/host-capabilities.ts'
import { openLog } from '../../electron/backend/core/log.ts'
import { openDataAccess } from '../../electron/backend/threads/open-data-access.ts'
import { BUILT } from '../support/built.ts'

/** How late the loop of the process that owns windows was, milliseconds. */
export interface LoopDelays {
  readonly idle: { readonly p99: number; readonly most: number }
  readonly busy: { readonly p99: number; readonly most: number }
  readonly reports: number
}

const IDLE_MS = 2_000
const ROUNDS = 5

// The backend as a window's process has it, under a sync of everything and one report after another: prints how late its loop is.
const [dataDir, workspaceId] = process.argv.slice(2) as [string, string]
const data = openDataAccess({ dataDir, workerEntry: BUILT.workerEntry })
const log = openLog({ folder: dataDir, clock: Date.now })
const backend = createBackend({
  data,
  dataDir,
  log,
  rendererFolder: BUILT.rendererFolder,
  version: '0',
  clock: Date.now,
  systemTimeZone: 'America/New_York',
  environment: {},
  host: BROWSER_CAPABILITIES,
})

async function query(path: string, input: object): Promise<{ readonly state?: string } | null> {
  const response = await backend.fetch(
    new Request(`http://127.0.0.1/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`),
  )
  return unwrapped(await response.text())
}

async function mutate(path: string, input: object): Promise<void> {
  const request = new Request(`http://127.0.0.1/trpc/${path}`, {
    method: 'POST',
    body: JSON.stringify(input),
    headers: { 'content-type': 'application/json' },
  })
  unwrapped(await (await backend.fetch(request)).text())
}

function unwrapped(text: string): { readonly state?: string } | null {
  const answer = JSON.parse(text) as {
    readonly result?: { readonly data: { readonly state?: string } | null }
    readonly error?: { readonly message: string }
  }
  if (answer.result === undefined) throw new Error(answer.error?.message)
  return answer.result.data
}

async function delaysDuring(work: () => Promise<void>): Promise<{ readonly p99: number; readonly most: number }> {
  const histogram = monitorEventLoopDelay({ resolution: 1 })
  histogram.enable()
  await work()
  histogram.disable()
  return { p99: histogram.percentile(99) / 1e6, most: histogram.max / 1e6 }
}

let reports = 0
async function reportUntilSynced(): Promise<void> {
  await mutate('sync.start', { workspaceId, full: true })
  for (
    let state: string | undefined = 'running';
    state === 'running';
    state = (await query('sync.state', { workspaceId }))?.state
  ) {
    const countryFilter = { mode: 'blocklist', countries: [`A${String.fromCharCode(65 + (reports % 8))}`] }
    await query('coverage.report', { workspaceId, from: '2026-04-02', to: '2026-06-30', countryFilter })
    reports += 1
  }
}

await query('coverage.report', { workspaceId, from: '2026-04-02', to: '2026-06-30' })
const results: LoopDelays[] = []
for (let round = 0; round < ROUNDS; round++) {
  const idle = await delaysDuring(() => delay(IDLE_MS))
  reports = 0
  const busy = await delaysDuring(reportUntilSynced)
  results.push({ idle, busy, reports })
}
await backend.close()
process.stdout.write(JSON.stringify(results))

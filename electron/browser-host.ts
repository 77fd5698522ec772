import { homedir } from 'node:os'
import packageJson from '../package.json' with { type: 'json' }
import { createBackend } from './backend/core/create-backend.ts'
import { BROWSER_CAPABILITIES, type PagePrinter } from './backend/core/host-capabilities.ts'
import { openLog } from './backend/core/log.ts'
import { openDataAccess } from './backend/threads/open-data-access.ts'
import { findChromium, requireChromium } from './printing/find-chromium.ts'
import { createHeadlessPrinter } from './printing/headless-printer.ts'
import { keptPort, type KeptPort } from './browser/kept-port.ts'
import { startLoopbackServer, type LoopbackServer, type LoopbackServerOptions } from './browser/loopback-server.ts'
import type { Places } from './places.ts'
import type { PrintRequest } from './backend/core/host-capabilities.ts'
import { AppError } from '../shared/foundation/errors.ts'
import { systemZoneOf } from '../shared/time/zone.ts'
import { defaultDataFolder } from './store/data-folder.ts'
import { makePrivateFolder } from './store/private-files.ts'

export interface BrowserHostOptions {
  /** null: the default one. */
  readonly dataDir: string | null
  /** null: a free one. */
  readonly port: number | null
  /** Takes the port of the last launch that did so where none is asked for and it is free: a page that is still open then goes on. */
  readonly keepsPort?: boolean
  readonly places: Places
}

/** The browser host: serves the app to a browser on this computer, until it is closed. Wiring only. */
export async function startBrowserHost({
  dataDir,
  port,
  keepsPort = false,
  places,
}: BrowserHostOptions): Promise<LoopbackServer> {
  const folder = dataDir ?? defaultDataFolder({ platform: process.platform, env: process.env, home: homedir() })
  makePrivateFolder(folder)
  const log = openLog({ folder, clock: Date.now })
  let server: LoopbackServer | null = null
  const backend = createBackend({
    data: openDataAccess({ dataDir: folder, workerEntry: places.workerEntry }),
    dataDir: folder,
    rendererFolder: places.rendererFolder,
    version: packageJson.version,
    publisherUpdates: packageJson.updates,
    clock: Date.now,
    systemTimeZone: systemZoneOf(Intl.DateTimeFormat().resolvedOptions().timeZone),
    environment: process.env,
    host: { ...BROWSER_CAPABILITIES, printer: printerOf(() => server!.ticketUrl()) },
    log,
  })
  try {
    const started = await (keepsPort
      ? startWhereItWas({ backend, log, port }, keptPort(folder))
      : startLoopbackServer({ backend, log, port }))
    server = started
    // The server waits for its streams, which end with the backend.
    return { ...started, close: async () => void (await Promise.all([started.close(), backend.close()])) }
  } catch (thrown) {
    await backend.close()
    throw thrown
  }
}

/** On the port of the last launch where that is free, else on any; the next launch begins with it. */
async function startWhereItWas(options: LoopbackServerOptions, { last, keep }: KeptPort): Promise<LoopbackServer> {
  const kept = options.port === null ? last() : null
  const again = kept === null ? null : await startLoopbackServer({ ...options, port: kept }).catch(nullIfTaken)
  const server = again ?? (await startLoopbackServer(options))
  try {
    keep(server.port)
  } catch (thrown) {
    options.log.error('The port could not be kept for the next start.', thrown)
  }
  return server
}

function nullIfTaken(thrown: unknown): null {
  if (thrown instanceof AppError && thrown.code === 'conflict') return null
  throw thrown
}

/** The browser of this computer, where it has one that prints without a window; null: the page's own browser prints. */
function printerOf(ticketUrl: () => string): PagePrinter | null {
  try {
    const program = findChromium({ platform: process.platform, environment: process.env })
    return program === null ? null : createHeadlessPrinter({ program, ticketUrl, environment: process.env })
  } catch {
    // One is named that is not there, which the command line reports when a PDF is wanted.
    return null
  }
}

export interface PrintOptions extends PrintRequest, Pick<BrowserHostOptions, 'dataDir' | 'places'> {
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** Makes a PDF by a browser without a window, for which the app is served meanwhile. Throws 'printer-missing' before anything is opened. */
export async function printFromDataFolder({
  dataDir,
  places,
  environment,
  ...request
}: PrintOptions): Promise<Uint8Array> {
  const program = requireChromium({ platform: process.platform, environment })
  const server = await startBrowserHost({ dataDir, port: null, places })
  try {
    return await createHeadlessPrinter({ program, ticketUrl: () => server.ticketUrl(), environment }).print(request)
  } finally {
    await server.close()
  }
}

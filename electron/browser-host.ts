import { homedir } from 'node:os'
import packageJson from '../package.json' with { type: 'json' }
import { createBackend } from './backend/create-backend.ts'
import { BROWSER_CAPABILITIES } from './backend/host-capabilities.ts'
import { openLog } from './backend/log.ts'
import { openDataAccess } from './backend/open-data-access.ts'
import { startLoopbackServer, type LoopbackServer } from './http/loopback-server.ts'
import type { Places } from './places.ts'
import { systemZoneOf } from '../shared/time/zone.ts'
import { defaultDataFolder } from './store/data-folder.ts'
import { makePrivateFolder } from './store/private-files.ts'

export interface BrowserHostOptions {
  /** null: the default one. */
  readonly dataDir: string | null
  /** null: a free one. */
  readonly port: number | null
  readonly places: Places
}

/** The browser host: serves the app to a browser on this computer, until it is closed. Wiring only. */
export async function startBrowserHost({ dataDir, port, places }: BrowserHostOptions): Promise<LoopbackServer> {
  const folder = dataDir ?? defaultDataFolder({ platform: process.platform, env: process.env, home: homedir() })
  makePrivateFolder(folder)
  const log = openLog({ folder, clock: Date.now })
  const backend = createBackend({
    data: openDataAccess({ dataDir: folder, workerEntry: places.workerEntry }),
    dataDir: folder,
    rendererFolder: places.rendererFolder,
    version: packageJson.version,
    clock: Date.now,
    systemTimeZone: systemZoneOf(Intl.DateTimeFormat().resolvedOptions().timeZone),
    environment: process.env,
    host: BROWSER_CAPABILITIES,
    log,
  })
  try {
    const server = await startLoopbackServer({ backend, log, port })
    // The server waits for its streams, which end with the backend.
    return { ...server, close: async () => void (await Promise.all([server.close(), backend.close()])) }
  } catch (thrown) {
    await backend.close()
    throw thrown
  }
}

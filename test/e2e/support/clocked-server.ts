import { createBackend } from '../../../electron/backend/core/create-backend.ts'
import { BROWSER_CAPABILITIES } from '../../../electron/backend/core/host-capabilities.ts'
import { openLog } from '../../../electron/backend/core/log.ts'
import { openDataAccess } from '../../../electron/backend/threads/open-data-access.ts'
import { startLoopbackServer } from '../../../electron/browser/loopback-server.ts'
import { BUILT } from '../../support/built.ts'

export interface ClockedServer {
  readonly url: string
  readonly close: () => Promise<void>
}

/** The built app served to a browser from a data folder, by a clock that the test sets. */
export async function clockedServer(dataDir: string, clock: () => number): Promise<ClockedServer> {
  const log = openLog({ folder: dataDir, clock })
  const backend = createBackend({
    data: openDataAccess({ dataDir, workerEntry: BUILT.workerEntry }),
    dataDir,
    rendererFolder: BUILT.rendererFolder,
    version: '1.2.3',
    clock,
    systemTimeZone: 'America/New_York',
    environment: {},
    host: BROWSER_CAPABILITIES,
    log,
  })
  const server = await startLoopbackServer({ backend, log, port: null })
  return { url: server.url, close: async () => void (await Promise.all([server.close(), backend.close()])) }
}

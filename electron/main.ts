import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import packageJson from '../package.json' with { type: 'json' }
import { createBackend } from './backend/core/create-backend.ts'
import type { HostCapabilities } from './backend/core/host-capabilities.ts'
import { openLog } from './backend/core/log.ts'
import { openDataAccess } from './backend/threads/open-data-access.ts'
import { desktopArguments } from './desktop/command-line.ts'
import { runDesktop } from './desktop/run-desktop.ts'
import { placesOf } from './places.ts'
import { defaultDataFolder } from './store/data-folder.ts'
import { makePrivateFolder } from './store/private-files.ts'
import { systemZoneOf } from '../shared/time/zone.ts'

// The desktop host: wires the app to Electron's window, the clock and the system's zone, and nothing else.
const places = placesOf(import.meta)
const dataDir =
  desktopArguments(process.argv).dataDir ??
  defaultDataFolder({ platform: process.platform, env: process.env, home: homedir() })
const documents = join(import.meta.dirname, '..', '..', 'docs')
const log = openLog({ folder: dataDir, clock: Date.now })

runDesktop({
  dataDir,
  version: packageJson.version,
  preload: join(import.meta.dirname, '..', 'preload', 'preload.cjs'),
  documentation: existsSync(documents) ? documents : null,
  log,
  async openBackend(host: HostCapabilities) {
    makePrivateFolder(dataDir)
    const data = openDataAccess({ dataDir, workerEntry: places.workerEntry })
    try {
      // Threads start when they are first asked: ask, so that a folder that cannot be read shows now.
      await data.work().list()
    } catch (thrown) {
      await data.close()
      throw thrown
    }
    return createBackend({
      data,
      dataDir,
      rendererFolder: places.rendererFolder,
      version: packageJson.version,
      publisherUpdates: packageJson.updates,
      clock: Date.now,
      systemTimeZone: systemZoneOf(Intl.DateTimeFormat().resolvedOptions().timeZone),
      environment: process.env,
      host,
      log,
    })
  },
})

import { homedir } from 'node:os'
import packageJson from '../package.json' with { type: 'json' }
import { createServices } from './backend/create-services.ts'
import { openDataAccess } from './backend/open-data-access.ts'
import { startBrowserHost } from './browser-host.ts'
import { openInBrowser } from './http/open-in-browser.ts'
import { placesOf } from './places.ts'
import { defaultDataFolder } from './store/data-folder.ts'
import { runProgram } from './terminal/program.ts'

// The terminal host: wires the services to the two streams, the clock and the system's zone, and nothing else.
const interruption = new AbortController()
process.once('SIGINT', () => interruption.abort())
process.once('SIGTERM', () => interruption.abort())
// A reader that went away (`| head`) is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

const places = placesOf(import.meta)
const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions()

process.exitCode = await runProgram(
  {
    terminal: { stdout: process.stdout, stderr: process.stderr, locale },
    clock: Date.now,
    signal: interruption.signal,
    version: packageJson.version,
    startServer: (request) => startBrowserHost({ ...request, places }),
    openInBrowser: (url) => openInBrowser(url, process.env),
    openServices: (dataDir) =>
      createServices({
        data: openDataAccess({
          dataDir: dataDir ?? defaultDataFolder({ platform: process.platform, env: process.env, home: homedir() }),
          workerEntry: places.workerEntry,
        }),
        clock: Date.now,
        systemTimeZone: timeZone,
        environment: process.env,
      }),
  },
  process.argv.slice(2),
)

import { homedir } from 'node:os'
import packageJson from '../package.json' with { type: 'json' }
import { systemZoneOf } from '../shared/time/zone.ts'
import { openInProcess } from './backend/core/in-process.ts'
import { openDataAccess } from './backend/threads/open-data-access.ts'
import { printFromDataFolder, startBrowserHost } from './browser-host.ts'
import { openInBrowser } from './browser/open-in-browser.ts'
import { placesOf } from './places.ts'
import { defaultDataFolder } from './store/data-folder.ts'
import { watchOutputs } from './terminal/broken-output.ts'
import { createFormatter } from './terminal/format.ts'
import { askedLanguage } from './terminal/options.ts'
import { runProgram } from './terminal/program.ts'

// The terminal host: wires the backend to the two streams, the clock and the system's zone, and nothing else.
const interruption = new AbortController()
// A terminal that is closed, or a user who logs off, says so by SIGHUP; what is open is then closed, and backed up, in order.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => interruption.abort())
const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions()
const args = process.argv.slice(2)
watchOutputs({
  stdout: process.stdout,
  stderr: process.stderr,
  exit: (code) => process.exit(code),
  texts: () => createFormatter(locale, askedLanguage(args)).texts,
})

const places = placesOf(import.meta)

process.exitCode = await runProgram(
  {
    terminal: { stdout: process.stdout, stderr: process.stderr, locale },
    clock: Date.now,
    signal: interruption.signal,
    version: packageJson.version,
    startServer: (request) => startBrowserHost({ ...request, keepsPort: true, places }),
    openInBrowser: (url) => openInBrowser(url, process.env),
    printPage: (request) => printFromDataFolder({ ...request, places, environment: process.env }),
    openBackend: (dataDir) => {
      const folder = dataDir ?? defaultDataFolder({ platform: process.platform, env: process.env, home: homedir() })
      return openInProcess({
        data: openDataAccess({ dataDir: folder, workerEntry: places.workerEntry }),
        dataDir: folder,
        version: packageJson.version,
        clock: Date.now,
        systemTimeZone: systemZoneOf(timeZone),
        environment: process.env,
      })
    },
  },
  args,
)

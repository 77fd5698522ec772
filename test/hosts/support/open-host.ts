import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BackendDependencies } from '../../../electron/backend/core/create-backend.ts'
import { createBackend } from '../../../electron/backend/core/create-backend.ts'
import { BROWSER_CAPABILITIES } from '../../../electron/backend/core/host-capabilities.ts'
import { openLog } from '../../../electron/backend/core/log.ts'
import type { DataAccess } from '../../../electron/backend/threads/data-access.ts'
import { openDataAccess } from '../../../electron/backend/threads/open-data-access.ts'
import { desktopTexts } from '../../../electron/desktop/desktop-texts.ts'
import { createProtocolHandler } from '../../../electron/desktop/protocol-handler.ts'
import { startLoopbackServer } from '../../../electron/browser/loopback-server.ts'
import { BUILT } from '../../support/built.ts'
import { DEEP } from '../../support/deep.ts'

/** The app behind one of its hosts, as its page reaches it. */
export interface TestHost {
  readonly dataDir: string
  /** What lies in its files, past the procedures. */
  readonly data: DataAccess
  readonly rendererFolder: string
  /** What the page asks of its own origin. */
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>
  /** What the log holds. */
  readonly logText: () => Promise<string>
  readonly close: () => Promise<void>
}

export interface HostOptions {
  readonly clock?: () => number
  /** Replaces parts of the backend, to provoke what does not happen by itself. */
  readonly change?: (deps: BackendDependencies) => Partial<BackendDependencies>
}

export interface HostKind {
  readonly name: string
  readonly open: (options?: HostOptions) => Promise<TestHost>
}

/** A Friday, so that the demo is the same in every run. */
export const NOW = Date.parse('2026-03-20T15:00:00Z')

/** The same tests run on each of these. What needs only one takes the first, which opens no port. */
export const HOSTS: readonly HostKind[] = [
  {
    name: "the desktop's scheme",
    async open(options) {
      const { deps, logText, remove } = await parts(options)
      const backend = createBackend(deps)
      const handle = createProtocolHandler({
        state: () => ({ kind: 'open', backend }),
        log: deps.log,
        texts: () => desktopTexts('en', []),
        onPage: () => undefined,
      })
      return {
        ...deps,
        logText,
        fetch: (path, init) => handle(new Request(`app://covercast${path}`, init)),
        async close() {
          await backend.close()
          remove()
        },
      }
    },
  },
  {
    name: 'the HTTP host',
    async open(options) {
      const { deps, logText, remove } = await parts(options)
      const backend = createBackend(deps)
      const server = await startLoopbackServer({ backend, log: deps.log, port: null })
      const origin = new URL(server.url).origin
      const entry = await fetch(server.url, { redirect: 'manual' })
      const cookie = entry.headers.get('set-cookie')?.split(';')[0] ?? ''
      return {
        ...deps,
        logText,
        fetch: (path, init) =>
          fetch(origin + path, {
            ...init,
            headers: { ...Object.fromEntries(new Headers(init?.headers)), cookie, origin },
          }),
        async close() {
          await Promise.all([server.close(), backend.close()])
          remove()
        },
      }
    },
  },
]

/**
 * Where figures are tested that take long to compute: on one host in `npm test`, on all in the deep run. What carries figures is the
 * same for all of them, and the other suites run on every host.
 */
export const HOSTS_OF_FIGURES: readonly HostKind[] = DEEP ? HOSTS : HOSTS.slice(0, 1)

interface Parts {
  readonly deps: BackendDependencies
  readonly logText: () => Promise<string>
  readonly remove: () => void
}

async function parts({ clock = () => NOW, change = () => ({}) }: HostOptions = {}): Promise<Parts> {
  const folder = mkdtempSync(join(tmpdir(), 'covercast-host-'))
  const dataDir = join(folder, 'data')
  const log = openLog({ folder: dataDir, clock })
  const deps: BackendDependencies = {
    data: openDataAccess({ dataDir, workerEntry: BUILT.workerEntry }),
    dataDir,
    rendererFolder: makeRenderer(folder),
    version: '1.2.3',
    clock,
    systemTimeZone: 'UTC',
    environment: {},
    host: BROWSER_CAPABILITIES,
    log,
  }
  return {
    deps: { ...deps, ...change(deps) },
    logText: async () => (await log.tail(1000)).join('\n'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** A small built page; the secret lies beside it, where no request may reach. */
function makeRenderer(folder: string): string {
  const renderer = join(folder, 'renderer')
  mkdirSync(join(renderer, 'assets'), { recursive: true })
  writeFileSync(
    join(renderer, 'index.html'),
    '<!doctype html><html><head><title>Covercast</title></head><body></body></html>',
  )
  writeFileSync(join(renderer, 'assets', 'app-BxY3_k1z.js'), 'export {}')
  writeFileSync(join(renderer, 'assets', 'app-BxY3_k1z.js.map'), '{}')
  writeFileSync(join(renderer, 'assets', 'style-Ck0-9aZb.css'), 'body{}')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  return renderer
}

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Runtime } from './choose-host.ts'

/** After this long without a byte nothing more is expected to come. */
const STALLED_MS = 15_000

/** Bytes of the runtime that have come; of how many, where the server says. */
export interface Fetched {
  readonly transferred: number
  readonly total: number | null
}

interface Fetching {
  /** Ends the download: the user does not want to wait. */
  readonly stop: AbortSignal
  readonly onProgress: (fetched: Fetched) => void
  readonly stalledMs?: number
}

/** Electron's executable in a checkout, as its package says; null: only the package is there. */
export function installedRuntime(root: string): string | null {
  const folder = packageFolder(root)
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const executable = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(executable) ? executable : null
}

/** Downloads the runtime into the cache that Electron's installer looks into, and has it unpacked from there. What was cached is not fetched again. */
export async function fetchRuntime(
  root: string,
  { stop, onProgress, stalledMs = STALLED_MS }: Fetching,
): Promise<Runtime> {
  const stalled = new AbortController()
  let timer: NodeJS.Timeout | undefined
  let largest = 0
  const expectMore = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => stalled.abort(), stalledMs)
  }
  try {
    // Only a first start needs it.
    const { downloadArtifact } = await import('@electron/get')
    expectMore()
    await downloadArtifact({
      version: (readJson(root, 'package.json') as { readonly version: string }).version,
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      ...installersOptions(root),
      downloadOptions: {
        signal: AbortSignal.any([stop, stalled.signal]),
        quiet: true,
        getProgressCallback: async ({ transferred, total }: Fetched) => {
          if (transferred === total) clearTimeout(timer)
          else expectMore()
          // A list of checksums may follow, which is none of what is shown.
          largest = Math.max(largest, total ?? 0)
          if (total === null || total === largest) onProgress({ transferred, total })
        },
      },
    })
    clearTimeout(timer)
    await unpack(root, stop)
  } catch (error) {
    if (stop.aborted) return { kind: 'stopped' }
    return { kind: 'missing', reason: stalled.signal.aborted ? 'the server stopped answering' : reasonOf(error) }
  } finally {
    clearTimeout(timer)
  }
  const executable = installedRuntime(root)
  return executable === null
    ? { kind: 'missing', reason: 'what came holds no Electron' }
    : { kind: 'there', path: executable }
}

/** As Electron's installer reads them, so that both mean the same file in the cache. */
function installersOptions(root: string): { cacheRoot?: string; checksums?: Record<string, string> } {
  const {
    electron_config_cache: cacheRoot,
    electron_use_remote_checksums: remote,
    npm_config_electron_use_remote_checksums: remoteByNpm,
  } = process.env
  return {
    ...(cacheRoot === undefined ? {} : { cacheRoot }),
    ...(remote || remoteByNpm ? {} : { checksums: readJson(root, 'checksums.json') as Record<string, string> }),
  }
}

async function unpack(root: string, signal: AbortSignal): Promise<void> {
  const child = spawn(process.execPath, [join(packageFolder(root), 'install.js')], {
    signal,
    stdio: 'ignore',
    // What was downloaded is what it unpacks: asked for another, or emulated, it would download that, unseen and without a limit.
    env: {
      ...process.env,
      force_no_cache: '',
      ELECTRON_INSTALL_PLATFORM: process.platform,
      ELECTRON_INSTALL_ARCH: process.arch,
      npm_config_arch: process.arch,
    },
  })
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error('it could not be unpacked')
}

/** In a few words, without an address: the next line says what to do. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined
  if (cause instanceof Error) return `no connection (${'code' in cause ? String(cause.code) : cause.message})`
  return error instanceof Error ? error.message : String(error)
}

function packageFolder(root: string): string {
  return join(root, 'node_modules', 'electron')
}

function readJson(root: string, name: string): unknown {
  return JSON.parse(readFileSync(join(packageFolder(root), name), 'utf8'))
}

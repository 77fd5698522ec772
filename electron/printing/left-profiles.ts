import type { Stats } from 'node:fs'
import { lstat, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { HOUR_MS } from '../../shared/foundation/minutes.ts'

/** How the folder of a browser that prints is named; the rest is random. */
export const PROFILE_PREFIX = 'covercast-print-'

/** As `mkdtemp` names and makes a folder: what a person made and named after Covercast is not taken for one. */
const MADE_NAME = new RegExp(`^${PROFILE_PREFIX}[A-Za-z0-9]{6}$`, 'u')
const MADE_RIGHTS = 0o700

/** Many times as long as a print may take: no browser of a process that still runs is that old. */
const LEFT_BEHIND_MS = HOUR_MS

/** Removes the profiles of browsers that were printing when their process was killed: they may hold what was printed. Never throws. */
export async function sweepLeftProfiles(folder: string, now: number): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter((each) => MADE_NAME.test(each))) {
    const path = join(folder, name)
    const found = await lstat(path).catch(() => null)
    if (found === null || !found.isDirectory() || !isOurs(found)) continue
    if (now - found.mtimeMs > LEFT_BEHIND_MS) await rm(path, { recursive: true, force: true }).catch(() => undefined)
  }
}

/** Temporary folders are shared: what others left there is not ours to remove. Windows has one for each user, and no such rights. */
function isOurs({ uid, mode }: Stats): boolean {
  const user = process.getuid?.()
  return user === undefined || (uid === user && (mode & 0o777) === MADE_RIGHTS)
}

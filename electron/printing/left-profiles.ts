import { lstat, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { HOUR_MS } from '../../shared/foundation/minutes.ts'

/** How the folder of a browser that prints is named; the rest is random. */
export const PROFILE_PREFIX = 'covercast-print-'

/** Many times as long as a print may take: no browser of a process that still runs is that old. */
const LEFT_BEHIND_MS = HOUR_MS

/** Removes the profiles of browsers that were printing when their process was killed: they may hold what was printed. Never throws. */
export async function sweepLeftProfiles(folder: string, now: number): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter((each) => each.startsWith(PROFILE_PREFIX))) {
    const path = join(folder, name)
    const found = await lstat(path).catch(() => null)
    // Temporary folders are shared: what others left there is not ours to remove.
    if (found === null || !found.isDirectory() || found.uid !== (process.getuid?.() ?? found.uid)) continue
    if (now - found.mtimeMs > LEFT_BEHIND_MS) await rm(path, { recursive: true, force: true }).catch(() => undefined)
  }
}

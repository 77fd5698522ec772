import { chmodSync, mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const RAM = '/dev/shm'
const PREFIX = 'covercast-tests-'
/** What all temporary files of a run need at most, with room. */
const NEEDED_BYTES = 3 * 1024 ** 3
/** Memory that the tests themselves need besides. */
const OWN_BYTES = 3 * 1024 ** 3

/**
 * Has this process and all it starts make their temporary files in memory where that is possible. Everything a user makes is written
 * through to the disk, so that tests would wait for the disk tens of thousands of times, most of the time on a slow one. A process that
 * is killed loses nothing of a file either way, and nothing here cuts the power. $TMPDIR, where it is set, is left as it is.
 */
export function useFastTemp(): void {
  if (process.platform !== 'linux' || process.env['TMPDIR'] !== undefined || !hasRoom()) return
  removeLeftovers()
  const folder = mkdtempSync(join(RAM, `${PREFIX}${process.pid}-`))
  if (!canExecute(folder)) {
    rmSync(folder, { recursive: true, force: true })
    return
  }
  // Servers that may not run as root are let through it to folders of their own.
  chmodSync(folder, 0o711)
  process.env['TMPDIR'] = folder
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))
}

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(RAM)
    return bavail * bsize > NEEDED_BYTES && process.availableMemory() > NEEDED_BYTES + OWN_BYTES
  } catch {
    return false
  }
}

/** Containers often mount it so that nothing in it can be run; some tests start programs that they made. */
function canExecute(folder: string): boolean {
  const script = join(folder, 'try')
  try {
    writeFileSync(script, '#!/bin/sh\n', { mode: 0o700 })
    return spawnSync(script, { stdio: 'ignore' }).status === 0
  } finally {
    rmSync(script, { force: true })
  }
}

/** A run that was killed leaves its folder, and memory is dear. */
function removeLeftovers(): void {
  for (const name of readdirSync(RAM).filter((one) => one.startsWith(PREFIX))) {
    const pid = Number(name.slice(PREFIX.length).split('-')[0])
    try {
      process.kill(pid, 0)
    } catch (error) {
      // EPERM: another user's, and alive.
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') rmSync(join(RAM, name), { recursive: true, force: true })
    }
  }
}

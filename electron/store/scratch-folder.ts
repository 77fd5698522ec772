import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { withFolderLock } from './folder-lock.ts'
import { makePrivateFolder } from './private-files.ts'

/** Runs with a folder for unfinished things within another, and sweeps what an interrupted run left. */
export function inScratchFolder(parent: string, run: (folder: string) => void): void {
  withFolderLock(parent, () => {
    const folder = scratchIn(parent)
    rmSync(folder, { recursive: true, force: true })
    makePrivateFolder(folder)
    try {
      run(folder)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
}

/** Sweeps what an interrupted run left, unless one is going on. Never throws: it can be swept another time. */
export function sweepScratchFolder(parent: string): void {
  const folder = scratchIn(parent)
  if (!existsSync(folder)) return
  try {
    withFolderLock(parent, () => rmSync(folder, { recursive: true, force: true }), { waitMs: 0 })
  } catch {
    // Somebody is using it, or it cannot be removed.
  }
}

function scratchIn(parent: string): string {
  return join(parent, '.scratch')
}

import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { Log } from '../backend/core/log.ts'
import type { PrivateJsonFile } from '../backend/core/private-json-file.ts'

export const saveFolderSchema = z.object({ folder: z.string().min(1).max(4096) })

/** The folder that the save dialog begins in. */
export interface SaveFolder {
  /** The one of the last file, or the usual one while there was none, or where it has gone. */
  readonly current: () => string
  /** A file was saved at this path. */
  readonly remember: (file: string) => void
}

interface SaveFolderOptions {
  readonly file: PrivateJsonFile<z.infer<typeof saveFolderSchema>>
  readonly usual: () => string
  readonly log: Log
}

export function createSaveFolder({ file, usual, log }: SaveFolderOptions): SaveFolder {
  let known = file.read()?.folder ?? null
  return {
    current: () => (known !== null && existsSync(known) ? known : usual()),
    remember(path) {
      const folder = dirname(path)
      if (folder === known) return
      known = folder
      try {
        file.write({ folder })
      } catch (thrown) {
        log.error('The folder of the last saved file could not be kept.', thrown)
      }
    },
  }
}

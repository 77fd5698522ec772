import { existsSync } from 'node:fs'
import { z } from 'zod'
import type { Log } from '../backend/core/log.ts'
import type { PrivateJsonFile } from '../backend/core/private-json-file.ts'

const MOST = 8

export const recentFilesSchema = z.object({ files: z.array(z.string().min(1).max(4096)).max(MOST) })

/** The files that were opened or saved last, newest first. */
export interface RecentFiles {
  /** Those that are still there. */
  readonly current: () => readonly string[]
  readonly add: (path: string) => void
  readonly clear: () => void
}

interface RecentFilesOptions {
  readonly file: PrivateJsonFile<z.infer<typeof recentFilesSchema>>
  /** The system's own list, of the dock or the task bar. */
  readonly system: { readonly add: (path: string) => void; readonly clear: () => void }
  readonly onChange: () => void
  readonly log: Log
}

/** The list is the app's own, because Linux has none; what the system has is kept alike. */
export function createRecentFiles({ file, system, onChange, log }: RecentFilesOptions): RecentFiles {
  let files: readonly string[] = file.read()?.files ?? []
  function keep(changed: readonly string[]): void {
    files = changed
    try {
      file.write({ files: [...files] })
    } catch (thrown) {
      log.error('The list of recent files could not be kept.', thrown)
    }
    onChange()
  }
  return {
    // A look at a share that does not answer would hold up the window.
    current: () => files.filter((path) => path.startsWith('\\\\') || existsSync(path)),
    add(path) {
      system.add(path)
      keep([path, ...files.filter((one) => one !== path)].slice(0, MOST))
    },
    clear() {
      system.clear()
      keep([])
    },
  }
}

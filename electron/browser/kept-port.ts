import { join } from 'node:path'
import { z } from 'zod'
import { privateJsonFile } from '../backend/core/private-json-file.ts'

const schema = z.object({ port: z.int().min(1).max(65_535) })

/** The port of the last launch on a data folder: a page that is still open finds the app there again. It is no secret, and opens nothing. */
export interface KeptPort {
  /** null: there was none yet. */
  readonly last: () => number | null
  readonly keep: (port: number) => void
}

export function keptPort(dataDir: string): KeptPort {
  const file = privateJsonFile(join(dataDir, 'browser.json'), schema)
  return {
    last: () => file.read()?.port ?? null,
    keep: (port) => {
      if (file.read()?.port !== port) file.write({ port })
    },
  }
}

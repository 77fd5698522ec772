import { join } from 'node:path'

const OUT = join(import.meta.dirname, '../../out')

/** The built parts, which a global setup makes sure are fresh. */
export const BUILT = {
  workerEntry: join(OUT, 'main', 'data-worker.js'),
  commandLine: join(OUT, 'main', 'cli.js'),
  rendererFolder: join(OUT, 'renderer'),
  /** A file that names the sources they were built from. */
  sources: join(OUT, '.sources'),
} as const

import { basename, dirname, extname, join } from 'node:path'

/** Where the parts lie that are loaded by path. */
export interface Places {
  /** The module of the worker threads. */
  readonly workerEntry: string
  /** The built renderer. */
  readonly rendererFolder: string
}

/** The places as an entry module (its `import.meta`) sees them: beside it where it was built, in out/ where it runs from its source. */
export function placesOf({
  dirname: folder,
  filename,
}: {
  readonly dirname: string
  readonly filename: string
}): Places {
  const parent = dirname(folder)
  return {
    workerEntry: join(folder, `data-worker${extname(filename)}`),
    rendererFolder: basename(parent) === 'out' ? join(parent, 'renderer') : join(parent, 'out', 'renderer'),
  }
}

import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Backend } from '../backend/core/create-backend.ts'
import type { Log } from '../backend/core/log.ts'
import { MOST_OPENED, type Opened } from './opened.ts'
import { openScript } from './page-commands.ts'

export interface OpenerOptions {
  /** null: the data is not open. */
  readonly backend: () => Backend | null
  /** Runs a script in the page. */
  readonly run: (script: string) => Promise<unknown>
  /** Brings the window to the front, or opens one. */
  readonly show: () => void
  readonly onOpened: (path: string) => void
  readonly onFailure: (path: string) => void
  readonly log: Log
}

export interface Opener {
  /** Opens something, as soon as the page can. */
  ask(opened: Opened): void
  /** The page can open things, or can no more. */
  pageIs(isReady: boolean): void
}

/** Hands what the system asks to be opened to the page, one after the other. The page gets a file's content and name, never its path. */
export function createOpener({ backend, run, show, onOpened, onFailure, log }: OpenerOptions): Opener {
  let waiting: readonly Opened[] = []
  let isReady = false
  let handing: Promise<void> = Promise.resolve()
  async function hand(opened: Opened): Promise<void> {
    const open = backend()
    if (open === null) throw new Error('The data was closed.')
    if (opened.kind === 'link') return void (await run(openScript({ kind: 'link', link: opened.link })))
    const { path } = opened
    if (!(await stat(path)).isFile()) throw new Error('It is no file.')
    const name = basename(path)
    await run(openScript({ kind: 'file', path: await open.takeIn(path, name), name }))
    onOpened(path)
  }
  function flush(): void {
    if (!isReady) return
    const now = waiting
    waiting = []
    for (const opened of now)
      handing = handing
        .then(() => hand(opened))
        .catch((thrown: unknown) => {
          log.error('Something could not be opened.', thrown)
          if (opened.kind === 'file') onFailure(opened.path)
        })
  }
  return {
    ask(opened) {
      waiting = [...waiting, opened].slice(-MOST_OPENED)
      show()
      flush()
    },
    pageIs(ready) {
      isReady = ready
      flush()
    },
  }
}

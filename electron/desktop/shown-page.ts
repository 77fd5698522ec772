import type { BrowserWindow } from 'electron'
import type { Log } from '../backend/core/log.ts'
import { APP_URL } from './app-address.ts'
import type { BackendState } from './backend-lifecycle.ts'

/** Net error of a load that another load replaced. */
const ABORTED = -3

export interface ShownPage {
  /** A page was served that shows this state. */
  served(kind: BackendState['kind']): void
  /** Loads the page into a new window. */
  open(window: BrowserWindow): void
  /** Brings the page up to the state, if it does not show it. */
  update(kind: BackendState['kind']): void
}

/** The page in the window: the shell's while the data is opening or could not be, the app's once it is. */
export function createShownPage(log: Log): ShownPage {
  let window: BrowserWindow | null = null
  let shown: BackendState['kind'] | null = null
  let loaded: Promise<void> = Promise.resolve()
  return {
    served(kind) {
      shown = kind
    },
    open(opened) {
      window = opened
      loaded = opened.loadURL(APP_URL).catch((thrown: unknown) => {
        if ((thrown as { readonly errno?: number }).errno !== ABORTED)
          log.error('The page could not be loaded.', thrown)
      })
    },
    update(kind) {
      // A load under way may be answered with the new state already.
      loaded = loaded.then(() => {
        if (shown !== kind && window !== null && !window.isDestroyed()) window.webContents.reload()
      })
    },
  }
}

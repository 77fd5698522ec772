import { BrowserWindow } from 'electron'
import { AppError } from '../../shared/foundation/errors.ts'
import { printAddress } from '../../shared/contract/print-page.ts'
import type { PagePrinter } from '../backend/core/host-capabilities.ts'
import { assertPrintable, PDF_OPTIONS, PRINT_LIMIT_MS, PRINT_STATE_SCRIPT } from '../backend/exports/print-state.ts'
import { APP_URL } from './app-address.ts'
import { webPreferences } from './main-window.ts'

/** Wide enough for the widest paper, so that nothing is laid out twice. */
const SIZE = { width: 1200, height: 900 } as const

export interface WindowPrinter extends PagePrinter {
  /** Whether a window of that id is one that prints. */
  owns(webContentsId: number | undefined): boolean
}

/** Prints pages of the app in a window that nobody sees, closed and sealed like the app's own; one after the other, however many are asked for. */
export function createWindowPrinter({ preload }: { readonly preload: string }): WindowPrinter {
  const open = new Set<number>()
  let before: Promise<unknown> = Promise.resolve()
  async function printOnce({ page }: Parameters<PagePrinter['print']>[0]): Promise<Uint8Array> {
    const window = new BrowserWindow({
      ...SIZE,
      show: false,
      title: 'Covercast',
      webPreferences: webPreferences({ preload, withTools: false }),
    })
    const { webContents } = window
    const { id } = webContents
    open.add(id)
    const gone = Promise.withResolvers<never>()
    // Whoever waits for it may have received another result already.
    gone.promise.catch(() => undefined)
    const fail = (message: string): void =>
      gone.reject(new AppError({ code: 'print-failed', message, kept: 'Nothing was written.', next: 'Try again.' }))
    webContents.once('render-process-gone', () => fail('The page to print has crashed.'))
    webContents.once('destroyed', () => fail('The page to print was closed.'))
    const timer = setTimeout(() => fail('The PDF took too long to make.'), PRINT_LIMIT_MS)
    try {
      await Promise.race([window.loadURL(new URL(printAddress(page), APP_URL).href), gone.promise])
      assertPrintable(await Promise.race([webContents.executeJavaScript(PRINT_STATE_SCRIPT), gone.promise]))
      return await Promise.race([webContents.printToPDF(PDF_OPTIONS), gone.promise])
    } finally {
      clearTimeout(timer)
      if (!window.isDestroyed()) window.destroy()
      open.delete(id)
    }
  }
  return {
    owns: (id) => id !== undefined && open.has(id),
    print(request) {
      const printed = before.then(() => printOnce(request))
      before = printed.catch(() => undefined)
      return printed
    },
  }
}

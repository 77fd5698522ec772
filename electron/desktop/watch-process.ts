import { app, dialog, powerMonitor, type BrowserWindow, type Event } from 'electron'
import type { Log } from '../backend/core/log.ts'
import type { DesktopTexts } from './desktop-texts.ts'
import type { Shutdown } from './shutdown.ts'

/** However the process is asked to end, it ends in order: by its menu, its last window, a signal, the system, or a fault of its own. */
export function endInOrder(shutdown: Shutdown, log: Log, texts: () => DesktopTexts): void {
  app.on('before-quit', (event) => {
    event.preventDefault()
    void shutdown.begin()
  })
  app.on('window-all-closed', () => {
    // On a Mac an app stays when its window is closed.
    if (process.platform !== 'darwin') app.quit()
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
  void app.whenReady().then(() => endBeforeComputer(shutdown))
  process.on('unhandledRejection', (thrown) => log.error('A promise was left to fail.', thrown))
  process.on('uncaughtException', (thrown) => {
    log.error('The app stopped.', thrown)
    const { shell: t } = texts()
    dialog.showErrorBox(t.hasToClose, t.hasToCloseWhy)
    void shutdown.begin()
  })
}

/** On Linux and a Mac the computer waits until this process has ended, where it is asked to. */
function endBeforeComputer(shutdown: Shutdown): void {
  // Electron's types leave out the event.
  const monitor: NodeJS.EventEmitter = powerMonitor
  monitor.on('shutdown', (event: Event) => {
    event.preventDefault()
    void shutdown.begin()
  })
}

/** Offers a way on when a window's page has crashed, and ends in order when Windows ends the session. */
export function watchWindow(
  window: BrowserWindow,
  { shutdown, log, texts }: { readonly shutdown: Shutdown; readonly log: Log; readonly texts: () => DesktopTexts },
): void {
  window.on('session-end', () => void shutdown.begin())
  window.webContents.on('render-process-gone', (_, { reason }) => {
    if (shutdown.hasBegun || reason === 'clean-exit') return
    log.error('The page stopped working.', reason)
    void askHowToGoOn(window, texts())
  })
}

async function askHowToGoOn(window: BrowserWindow, { shell: t }: DesktopTexts): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: t.pageStopped,
    detail: t.dataIsSafe,
    buttons: [t.reload, t.quit],
    defaultId: 0,
  })
  if (response === 0) window.webContents.reload()
  else app.quit()
}

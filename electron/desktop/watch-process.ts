import { app, dialog, powerMonitor, type BrowserWindow, type Event } from 'electron'
import type { Log } from '../backend/core/log.ts'
import type { Shutdown } from './shutdown.ts'

/** However the process is asked to end, it ends in order: by its menu, its last window, a signal, the system, or a fault of its own. */
export function endInOrder(shutdown: Shutdown, log: Log): void {
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
    dialog.showErrorBox(
      'Covercast has to close',
      'Something went wrong that it did not expect. Your data is safe; the log says what happened.',
    )
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
export function watchWindow(window: BrowserWindow, shutdown: Shutdown, log: Log): void {
  window.on('session-end', () => void shutdown.begin())
  window.webContents.on('render-process-gone', (_, { reason }) => {
    if (shutdown.hasBegun || reason === 'clean-exit') return
    log.error('The page stopped working.', reason)
    void askHowToGoOn(window)
  })
}

async function askHowToGoOn(window: BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: 'The page stopped working',
    detail: 'Your data is safe.',
    buttons: ['Reload', 'Quit'],
    defaultId: 0,
  })
  if (response === 0) window.webContents.reload()
  else app.quit()
}

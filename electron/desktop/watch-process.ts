import { app, dialog, powerMonitor, type BrowserWindow, type Event } from 'electron'
import type { CrashReports } from '../backend/core/crash-reports.ts'
import type { Log } from '../backend/core/log.ts'
import type { DesktopTexts } from './desktop-texts.ts'
import type { Shutdown } from './shutdown.ts'

interface WatchOptions {
  readonly shutdown: Shutdown
  readonly log: Log
  readonly texts: () => DesktopTexts
  readonly crashes: CrashReports
}

/** However the process is asked to end, it ends in order: by its menu, its last window, a signal, the system, or a fault of its own. */
export function endInOrder({ shutdown, log, texts, crashes }: WatchOptions): void {
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
  app.on('child-process-gone', (_, { type, name, reason, exitCode }) => {
    if (shutdown.hasBegun || ['clean-exit', 'killed', 'memory-eviction'].includes(reason)) return
    const what = `A process of the app stopped: ${name ?? type}, ${reason}, ${exitCode}.`
    log.warn(what)
    crashes.add({ at: Date.now(), what })
  })
  process.on('unhandledRejection', (thrown) => log.error('A promise was left to fail.', thrown))
  process.on('uncaughtException', (thrown) => {
    log.error('The app stopped.', thrown)
    crashes.add({ at: Date.now(), what: 'The app stopped.', thrown })
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
export function watchWindow(window: BrowserWindow, { shutdown, log, texts, crashes }: WatchOptions): void {
  window.on('session-end', () => void shutdown.begin())
  window.webContents.on('render-process-gone', (_, { reason, exitCode }) => {
    if (shutdown.hasBegun || reason === 'clean-exit') return
    log.error('The page stopped working.', reason)
    crashes.add({ at: Date.now(), what: `The page stopped working: ${reason}, ${exitCode}.` })
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

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, dialog, Menu, powerMonitor, protocol, session, type BrowserWindow } from 'electron'
import type { Backend } from '../backend/create-backend.ts'
import type { HostCapabilities } from '../backend/host-capabilities.ts'
import type { Log } from '../backend/log.ts'
import { assertNever } from '../../shared/contract/errors.ts'
import { APP_SCHEME, siblingScreen, type PageAction } from './app-address.ts'
import { createBackendLifecycle } from './backend-lifecycle.ts'
import { handleDownloads } from './downloads.ts'
import { hardenContents } from './harden-contents.ts'
import { hardenSession } from './harden-session.ts'
import { openKeyring } from './keyring.ts'
import { bringToFront, createMainWindow, keepPlace } from './main-window.ts'
import { menuTemplate, type MenuCommand } from './menu-template.ts'
import { openLink, openOwnPath } from './open-outside.ts'
import { pressKeyScript } from './page-keys.ts'
import { privateJsonFile } from './private-json-file.ts'
import { createProtocolHandler } from './protocol-handler.ts'
import { registerAppScheme } from './register-scheme.ts'
import { createShownPage } from './shown-page.ts'
import { createShutdown } from './shutdown.ts'
import { windowStateSchema } from './window-state.ts'

export interface DesktopOptions {
  readonly dataDir: string
  readonly version: string
  /** The built preload script. */
  readonly preload: string
  /** An https address, or a folder of the app's own; null: there is none. */
  readonly documentation: string | null
  readonly log: Log
  /** Opens the data folder and the app on it. May be called again after it failed. */
  readonly openBackend: (host: HostCapabilities) => Promise<Backend>
}

const CLOSE_LIMIT_MS = 10_000
const FLUSH_LIMIT_MS = 2000

/** The desktop host: one window on the app, until it is quit. Call while the main module loads, before Electron is ready. */
export function runDesktop(options: DesktopOptions): void {
  const { dataDir, log } = options
  const ownFolder = join(dataDir, 'desktop')
  useProfile(join(ownFolder, 'browser'))
  // The lock belongs to the profile, and so to the data folder: another folder is another app.
  if (!app.requestSingleInstanceLock()) return app.exit(0)
  registerAppScheme()
  app.enableSandbox()
  app.setAboutPanelOptions({ applicationName: 'Covercast', applicationVersion: options.version })

  const withTools = !app.isPackaged
  const stateFile = privateJsonFile(join(ownFolder, 'window.json'), windowStateSchema)
  const page = createShownPage(log)
  let window: BrowserWindow | null = null
  const isOwnWindow = (id: number | undefined): boolean => window !== null && !window.isDestroyed() && window.webContents.id === id

  const lifecycle = createBackendLifecycle({
    open: () => options.openBackend({ kind: 'desktop', secrets: openKeyring(join(ownFolder, 'secrets.json'), log) }),
    onChange: ({ kind }) => page.update(kind),
    onFailure: (thrown) => log.error('The data could not be opened.', thrown),
  })
  const shutdown = createShutdown({
    steps: [
      { name: 'putting the window away', run: putAway, limitMs: FLUSH_LIMIT_MS },
      { name: 'closing the data', run: () => lifecycle.close(), limitMs: CLOSE_LIMIT_MS },
      { name: 'writing the log', run: () => log.flush(), limitMs: FLUSH_LIMIT_MS },
    ],
    onTrouble: (message, thrown) => log.error(message, thrown),
    exit: () => app.exit(0),
  })

  function putAway(): void {
    if (window === null || window.isDestroyed()) return
    keepPlace(window, stateFile, log)
    window.hide()
  }
  function showWindow(): void {
    if (window !== null && !window.isDestroyed()) return bringToFront(window)
    window = createMainWindow({ preload: options.preload, withTools, stateFile, log })
    watchPage(window)
    // Where a system ends the session without asking the app to quit (Windows).
    window.on('session-end', () => void shutdown.begin())
    page.open(window)
  }
  function watchPage(watched: BrowserWindow): void {
    watched.webContents.on('render-process-gone', (_, { reason }) => {
      if (shutdown.hasBegun || reason === 'clean-exit') return
      log.error('The page stopped working.', reason)
      const answer = dialog.showMessageBox(watched, { type: 'error', message: 'The page stopped working', detail: 'Your data is safe.', buttons: ['Reload', 'Quit'], defaultId: 0 })
      void answer.then(({ response }) => (response === 0 ? watched.webContents.reload() : app.quit()))
    })
  }
  async function showOwn(path: string): Promise<void> {
    const reason = await openOwnPath(path)
    if (reason !== null) dialog.showErrorBox(`${path} could not be opened`, reason)
  }
  function onAction(action: PageAction): void {
    // Only the page that says so may ask for it.
    if (lifecycle.state.kind !== 'failed') return
    switch (action) {
      case 'try-again':
        return void lifecycle.begin()
      case 'open-log':
        return void showOwn(log.file)
      case 'quit':
        return app.quit()
      default:
        return assertNever(action)
    }
  }
  function onMenu(command: MenuCommand): void {
    switch (command) {
      case 'settings':
        return showScreen('settings')
      case 'sync-now':
      case 'find-command':
      case 'shortcuts':
        return void window?.webContents.executeJavaScript(pressKeyScript(command, process.platform))
      case 'open-log':
        return void showOwn(log.file)
      case 'show-data-folder':
        return void showOwn(dataDir)
      case 'documentation':
        if (options.documentation === null) return
        return void (options.documentation.startsWith('https:') ? openLink(options.documentation, log) : showOwn(options.documentation))
      default:
        return assertNever(command)
    }
  }
  function showScreen(screen: string): void {
    const address = window === null ? null : siblingScreen(window.webContents.getURL(), screen)
    // Only the hash differs, so the page stays and follows it.
    if (address !== null) void window?.loadURL(address).catch((thrown: unknown) => log.error('A screen could not be shown.', thrown))
  }

  hardenContents({ onAction, log })
  app.on('second-instance', () => void app.whenReady().then(showWindow))
  app.on('activate', showWindow)
  app.on('window-all-closed', () => {
    // On a Mac an app stays when its window is closed.
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('before-quit', (event) => {
    event.preventDefault()
    void shutdown.begin()
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
  process.on('unhandledRejection', (thrown) => log.error('A promise was left to fail.', thrown))
  process.on('uncaughtException', (thrown) => {
    log.error('The app stopped.', thrown)
    dialog.showErrorBox('Covercast has to close', 'Something went wrong that it did not expect. Your data is safe; the log says what happened.')
    void shutdown.begin()
  })

  async function start(): Promise<void> {
    await app.whenReady()
    if (shutdown.hasBegun) return
    hardenSession(session.defaultSession, { isOwnWindow, log })
    handleDownloads(session.defaultSession, { folder: () => app.getPath('downloads'), log })
    protocol.handle(APP_SCHEME, createProtocolHandler({ state: () => lifecycle.state, log, onPage: (kind) => page.served(kind) }))
    const hasDocumentation = options.documentation !== null
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ platform: process.platform, withTools, hasDocumentation, run: onMenu })))
    powerMonitor.on('shutdown', () => void shutdown.begin())
    showWindow()
    await lifecycle.begin()
  }
  void start()
}

/** Keeps Chromium's own files inside the data folder; where that cannot be made, its usual place has to do until the user has mended it. */
function useProfile(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    app.setPath('userData', folder)
    app.setPath('sessionData', folder)
  } catch {
    // The window will say that the data folder cannot be used.
  }
}

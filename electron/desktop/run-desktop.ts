import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, Menu, nativeImage, Notification, protocol, session, Tray, type BrowserWindow } from 'electron'
import { assertNever } from '../../shared/foundation/errors.ts'
import type { Backend } from '../backend/core/create-backend.ts'
import type { HostCapabilities } from '../backend/core/host-capabilities.ts'
import type { Log } from '../backend/core/log.ts'
import { APP_SCHEME, type PageAction } from './app-address.ts'
import { appSettingsFile } from '../backend/core/app-settings-file.ts'
import { crashReports } from '../backend/core/crash-reports.ts'
import { createBackendLifecycle } from './backend-lifecycle.ts'
import { desktopTexts, type DesktopTexts } from './desktop-texts.ts'
import { handleDownloads } from './downloads.ts'
import { hardenContents } from './harden-contents.ts'
import { hardenSession } from './harden-session.ts'
import { openKeyring } from './keyring.ts'
import { createDockBadge, createLiveFigure, traySignPixels } from './live-figure.ts'
import { createOpening, secondStart } from './opening.ts'
import { createOverlayBadge } from './overlay-badge.ts'
import { bringToFront, createMainWindow, keepPlace } from './main-window.ts'
import { createMenuActions } from './menu-actions.ts'
import { menuTemplate } from './menu-template.ts'
import { APP_ID, createNotifier } from './notifier.ts'
import { followCommands } from './page-commands.ts'
import { privateJsonFile } from '../backend/core/private-json-file.ts'
import { createWindowPrinter } from './print-window.ts'
import { createProtocolHandler } from './protocol-handler.ts'
import { registerAppScheme } from './register-scheme.ts'
import { createSaveFolder, saveFolderSchema } from './save-folder.ts'
import { createShownPage } from './shown-page.ts'
import { createShutdown } from './shutdown.ts'
import { endInOrder, watchWindow } from './watch-process.ts'
import { watchRun } from './watch-run.ts'
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
  const { dataDir, documentation, log, preload } = options
  const ownFolder = join(dataDir, 'desktop')
  useProfile(join(ownFolder, 'browser'))
  // The lock belongs to the profile, and so to the data folder: another folder is another app.
  if (!app.requestSingleInstanceLock(secondStart())) return app.exit(0)
  registerAppScheme()
  app.enableSandbox()
  // Pages of the app need no name of any computer; asking for one would tell somebody.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  // Else Windows shows no notification of an app that an installer put there.
  if (process.platform === 'win32') app.setAppUserModelId(APP_ID)
  app.setAboutPanelOptions({ applicationName: 'Covercast', applicationVersion: options.version })

  const withTools = !app.isPackaged
  // English until the settings are read.
  let shownTexts = desktopTexts('en', [])
  const texts = (): DesktopTexts => shownTexts
  const stateFile = privateJsonFile(join(ownFolder, 'window.json'), windowStateSchema)
  const page = createShownPage(log)
  const printer = createWindowPrinter({ preload })
  let window: BrowserWindow | null = null
  let canShow = false
  const crashes = crashReports({
    dataDir,
    version: options.version,
    logFile: log.file,
    clean: (text) => log.clean(text),
  })
  const run = watchRun({ path: join(ownFolder, 'running.json'), crashes, clock: Date.now, log })
  const openWindow = (): BrowserWindow | null => (window === null || window.isDestroyed() ? null : window)

  const notify = createNotifier({
    platform: process.platform,
    create: (options) => new Notification(options),
    onClick: showWindow,
  })
  const dockBadge = createDockBadge({
    setCount: (count) => void app.setBadgeCount(count),
    setText: (text) => app.dock?.setBadge(text),
  })
  const overlay = createOverlayBadge({
    button: openWindow,
    draw: (pixels, size) => nativeImage.createFromBitmap(pixels, { width: size, height: size, scaleFactor: 2 }),
    describe: (count) => texts().taskbar.alerts({ count }),
  })
  const showFigure = createLiveFigure({
    platform: process.platform,
    locale: () => app.getPreferredSystemLanguages()[0] ?? 'en',
    texts,
    createTray: () => openTray(texts(), { show: showWindow, quit: () => app.quit() }),
    setBadge: process.platform === 'darwin' ? dockBadge.figure : null,
  })
  const lifecycle = createBackendLifecycle({
    open: async () =>
      options.openBackend({
        kind: 'desktop',
        secrets: await openKeyring(join(ownFolder, 'secrets.json'), log),
        notify: Notification.isSupported() ? notify : null,
        badge: process.platform === 'win32' ? overlay.alerts : dockBadge.alerts,
        showFigure,
        printer,
      }),
    onChange: ({ kind }) => page.update(kind),
    onFailure: (thrown) => log.error('The data could not be opened.', thrown),
  })
  const opening = createOpening({
    ownFolder,
    dataDir,
    backend: () => (lifecycle.state.kind === 'open' ? lifecycle.state.backend : null),
    window: openWindow,
    show: showWindow,
    onRecent: showMenu,
    log,
    texts,
  })
  const menu = createMenuActions({
    window: openWindow,
    dataDir,
    documentation,
    log,
    texts,
    chooseFile: () => void opening.chooseFile(),
  })
  const shutdown = createShutdown({
    steps: [
      // First, and at once: where Windows ends the session it waits for nothing more.
      { name: 'noting the end', run: () => run.end(), limitMs: FLUSH_LIMIT_MS },
      { name: 'putting the window away', run: putAway, limitMs: FLUSH_LIMIT_MS },
      { name: 'closing the data', run: () => lifecycle.close(), limitMs: CLOSE_LIMIT_MS },
      { name: 'writing the log', run: () => log.flush(), limitMs: FLUSH_LIMIT_MS },
    ],
    onTrouble: (message, thrown) => log.error(message, thrown),
    exit: () => app.exit(0),
  })

  function putAway(): void {
    const open = openWindow()
    if (open === null) return
    keepPlace(open, stateFile, log)
    open.hide()
  }
  function showWindow(): void {
    if (!canShow || shutdown.hasBegun) return
    const open = openWindow()
    if (open !== null) return bringToFront(open)
    window = createMainWindow({ preload, withTools, stateFile, log })
    watchWindow(window, { shutdown, log, texts, crashes })
    overlay.opened()
    followCommands(window.webContents, (available) => {
      menu.offer(available)
      // A page that has commands is the app, and listens.
      opening.pageIs(available.length > 0)
    })
    page.open(window)
  }
  function showMenu(): void {
    if (!canShow) return
    const template = menuTemplate({
      texts: texts(),
      platform: process.platform,
      withTools,
      hasDocumentation: documentation !== null,
      recent: opening.recent.current(),
      run: (command) => menu.run(command),
      openRecent: (path) => opening.open({ kind: 'file', path }),
      clearRecent: () => opening.recent.clear(),
    })
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
    menu.offerAgain()
  }
  function onAction(action: PageAction): void {
    // Only the page that says so may ask for it.
    if (lifecycle.state.kind !== 'failed') return
    switch (action) {
      case 'try-again':
        return void lifecycle.begin()
      case 'open-log':
        return menu.openLog()
      case 'quit':
        return app.quit()
      default:
        return assertNever(action)
    }
  }
  async function start(): Promise<void> {
    const [{ language }] = await Promise.all([appSettingsFile(dataDir).read(), app.whenReady()])
    shownTexts = desktopTexts(language, app.getPreferredSystemLanguages())
    hardenSession(session.defaultSession, {
      isOwnWindow: (id) => openWindow()?.webContents.id === id || printer.owns(id),
      log,
    })
    const folder = createSaveFolder({
      file: privateJsonFile(join(ownFolder, 'save-folder.json'), saveFolderSchema),
      usual: () => app.getPath('downloads'),
      log,
    })
    handleDownloads(session.defaultSession, { folder, onSaved: (path) => opening.saved(path), log, texts })
    protocol.handle(
      APP_SCHEME,
      createProtocolHandler({ state: () => lifecycle.state, log, texts, onPage: (kind) => page.served(kind) }),
    )
    canShow = true
    showMenu()
    opening.offerScreens()
    showWindow()
    await lifecycle.begin()
  }

  hardenContents({ onAction, log })
  endInOrder({ shutdown, log, texts, crashes })
  app.on('activate', showWindow)
  void start()
}

/** A sign in the system's tray that leads to the window. Some desktops show its menu only. */
function openTray(
  { figure, menu }: DesktopTexts,
  { show, quit }: { readonly show: () => void; readonly quit: () => void },
): Tray {
  const { pixels, size } = traySignPixels()
  const tray = new Tray(nativeImage.createFromBitmap(pixels, { width: size, height: size, scaleFactor: 2 }))
  tray.on('click', show)
  tray.setContextMenu(
    Menu.buildFromTemplate([
      { label: figure.open, click: show },
      { label: menu.quit, click: quit },
    ]),
  )
  return tray
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

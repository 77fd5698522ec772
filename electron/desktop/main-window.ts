import { BrowserWindow, nativeTheme, screen, type WebPreferences } from 'electron'
import type { Log } from '../backend/core/log.ts'
import type { PrivateJsonFile } from '../backend/core/private-json-file.ts'
import { WINDOW_BACKGROUND } from './shell-pages.ts'
import { placeWindow, SMALLEST_WINDOW, type Area, type WindowState } from './window-state.ts'

export interface MainWindowOptions {
  readonly preload: string
  readonly withTools: boolean
  readonly stateFile: PrivateJsonFile<WindowState>
  readonly log: Log
}

/** Everything a page could be given, said in full so that no default decides. */
export function webPreferences({
  preload,
  withTools,
}: Pick<MainWindowOptions, 'preload' | 'withTools'>): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    enableBlinkFeatures: '',
    webviewTag: false,
    plugins: false,
    spellcheck: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    devTools: withTools,
  }
}

/** The app's window, empty and where it was last; it shows itself once it has something to show, and its place is kept when it closes. */
export function createMainWindow(options: MainWindowOptions): BrowserWindow {
  const { stateFile, log } = options
  const place = placeWindow(stateFile.read(), workAreas())
  const window = new BrowserWindow({
    ...place.size,
    ...(place.position ?? { center: true }),
    minWidth: SMALLEST_WINDOW.width,
    minHeight: SMALLEST_WINDOW.height,
    title: 'Covercast',
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? WINDOW_BACKGROUND.dark : WINDOW_BACKGROUND.light,
    webPreferences: webPreferences(options),
  })
  window.once('ready-to-show', () => {
    if (place.isMaximized) window.maximize()
    if (place.isFullScreen) window.setFullScreen(true)
    window.show()
  })
  window.on('close', () => keepPlace(window, stateFile, log))
  return window
}

/** Writes down where a window is. */
export function keepPlace(window: BrowserWindow, file: PrivateJsonFile<WindowState>, log: Log): void {
  if (window.isDestroyed()) return
  try {
    file.write({
      bounds: window.getNormalBounds(),
      isMaximized: window.isMaximized(),
      isFullScreen: window.isFullScreen(),
    })
  } catch (thrown) {
    log.error("The window's place could not be kept.", thrown)
  }
}

/** Shows a window to a user who started the app a second time. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

function workAreas(): readonly [Area, ...Area[]] {
  const main = screen.getPrimaryDisplay()
  return [
    main.workArea,
    ...screen
      .getAllDisplays()
      .filter(({ id }) => id !== main.id)
      .map(({ workArea }) => workArea),
  ]
}

import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import { app, isSandboxed } from './app.ts'
import type { CdpConnection } from './cdp.ts'
import { createEvent, onlyKnown, strict } from './strict.ts'
import { WebContents } from './web-contents.ts'

interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
interface WindowOptions extends Partial<Rectangle> {
  readonly center?: boolean
  readonly minWidth?: number
  readonly minHeight?: number
  readonly title?: string
  readonly show?: boolean
  readonly backgroundColor?: string
  readonly webPreferences?: Readonly<Record<string, unknown>>
}

const OPTIONS = [
  'x',
  'y',
  'width',
  'height',
  'center',
  'minWidth',
  'minHeight',
  'title',
  'show',
  'backgroundColor',
  'webPreferences',
]
/** What the double knows, and insists on: a sandboxed page without any power is all that it can stand in for. */
const PREFERENCES: Readonly<Record<string, unknown>> = {
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
}
export const DISPLAY = {
  id: 1,
  bounds: { x: 0, y: 0, width: 1920, height: 1080 },
  workArea: { x: 0, y: 0, width: 1920, height: 1040 },
} as const

let cdp: CdpConnection | null = null
const windows = new Set<BrowserWindow>()

/** Windows need a browser from now on. */
export function useBrowser(connection: CdpConnection): void {
  cdp = connection
}

/** Asks every window to close, as quitting does; false: one would not. */
export function closeAllWindows(): boolean {
  for (const window of windows) window.close()
  return windows.size === 0
}

/** A window without a place on any screen: where it would be is kept in numbers. */
export class BrowserWindow extends EventEmitter {
  readonly webContents: WebContents
  private bounds: Rectangle
  private maximized = false
  private minimized = false
  private fullScreen = false
  private visible: boolean
  private focused = false
  private destroyed = false

  constructor(options: WindowOptions = {}) {
    super()
    onlyKnown('BrowserWindow', options, OPTIONS)
    if (cdp === null) throw new Error('Cannot create BrowserWindow before app is ready')
    if (!isSandboxed()) throw new Error('The double makes windows only after app.enableSandbox().')
    const { width = 800, height = 600, webPreferences = {}, show = true } = options
    this.bounds = {
      x: options.x ?? Math.round((DISPLAY.workArea.width - width) / 2),
      y: options.y ?? Math.round((DISPLAY.workArea.height - height) / 2),
      width,
      height,
    }
    this.visible = show
    this.webContents = strict(
      'WebContents',
      new WebContents(cdp, {
        preload: checkedPreload(webPreferences),
        closeWindow: () => this.close(),
        size: { width, height },
      }),
    )
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show', createEvent({})))
    const self = strict('BrowserWindow', this)
    windows.add(self)
    app.emit('web-contents-created', createEvent({}), this.webContents)
    app.emit('browser-window-created', createEvent({}), self)
    // oxlint-disable-next-line no-constructor-return -- what is handed out must fail by name for what is not there
    return self
  }

  static getAllWindows(): readonly BrowserWindow[] {
    return [...windows]
  }
  static getFocusedWindow(): BrowserWindow | null {
    return [...windows].find((window) => window.isFocused()) ?? null
  }
  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return [...windows].find((window) => window.webContents.id === contents.id) ?? null
  }

  loadURL(address: string): Promise<void> {
    return this.webContents.loadURL(address)
  }
  getBounds(): Rectangle {
    return this.maximized || this.fullScreen ? DISPLAY.workArea : this.bounds
  }
  getNormalBounds(): Rectangle {
    return this.bounds
  }
  setBounds(bounds: Partial<Rectangle>): void {
    this.bounds = { ...this.bounds, ...bounds }
    this.emit('resize', createEvent({}))
  }
  isMaximized(): boolean {
    return this.maximized
  }
  maximize(): void {
    this.maximized = true
    this.emit('maximize', createEvent({}))
  }
  unmaximize(): void {
    this.maximized = false
    this.emit('unmaximize', createEvent({}))
  }
  isMinimized(): boolean {
    return this.minimized
  }
  minimize(): void {
    this.minimized = true
    this.focused = false
    this.emit('minimize', createEvent({}))
  }
  restore(): void {
    this.minimized = false
    this.emit('restore', createEvent({}))
  }
  isFullScreen(): boolean {
    return this.fullScreen
  }
  setFullScreen(wanted: boolean): void {
    this.fullScreen = wanted
    this.emit(wanted ? 'enter-full-screen' : 'leave-full-screen', createEvent({}))
  }
  isVisible(): boolean {
    return this.visible && !this.minimized
  }
  show(): void {
    this.visible = true
    this.focused = true
    this.emit('show', createEvent({}))
  }
  hide(): void {
    this.visible = false
    this.focused = false
    this.emit('hide', createEvent({}))
  }
  focus(): void {
    this.focused = true
    this.emit('focus', createEvent({}))
  }
  blur(): void {
    this.focused = false
    this.emit('blur', createEvent({}))
  }
  isFocused(): boolean {
    return this.focused
  }
  isDestroyed(): boolean {
    return this.destroyed
  }
  close(): void {
    if (this.destroyed) return
    const event = createEvent({})
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }
  destroy(): void {
    if (this.destroyed || cdp === null) return
    this.destroyed = true
    for (const each of windows) if (each.webContents.id === this.webContents.id) windows.delete(each)
    void this.webContents.destroy(cdp).catch(() => undefined)
    this.emit('closed', createEvent({}))
    if (windows.size === 0) app.emit('window-all-closed')
  }
}

function checkedPreload(preferences: Readonly<Record<string, unknown>>): string | null {
  onlyKnown('webPreferences', preferences, [...Object.keys(PREFERENCES), 'preload', 'devTools'])
  for (const [name, wanted] of Object.entries(PREFERENCES)) {
    if (preferences[name] !== wanted)
      throw new Error(`The Electron double stands in for ${name}: ${String(wanted)} only.`)
  }
  const { preload = null } = preferences
  if (preload === null) return null
  if (typeof preload !== 'string' || !existsSync(preload))
    throw new Error(`Unable to load preload script: ${JSON.stringify(preload)}`)
  return preload
}

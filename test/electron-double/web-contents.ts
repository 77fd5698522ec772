import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { toBrowserAddress, toAppAddress } from './addresses.ts'
import type { CdpConnection, CdpSession } from './cdp.ts'
import { followFrames, type Frames } from './frames.ts'
import { schemesServed } from './protocol.ts'
import { filterRequests } from './requests.ts'
import { isRequestAllowed } from './session.ts'
import { createEvent, onlyKnown } from './strict.ts'

interface OpenedPage {
  readonly targetId: string
  readonly session: CdpSession
  readonly frames: Frames
}

interface ContentsOptions {
  readonly preload: string | null
  readonly closeWindow: () => void
  readonly size: { readonly width: number; readonly height: number }
}

type WindowOpenHandler = (details: { readonly url: string; readonly frameName: string; readonly features: string }) => {
  readonly action: 'allow' | 'deny'
}

/** In the page: a wish for a new window becomes a question. */
const ASK = '__electronDoubleOpen'
const CATCH_NEW_WINDOWS = `(() => {
  const ask = (url, frameName, features) => globalThis.${ASK}(JSON.stringify({ url: new URL(url, document.baseURI).href, frameName, features }))
  globalThis.open = (url = 'about:blank', frameName = '', features = '') => { ask(url, String(frameName), String(features)); return null }
  addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[target]') : null
    if (link === null || ['', '_self', '_top', '_parent'].includes(link.target) || link.hasAttribute('download')) return
    event.preventDefault()
    ask(link.href, link.target, '')
  }, true)
})()`

let lastId = 0
const all = new Map<number, WebContents>()

/** A page: Electron's WebContents over the DevTools protocol. */
export class WebContents extends EventEmitter {
  readonly id = ++lastId
  private page: OpenedPage | null = null
  private readonly opened: Promise<OpenedPage>
  private closeWindow: () => void = () => undefined
  private windowOpenHandler: WindowOpenHandler | null = null
  private ownLoad = false
  private destroyed = false
  private webRtcPolicy = 'default'
  private loaded: () => void = () => undefined

  constructor(cdp: CdpConnection, { preload, closeWindow, size }: ContentsOptions) {
    super()
    all.set(this.id, this)
    this.closeWindow = closeWindow
    this.opened = this.openPage(cdp, { preload, size })
    this.opened.catch((thrown: unknown) =>
      process.stderr.write(`The double could not open a page: ${String(thrown)}\n`),
    )
  }

  private async openPage(
    cdp: CdpConnection,
    { preload, size }: Pick<ContentsOptions, 'preload' | 'size'>,
  ): Promise<OpenedPage> {
    const { targetId } = await cdp.send<{ targetId: string }>('Target.createTarget', { url: 'about:blank', ...size })
    const { sessionId } = await cdp.send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true })
    const session = cdp.session(sessionId)
    await session.send('Page.enable')
    await session.send('Runtime.enable')
    session.on<{ name: string; payload: string }>(
      'Runtime.bindingCalled',
      ({ name, payload }) => name === ASK && this.askForWindow(payload),
    )
    session.on('Inspector.targetCrashed', () =>
      this.emit('render-process-gone', createEvent({}), { reason: 'crashed', exitCode: 1 }),
    )
    // The blank page that a target begins with may still be loading when the first address is.
    const { frameTree } = await session.send<{ frameTree: { frame: { id: string; loaderId: string } } }>(
      'Page.getFrameTree',
    )
    session.on<{ name: string; frameId: string; loaderId: string }>(
      'Page.lifecycleEvent',
      ({ name, frameId, loaderId }) => {
        if (name === 'load' && frameId === frameTree.frame.id && loaderId !== frameTree.frame.loaderId) this.onLoaded()
      },
    )
    await session.send('Page.setLifecycleEventsEnabled', { enabled: true })
    await session.send('Runtime.addBinding', { name: ASK })
    await session.send('Page.addScriptToEvaluateOnNewDocument', { source: CATCH_NEW_WINDOWS })
    if (preload !== null)
      await session.send('Page.addScriptToEvaluateOnNewDocument', { source: preloadScript(preload) })
    const frames = await followFrames(session, () => this.emit('did-navigate', createEvent({}), this.getURL()))
    await filterRequests(session, {
      webContentsId: this.id,
      mainFrameId: targetId,
      frames,
      mayNavigate: (navigation) => this.mayNavigate(navigation),
      takeOwnLoad: () => {
        const own = this.ownLoad
        this.ownLoad = false
        return own
      },
      judge: isRequestAllowed,
    })
    this.page = { targetId, session, frames }
    return this.page
  }

  private onLoaded(): void {
    this.loaded()
    this.emit('did-finish-load', createEvent({}))
  }

  private mayNavigate({
    url,
    isMainFrame,
    isRedirect,
  }: {
    readonly url: string
    readonly isMainFrame: boolean
    readonly isRedirect: boolean
  }): boolean {
    const names = isRedirect ? ['will-redirect'] : ['will-frame-navigate', ...(isMainFrame ? ['will-navigate'] : [])]
    return names.every((name) => {
      const event = createEvent({ url, isMainFrame, isSameDocument: false })
      this.emit(name, event, url)
      return !event.defaultPrevented
    })
  }

  private askForWindow(payload: string): void {
    const { url, frameName, features } = JSON.parse(payload) as { url: string; frameName: string; features: string }
    const answer = this.windowOpenHandler?.({ url: toAppAddress(url), frameName, features })
    if (answer?.action !== 'deny') throw new Error('The Electron double opens no windows for pages.')
  }

  async loadURL(address: string): Promise<void> {
    const [{ session }] = await Promise.all([this.opened, schemesServed()])
    const { promise, resolve } = Promise.withResolvers<void>()
    this.loaded = resolve
    this.ownLoad = true
    const { errorText, loaderId } = await session.send<{ errorText?: string; loaderId?: string }>('Page.navigate', {
      url: toBrowserAddress(address),
    })
    if (errorText !== undefined)
      throw Object.assign(new Error(`${errorText} loading '${address}'`), {
        errno: errorText === 'net::ERR_ABORTED' ? -3 : -2,
      })
    // Only the hash differs: nothing is loaded.
    if (loaderId === undefined) this.ownLoad = false
    else await promise
  }
  reload(): void {
    this.ownLoad = true
    void this.opened.then(({ session }) => session.send('Page.reload')).catch(() => undefined)
  }
  getURL(): string {
    const url = this.page?.frames.mainUrl ?? ''
    return url === 'about:blank' ? '' : url
  }
  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    const { session } = await this.opened
    interface Evaluated {
      readonly result: { readonly value?: unknown }
      readonly exceptionDetails?: { readonly text: string }
    }
    const { result, exceptionDetails } = await session.send<Evaluated>('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
      userGesture,
    })
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.text)
    return result.value
  }
  /** The same engine and options as Electron's, under the same names. */
  async printToPDF(options: Readonly<Record<string, unknown>>): Promise<Buffer> {
    onlyKnown('printToPDF', options, [
      'preferCSSPageSize',
      'printBackground',
      'generateTaggedPDF',
      'generateDocumentOutline',
    ])
    const { session } = await this.opened
    const { data } = await session.send<{ data: string }>('Page.printToPDF', options)
    return Buffer.from(data, 'base64')
  }
  forcefullyCrashRenderer(): void {
    void this.opened.then(({ session }) => session.send('Page.crash')).catch(() => undefined)
  }
  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.windowOpenHandler = handler
  }
  /** Taken note of: only real Electron enforces it. */
  setWebRTCIPHandlingPolicy(policy: string): void {
    this.webRtcPolicy = policy
  }
  getWebRTCIPHandlingPolicy(): string {
    return this.webRtcPolicy
  }
  getDevToolsTargetId(): string {
    return this.page?.targetId ?? ''
  }
  getType(): string {
    return 'window'
  }
  isDestroyed(): boolean {
    return this.destroyed
  }
  close(_options?: object): void {
    this.closeWindow()
  }
  /** For the double itself. */
  async destroy(cdp: CdpConnection): Promise<void> {
    this.destroyed = true
    all.delete(this.id)
    this.emit('destroyed')
    const { targetId } = await this.opened
    await cdp.send('Target.closeTarget', { targetId })
  }
}

/** The module's functions. */
export const webContents = {
  getAllWebContents: (): readonly WebContents[] => [...all.values()],
  fromId: (id: number): WebContents | undefined => all.get(id),
  fromDevToolsTargetId: (targetId: string): WebContents | undefined =>
    [...all.values()].find((each) => each.getDevToolsTargetId() === targetId),
}

/** As a sandboxed preload runs: before the page's scripts, beside them, and with next to nothing to require. */
function preloadScript(file: string): string {
  return `((require, module) => {\n${readFileSync(file, 'utf8')}\n})((name) => { throw new Error('The Electron double lets a preload script require nothing, not ' + name) }, { exports: {} })`
}

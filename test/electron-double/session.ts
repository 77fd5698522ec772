import { EventEmitter } from 'node:events'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { toAppAddress } from './addresses.ts'
import type { CdpConnection } from './cdp.ts'
import { protocol } from './protocol.ts'
import type { RequestDetails } from './requests.ts'
import { createEvent, onlyKnown, strict } from './strict.ts'

type BeforeRequest = (details: RequestDetails, callback: (answer: { readonly cancel?: boolean }) => void) => void

let beforeRequest: BeforeRequest | null = null
const handlers = new Map<string, unknown>()
const keep = (name: string) => (handler: unknown) => void handlers.set(name, handler)

/** Whether the app's listener lets a request through. */
export function isRequestAllowed(details: RequestDetails): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  if (beforeRequest === null) resolve(true)
  else beforeRequest(details, ({ cancel = false }) => resolve(!cancel))
  return promise
}

const webRequest = strict('webRequest', {
  onBeforeRequest(listener: BeforeRequest) {
    if (typeof listener !== 'function') throw new Error('The double takes no filter for onBeforeRequest.')
    beforeRequest = listener
  },
})

/** The one session. Permissions are taken note of; only real Electron enforces them. */
class DoubleSession extends EventEmitter {
  readonly webRequest = webRequest
  readonly protocol = protocol
  readonly setPermissionRequestHandler = keep('permission request')
  readonly setPermissionCheckHandler = keep('permission check')
  readonly setDevicePermissionHandler = keep('device permission')
  readonly setDisplayMediaRequestHandler = keep('display media request')
  readonly setSpellCheckerEnabled = keep('spell checker')
  private proxy = ''

  /** Taken note of: the double's scheme is one of the network. */
  async setProxy(config: { readonly proxyRules: string; readonly proxyBypassRules: string }): Promise<void> {
    onlyKnown('setProxy', config, ['proxyRules', 'proxyBypassRules'])
    this.proxy = config.proxyRules
  }
  async resolveProxy(_url: string): Promise<string> {
    return this.proxy === '' ? 'DIRECT' : `PROXY ${this.proxy}`
  }
}

const defaultSession = strict('session', new DoubleSession())
export const session = strict('session module', { defaultSession })

interface SaveDialogOptions {
  readonly title?: string
  readonly defaultPath?: string
  readonly filters?: readonly object[]
}

/** A file on its way. Without a save path real Electron asks the user; the double, which has none, cancels. */
class DoubleDownloadItem extends EventEmitter {
  private readonly url: string
  private readonly fileName: string
  private savePath = ''
  private dialogOptions: SaveDialogOptions = {}

  constructor(url: string, fileName: string) {
    super()
    this.url = url
    this.fileName = fileName
  }
  getURL(): string {
    return this.url
  }
  getFilename(): string {
    return this.fileName
  }
  setSavePath(path: string): void {
    this.savePath = path
  }
  getSavePath(): string {
    return this.savePath
  }
  setSaveDialogOptions(options: SaveDialogOptions): void {
    onlyKnown('setSaveDialogOptions', options, ['title', 'defaultPath', 'filters'])
    this.dialogOptions = options
  }
  getSaveDialogOptions(): SaveDialogOptions {
    return this.dialogOptions
  }
  cancel(): void {
    this.emit('done', createEvent({}), 'cancelled')
  }
  /** Puts the file where the app wants it. One that cannot be written waits to be resumed or cancelled, as in real Electron. */
  finish(file: string): void {
    try {
      cpSync(file, this.savePath)
    } catch {
      this.emit('updated', createEvent({}), 'interrupted')
      return
    }
    this.emit('done', createEvent({}), 'completed')
  }
}

/** Tells the session of every download, and puts the file where the app wants it. */
export function followDownloads(cdp: CdpConnection, folder: string): void {
  const items = new Map<string, DoubleDownloadItem>()
  cdp.on<{ guid: string; url: string; suggestedFilename: string }>(
    'Browser.downloadWillBegin',
    ({ guid, url, suggestedFilename }) => {
      const item = new DoubleDownloadItem(toAppAddress(url), suggestedFilename)
      const event = createEvent({})
      defaultSession.emit('will-download', event, strict('DownloadItem', item), null)
      if (event.defaultPrevented || item.getSavePath() === '') {
        void cdp.send('Browser.cancelDownload', { guid }).catch(() => undefined)
        if (!event.defaultPrevented) item.emit('done', createEvent({}), 'cancelled')
        return
      }
      items.set(guid, item)
    },
  )
  cdp.on<{ guid: string; state: 'inProgress' | 'completed' | 'canceled' }>(
    'Browser.downloadProgress',
    ({ guid, state }) => {
      const item = items.get(guid)
      if (item === undefined || state === 'inProgress') return
      items.delete(guid)
      if (state === 'completed') item.finish(join(folder, guid))
      else item.emit('done', createEvent({}), 'interrupted')
    },
  )
}

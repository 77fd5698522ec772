import type { OnBeforeRequestListenerDetails, Session, WebFrameMain } from 'electron'
import type { Log } from '../backend/core/log.ts'
import { judgeFrameRequest } from './frame-guard.ts'
import { isPermissionGranted } from './permission-policy.ts'

export interface SessionHardeningOptions {
  readonly isOwnWindow: (webContentsId: number | undefined) => boolean
  readonly log: Log
}

/** A port that nobody but root could open: whatever finds a way around the other guards is sent there. The app's own scheme uses no network. */
const NOWHERE = { proxyRules: '127.0.0.1:1', proxyBypassRules: '<-loopback>' }

/** Closes everything that a browser session leaves open: the network, other origins, permissions, devices, screens, word lists from elsewhere. */
export function hardenSession(session: Session, { isOwnWindow, log }: SessionHardeningOptions): void {
  session.webRequest.onBeforeRequest((details, callback) => {
    const verdict = judgeFrameRequest({
      url: details.url,
      method: details.method,
      resourceType: details.resourceType,
      isOwnWindow: isOwnWindow(details.webContentsId),
      frames: frameChain(details),
      initiatorOrigin: details.initiatorOrigin,
    })
    if (verdict.kind === 'refuse') log.warn(`Refused ${details.method} ${shortened(details.url)}: ${verdict.reason}`)
    callback({ cancel: verdict.kind === 'refuse' })
  })
  // oxlint-disable-next-line max-params -- Electron calls it so
  session.setPermissionRequestHandler((_, permission, callback, { isMainFrame, requestingUrl }) => {
    const granted = isPermissionGranted({ permission, requester: requestingUrl, isMainFrame })
    if (!granted) log.warn(`The permission "${permission}" was denied.`)
    callback(granted)
  })
  // oxlint-disable-next-line max-params -- Electron calls it so
  session.setPermissionCheckHandler((_, permission, requestingOrigin, { isMainFrame }) =>
    isPermissionGranted({ permission, requester: requestingOrigin, isMainFrame }),
  )
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_, callback) => callback(null))
  session.setSpellCheckerEnabled(false)
  session.setProxy(NOWHERE).catch((thrown: unknown) => log.error('The network could not be closed.', thrown))
}

/** The asking frame and all around it; null: it has gone, and with it whoever could have been trusted. */
function frameChain({ frame }: OnBeforeRequestListenerDetails): readonly string[] | null {
  if (!frame) return null
  try {
    const urls: string[] = []
    for (let each: WebFrameMain | null = frame; each !== null; each = each.parent) urls.push(each.url)
    return urls
  } catch {
    return null
  }
}

/** Without what may be secret in it. */
function shortened(url: string): string {
  if (!URL.canParse(url)) return 'an address'
  const { protocol, host, pathname } = new URL(url)
  return `${protocol}//${host}${host === '' ? '' : pathname}`.slice(0, 200)
}

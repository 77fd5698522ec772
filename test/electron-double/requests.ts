import { toAppAddress } from './addresses.ts'
import type { CdpSession } from './cdp.ts'
import type { DoubleFrame, Frames } from './frames.ts'

/** What Electron tells a listener of webRequest.onBeforeRequest. */
export interface RequestDetails {
  readonly id: number
  readonly url: string
  readonly method: string
  readonly webContentsId: number
  readonly frame: DoubleFrame | null
  readonly initiatorOrigin?: string
  readonly resourceType: string
  readonly referrer: string
  readonly timestamp: number
}

interface PausedRequest {
  readonly requestId: string
  readonly frameId: string
  readonly resourceType: string
  /** Navigations have one; what a link with `download` fetches has none. */
  readonly networkId?: string
  readonly redirectedRequestId?: string
  readonly request: {
    readonly url: string
    readonly method: string
    readonly headers: Readonly<Record<string, string>>
  }
}

export interface RequestFilter {
  readonly webContentsId: number
  readonly mainFrameId: string
  readonly frames: Frames
  /** Whether the page may be led there; asked for navigations that the page itself began. */
  readonly mayNavigate: (navigation: {
    readonly url: string
    readonly isMainFrame: boolean
    readonly isRedirect: boolean
  }) => boolean
  /** Whether the shell itself began the navigation under way; true once a navigation. */
  readonly takeOwnLoad: () => boolean
  readonly judge: (details: RequestDetails) => Promise<boolean>
}

/** Chromium's names in the DevTools protocol, and in Electron. */
const TYPES: Readonly<Record<string, string>> = {
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  Media: 'media',
  XHR: 'xhr',
  Fetch: 'xhr',
  EventSource: 'xhr',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
  WebSocket: 'webSocket',
}
let lastId = 0

/** Stops every request of a page until the app's listeners have judged it. */
export async function filterRequests(session: CdpSession, filter: RequestFilter): Promise<void> {
  session.on<PausedRequest>(
    'Fetch.requestPaused',
    (paused) => void decide(session, filter, paused).catch(() => undefined),
  )
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
}

async function decide(session: CdpSession, filter: RequestFilter, paused: PausedRequest): Promise<void> {
  const { requestId, frameId, resourceType, networkId, redirectedRequestId, request } = paused
  const isDocument = resourceType === 'Document'
  const url = toAppAddress(request.url)
  // A download of the app's own leads nobody anywhere; 'will-download' judges it. A navigation that the next one overtook may lack its id
  // too, but never the header by which it asks for a document: taken for a download, it would leave its turn to what is clicked next.
  const isNavigation = networkId !== undefined || 'Upgrade-Insecure-Requests' in request.headers
  const isOwnDownload = isDocument && !isNavigation && !/^https?:/u.test(url)
  if (isOwnDownload) return void (await session.send('Fetch.continueRequest', { requestId }))
  const isMainFrame = frameId === filter.mainFrameId
  let isOwnLoad = false
  if (isDocument) {
    isOwnLoad = isMainFrame && filter.takeOwnLoad()
    const isRedirect = redirectedRequestId !== undefined
    if (!isOwnLoad && !filter.mayNavigate({ url, isMainFrame, isRedirect })) {
      // An answer without content leaves the page where it is.
      return void (await session.send('Fetch.fulfillRequest', { requestId, responseCode: 204 }))
    }
  }
  const frame = filter.frames.frame(frameId)
  const details: RequestDetails = {
    id: ++lastId,
    url,
    method: request.method,
    webContentsId: filter.webContentsId,
    frame: frame ?? null,
    ...(isOwnLoad || frame === undefined ? {} : { initiatorOrigin: originOf(frame) }),
    resourceType: isDocument ? (isMainFrame ? 'mainFrame' : 'subFrame') : (TYPES[resourceType] ?? 'other'),
    referrer: toAppAddress(request.headers['Referer'] ?? ''),
    timestamp: Date.now(),
  }
  if (await filter.judge(details)) await session.send('Fetch.continueRequest', { requestId })
  else await session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })
}

/** A frame without an address of its own has the origin of the one around it. */
function originOf({ url, parent }: DoubleFrame): string {
  if (parent !== null && (url === '' || url.startsWith('about:'))) return originOf(parent)
  if (!URL.canParse(url)) return 'null'
  const { protocol, host } = new URL(url)
  return host === '' ? 'null' : `${protocol}//${host}`
}

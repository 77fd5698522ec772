import { APP_SCHEME, isAppAddress } from './app-address.ts'

/** What the browser process itself knows of a request. No page can forge any of it, unlike headers, which any page sets as it likes. */
export interface FrameRequest {
  readonly url: string
  readonly method: string
  /** 'mainFrame' for what a window itself loads. */
  readonly resourceType: string
  /** Whether one of our windows asks. */
  readonly isOwnWindow: boolean
  /** Addresses of the asking frame and all around it, innermost first; null: the frame is gone. */
  readonly frames: readonly string[] | null
  /** Origin of who started it, where Chromium says so; undefined: the shell itself did. */
  readonly initiatorOrigin: string | undefined
}

export type FrameVerdict = { readonly kind: 'pass' } | { readonly kind: 'refuse'; readonly reason: string }

const PASS: FrameVerdict = { kind: 'pass' }
/** A file that the backend has prepared: its unguessable name, which works once, is the permission. Chromium may fetch it without the frame. */
const DOWNLOAD = /^\/download\/[0-9a-f-]{36}$/u
/** A built file, which holds nothing of the user. Chromium starts a worker of the page from one without saying which frame asked. */
const BUILT_FILE = /^\/assets\/[\w-][\w.-]*$/u
/** Chromium's own pages, in development. No page can lead a frame there. */
const OWN_TOOLS = 'devtools:'

/**
 * Who may ask for what: the app's page may ask for the app's own addresses, and nobody may ask for anything else. There are no frames
 * within the page, so a chain of more than one frame is refused, and so is a frame that is not (yet) a page of ours.
 */
export function judgeFrameRequest({
  url,
  method,
  resourceType,
  isOwnWindow,
  frames,
  initiatorOrigin,
}: FrameRequest): FrameVerdict {
  const scheme = schemeOf(url)
  if (scheme === OWN_TOOLS) return PASS
  const isPage = resourceType === 'mainFrame' || resourceType === 'subFrame'
  // What the page made itself comes from nowhere.
  if (!isPage && (scheme === 'data:' || (scheme === 'blob:' && isAppAddress(url.slice('blob:'.length))))) return PASS
  if (scheme !== `${APP_SCHEME}:`) return refuse('The app loads nothing from elsewhere.')
  if (!isAppAddress(url)) return refuse('The address is not one of the app.')
  if (initiatorOrigin !== undefined && !isAppAddress(initiatorOrigin)) return refuse('Another origin asks for it.')
  const { pathname } = new URL(url)
  if (!isPage && method === 'GET' && (DOWNLOAD.test(pathname) || (frames === null && BUILT_FILE.test(pathname))))
    return PASS
  if (!isOwnWindow) return refuse('No window of the app asks for it.')
  if (resourceType === 'mainFrame') return method === 'GET' ? PASS : refuse('A page is only read.')
  if (frames === null || frames.length === 0) return refuse('The frame that asks is gone.')
  if (frames.length > 1) return refuse('A frame within the page asks for it.')
  return frames.every(isAppAddress) ? PASS : refuse('Another page asks for it.')
}

function schemeOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).protocol : null
}

function refuse(reason: string): FrameVerdict {
  return { kind: 'refuse', reason }
}

import { isAppAddress } from './app-address.ts'

export interface PermissionRequest {
  readonly permission: string
  /** Address or origin of the page that asks. */
  readonly requester: string | undefined
  readonly isMainFrame: boolean
}

/** What "Copy" buttons need: writing plain text, after a click. Reading the clipboard is something else. */
const GRANTED: ReadonlySet<string> = new Set(['clipboard-sanitized-write'])

/** Whether a page may use a power of the browser. All are denied but writing to the clipboard, to the app's own page. */
export function isPermissionGranted({ permission, requester, isMainFrame }: PermissionRequest): boolean {
  return GRANTED.has(permission) && isMainFrame && requester !== undefined && isAppAddress(requester)
}

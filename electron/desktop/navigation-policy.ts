import { isAppPage, pageActionOf, type PageAction } from './app-address.ts'
import { checkExternalLink } from './external-link.ts'

export type NavigationVerdict =
  /** It is the app's own page. */
  | { readonly kind: 'stay' }
  /** It is a button of one of the shell's pages. */
  | { readonly kind: 'act'; readonly action: PageAction }
  | { readonly kind: 'block' }

/** Where a page may lead its window: nowhere but to the app's own page. */
export function judgeNavigation(address: string, isMainFrame: boolean): NavigationVerdict {
  if (!isMainFrame) return { kind: 'block' }
  const action = pageActionOf(address)
  if (action !== null) return { kind: 'act', action }
  return { kind: isAppPage(address) ? 'stay' : 'block' }
}

/** What becomes of a page's wish for a new window: never a window; a link to the web, or a mail, goes to the system's program for it. */
export function judgeNewWindow(
  address: string,
): { readonly kind: 'open-outside'; readonly url: URL } | { readonly kind: 'block' } {
  const url = checkExternalLink(address)
  return url === null ? { kind: 'block' } : { kind: 'open-outside', url }
}

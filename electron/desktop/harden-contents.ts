import { app, type Event, type WebContents } from 'electron'
import type { Log } from '../backend/core/log.ts'
import type { PageAction } from './app-address.ts'
import { judgeNavigation, judgeNewWindow } from './navigation-policy.ts'
import { openLink } from './open-outside.ts'

export interface ContentsHardeningOptions {
  readonly onAction: (action: PageAction) => void
  readonly log: Log
}

/** Keeps every page where it is: no navigation, no redirect, no new window, no page within a page. Call before any window is made. */
export function hardenContents(options: ContentsHardeningOptions): void {
  app.on('web-contents-created', (_, contents) => hardenOne(contents, options))
}

function hardenOne(contents: WebContents, { onAction, log }: ContentsHardeningOptions): void {
  const guard = (event: Event, address: string, isMainFrame: boolean): void => {
    const verdict = judgeNavigation(address, isMainFrame)
    if (verdict.kind === 'stay') return
    event.preventDefault()
    if (verdict.kind === 'act') onAction(verdict.action)
    else log.warn('A page was kept from leading elsewhere.')
  }
  contents.on('will-navigate', (event) => guard(event, event.url, true))
  contents.on('will-frame-navigate', (event) => {
    // The page itself is judged by 'will-navigate', which follows; once is enough.
    if (!event.isMainFrame) guard(event, event.url, false)
  })
  contents.on('will-redirect', (event) => guard(event, event.url, event.isMainFrame))
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
    log.warn('A page within the page was refused.')
  })
  // Calls between browsers obey no policy of a page: without UDP they have only the session's proxy, which leads nowhere.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.setWindowOpenHandler(({ url }) => {
    const verdict = judgeNewWindow(url)
    if (verdict.kind === 'open-outside') void openLink(verdict.url.href, log)
    else log.warn('A new window was refused.')
    return { action: 'deny' }
  })
}

import { shell } from 'electron'
import type { Log } from '../backend/core/log.ts'
import { checkExternalLink } from './external-link.ts'

// The one place that hands anything to another program; everywhere else a lint forbids it.

/** Opens a link to the web in the system's browser, or a mail in its mail program, if it is one. */
export async function openLink(address: string, log: Log): Promise<void> {
  const url = checkExternalLink(address)
  if (url === null) return log.warn('A link was not opened: it is neither a plain https address nor a mail of ours.')
  try {
    await shell.openExternal(url.href)
  } catch (thrown) {
    log.error(`${url.protocol === 'mailto:' ? 'A mail' : url.origin} could not be opened.`, thrown)
  }
}

/** Opens a file or folder of the app's own; the reason where that fails, null where it is shown. Never a path that came from a page. */
export async function openOwnPath(path: string): Promise<string | null> {
  const reason = await shell.openPath(path)
  return reason === '' ? null : reason
}

import { spawn } from 'node:child_process'
import { once } from 'node:events'

export interface BrowserEnvironment {
  readonly platform: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/** The command that opens an address in the default browser; null: there is no screen to open it on. */
export function browserCommand({ platform, env }: BrowserEnvironment, url: string): readonly [string, ...string[]] | null {
  if (platform === 'darwin') return ['open', url]
  // Not through a shell: & and % would mean something to it.
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', url]
  return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? ['xdg-open', url] : null
}

/** Opens an address in the default browser; false: that cannot be done here. The browser outlives this process. */
export async function openInBrowser(environment: BrowserEnvironment, url: string): Promise<boolean> {
  const command = browserCommand(environment, url)
  if (command === null) return false
  const [program, ...args] = command
  const browser = spawn(program, args, { detached: true, stdio: 'ignore' })
  try {
    await once(browser, 'spawn')
  } catch {
    return false
  }
  browser.unref()
  return true
}

import { spawn } from 'node:child_process'
import { once } from 'node:events'

type Environment = Readonly<Record<string, string | undefined>>

/** The command that opens an address in the default browser; null: there is no screen to open it on. */
export function browserCommand(
  url: string,
  platform: string,
  environment: Environment,
): readonly [program: string, ...args: string[]] | null {
  if (platform === 'darwin') return ['open', url]
  // Not through a shell, to which & and % would mean something.
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', url]
  return environment['DISPLAY'] || environment['WAYLAND_DISPLAY'] ? ['xdg-open', url] : null
}

/** Opens an address in the user's browser; false where there is no screen to open one on, or none that could be started. */
export async function openInBrowser(url: string, environment: Environment): Promise<boolean> {
  const command = browserCommand(url, process.platform, environment)
  if (command === null) return false
  const [program, ...args] = command
  // It outlives this process; that it may fail later nobody waits for: the address was printed anyway.
  const browser = spawn(program, args, { detached: true, stdio: 'ignore' })
  try {
    await once(browser, 'spawn')
  } catch {
    return false
  }
  browser.on('error', () => undefined)
  browser.unref()
  return true
}

import open from 'open'

/** Opens an address in the user's browser; false where there is no screen to open one on, or none that could be started. */
export async function openInBrowser(url: string, environment: Readonly<Record<string, string | undefined>>): Promise<boolean> {
  const hasScreen = process.platform !== 'linux' || Boolean(environment['DISPLAY'] ?? environment['WAYLAND_DISPLAY'])
  if (!hasScreen) return false
  try {
    const browser = await open(url)
    // It may fail later, when nobody waits any more: the address was printed anyway.
    browser.on('error', () => undefined)
    return true
  } catch {
    return false
  }
}

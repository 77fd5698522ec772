import { posix, win32 } from 'node:path'

export interface DataFolderHost {
  readonly platform: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
}

/** The folder of all workspaces where the user names none: the platform's own place for application data. */
export function defaultDataFolder(host: DataFolderHost): string {
  if (host.platform === 'win32') {
    const appData = host.env['APPDATA']
    return win32.join(appData || win32.join(host.home, 'AppData', 'Roaming'), 'Covercast')
  }
  if (host.platform === 'darwin') return posix.join(host.home, 'Library', 'Application Support', 'Covercast')
  const dataHome = host.env['XDG_DATA_HOME']
  // The XDG specification asks that a relative path be ignored.
  const base = dataHome && posix.isAbsolute(dataHome) ? dataHome : posix.join(host.home, '.local', 'share')
  return posix.join(base, 'covercast')
}

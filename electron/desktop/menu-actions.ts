import { dialog, type BrowserWindow } from 'electron'
import { assertNever } from '../../shared/contract/errors.ts'
import type { Log } from '../backend/log.ts'
import { siblingScreen } from './app-address.ts'
import type { MenuCommand } from './menu-template.ts'
import { openLink, openOwnPath } from './open-outside.ts'
import { pressKeyScript } from './page-keys.ts'

export interface MenuActionsOptions {
  /** null: none is open. */
  readonly window: () => BrowserWindow | null
  readonly dataDir: string
  /** An https address, or a folder of the app's own; null: there is none. */
  readonly documentation: string | null
  readonly log: Log
}

export interface MenuActions {
  run(command: MenuCommand): void
  openLog(): void
}

/** What the items of the menu do. */
export function createMenuActions({ window, dataDir, documentation, log }: MenuActionsOptions): MenuActions {
  async function showOwn(path: string): Promise<void> {
    const reason = await openOwnPath(path)
    if (reason !== null) dialog.showErrorBox(`${path} could not be opened`, reason)
  }
  function showScreen(screen: string): void {
    const open = window()
    const address = open === null ? null : siblingScreen(open.webContents.getURL(), screen)
    // Only the hash differs, so the page stays and follows it.
    if (address !== null) open?.loadURL(address).catch((thrown: unknown) => log.error('A screen could not be shown.', thrown))
  }
  return {
    openLog: () => void showOwn(log.file),
    run(command) {
      switch (command) {
        case 'settings':
          return showScreen('settings')
        case 'sync-now':
        case 'find-command':
        case 'shortcuts':
          window()
            ?.webContents.executeJavaScript(pressKeyScript(command, process.platform))
            .catch((thrown: unknown) => log.error('A command of the menu did not reach the page.', thrown))
          return
        case 'open-log':
          return void showOwn(log.file)
        case 'show-data-folder':
          return void showOwn(dataDir)
        case 'documentation':
          if (documentation !== null) void (documentation.startsWith('https:') ? openLink(documentation, log) : showOwn(documentation))
          return
        default:
          return assertNever(command)
      }
    },
  }
}

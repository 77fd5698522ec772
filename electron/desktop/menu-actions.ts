import { dialog, Menu, type BrowserWindow } from 'electron'
import { COMMAND_IDS, isCommandId, type CommandId } from '../../shared/contract/commands.ts'
import { assertNever } from '../../shared/foundation/errors.ts'
import type { Log } from '../backend/core/log.ts'
import type { DesktopTexts } from './desktop-texts.ts'
import type { ShellCommand } from './menu-template.ts'
import { openLink, openOwnPath } from './open-outside.ts'
import { runCommandScript } from './page-commands.ts'

export interface MenuActionsOptions {
  /** null: none is open. */
  readonly window: () => BrowserWindow | null
  readonly dataDir: string
  /** An https address, or a folder of the app's own; null: there is none. */
  readonly documentation: string | null
  readonly chooseFile: () => void
  readonly log: Log
  readonly texts: () => DesktopTexts
}

export interface MenuActions {
  run(command: ShellCommand | CommandId): void
  /** Lets the user choose what the page can do now, and nothing else of it. */
  offer(available: readonly CommandId[]): void
  /** The menu is a new one. */
  offerAgain(): void
  openLog(): void
}

/** What the items of the menu do. */
export function createMenuActions(options: MenuActionsOptions): MenuActions {
  const { window, dataDir, documentation, chooseFile, log, texts } = options
  let offered: readonly CommandId[] = []
  async function showOwn(path: string): Promise<void> {
    const reason = await openOwnPath(path)
    if (reason !== null) dialog.showErrorBox(texts().shell.notOpened({ path }), reason)
  }
  function enable(): void {
    const menu = Menu.getApplicationMenu()
    for (const id of COMMAND_IDS) {
      const item = menu?.getMenuItemById(id)
      if (item) item.enabled = offered.includes(id)
    }
  }
  function runInPage(id: CommandId): void {
    window()
      // Chosen by the user, as a click in the page would be: a command may ask for a file.
      ?.webContents.executeJavaScript(runCommandScript(id), true)
      .catch((thrown: unknown) => log.error('A command of the menu did not reach the page.', thrown))
  }
  return {
    openLog: () => void showOwn(log.file),
    offer(available) {
      offered = available
      enable()
    },
    offerAgain: enable,
    run(command) {
      if (isCommandId(command)) return runInPage(command)
      switch (command) {
        case 'open-file':
          return chooseFile()
        case 'open-log':
          return void showOwn(log.file)
        case 'show-data-folder':
          return void showOwn(dataDir)
        case 'documentation':
          if (documentation !== null)
            void (documentation.startsWith('https:') ? openLink(documentation, log) : showOwn(documentation))
          return
        default:
          return assertNever(command)
      }
    },
  }
}

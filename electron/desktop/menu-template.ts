import type { MenuItemConstructorOptions } from 'electron'

/** What the menu can ask of the shell. The ids are those of the items. */
export const MENU_COMMANDS = ['settings', 'sync-now', 'find-command', 'shortcuts', 'open-log', 'show-data-folder', 'documentation'] as const
export type MenuCommand = (typeof MENU_COMMANDS)[number]

export interface MenuOptions {
  readonly platform: NodeJS.Platform
  /** Whether the developer tools can be opened. */
  readonly withTools: boolean
  /** false: there is no place to lead to. */
  readonly hasDocumentation: boolean
  readonly run: (command: MenuCommand) => void
}

type Item = MenuItemConstructorOptions

/** A key that the page itself listens to: the menu shows it, and does not catch it. */
const PAGE_KEY = { registerAccelerator: false } as const

const SEPARATOR: Item = { type: 'separator' }

/** The whole menu, with the usual places and keys of each system. */
export function menuTemplate(options: MenuOptions): Item[] {
  const isMac = options.platform === 'darwin'
  return [...(isMac ? [appMenu(options)] : []), fileMenu(options), editMenu(isMac), viewMenu(options), windowMenu(isMac), helpMenu(options)]
}

/** The first menu of a Mac, which carries the app's name. */
function appMenu(options: MenuOptions): Item {
  return {
    role: 'appMenu',
    submenu: [
      { role: 'about' },
      SEPARATOR,
      settings(options),
      SEPARATOR,
      { role: 'services' },
      SEPARATOR,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      SEPARATOR,
      { role: 'quit' },
    ],
  }
}

function fileMenu(options: MenuOptions): Item {
  const sync: Item = { id: 'sync-now', label: 'Sync now', accelerator: 'Alt+R', ...PAGE_KEY, click: () => options.run('sync-now') }
  if (options.platform === 'darwin') return { role: 'fileMenu', submenu: [sync, SEPARATOR, { role: 'close' }] }
  return { label: '&File', submenu: [sync, SEPARATOR, settings(options), SEPARATOR, { role: 'quit', accelerator: 'Ctrl+Q' }] }
}

function editMenu(isMac: boolean): Item {
  return {
    label: isMac ? 'Edit' : '&Edit',
    submenu: [{ role: 'undo' }, { role: 'redo' }, SEPARATOR, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }],
  }
}

function viewMenu({ platform, withTools, run }: MenuOptions): Item {
  const isMac = platform === 'darwin'
  return {
    label: isMac ? 'View' : '&View',
    submenu: [
      { id: 'find-command', label: 'Find a command ...', accelerator: 'CmdOrCtrl+K', ...PAGE_KEY, click: () => run('find-command') },
      SEPARATOR,
      { role: 'reload' },
      SEPARATOR,
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      SEPARATOR,
      { role: 'togglefullscreen' },
      ...(withTools ? [SEPARATOR, { role: 'toggleDevTools' } satisfies Item] : []),
    ],
  }
}

function windowMenu(isMac: boolean): Item {
  if (isMac) return { role: 'windowMenu' }
  return { label: '&Window', submenu: [{ role: 'minimize' }, { role: 'close' }] }
}

function helpMenu({ platform, hasDocumentation, run }: MenuOptions): Item {
  const isMac = platform === 'darwin'
  const documentation: Item = { id: 'documentation', label: 'Documentation', accelerator: 'F1', click: () => run('documentation') }
  return {
    role: 'help',
    label: isMac ? 'Help' : '&Help',
    submenu: [
      ...(hasDocumentation ? [documentation] : []),
      { id: 'shortcuts', label: 'Keyboard shortcuts', click: () => run('shortcuts') },
      SEPARATOR,
      { id: 'open-log', label: 'Open log', click: () => run('open-log') },
      { id: 'show-data-folder', label: 'Show data folder', click: () => run('show-data-folder') },
      ...(isMac ? [] : [SEPARATOR, { role: 'about' } satisfies Item]),
    ],
  }
}

function settings({ run }: MenuOptions): Item {
  return { id: 'settings', label: 'Settings ...', accelerator: 'CmdOrCtrl+,', click: () => run('settings') }
}

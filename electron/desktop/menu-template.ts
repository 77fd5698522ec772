import type { MenuItemConstructorOptions } from 'electron'
import {
  COMMAND_IDS,
  commandEntry,
  type CommandId,
  type CommandMenu,
  type Shortcut,
} from '../../shared/contract/commands.ts'

/** What the menu can ask of the shell itself. The ids are those of the items. */
export const SHELL_COMMANDS = ['open-log', 'show-data-folder', 'documentation'] as const
export type ShellCommand = (typeof SHELL_COMMANDS)[number]

export interface MenuOptions {
  readonly platform: NodeJS.Platform
  /** Whether the developer tools can be opened. */
  readonly withTools: boolean
  /** false: there is no place to lead to. */
  readonly hasDocumentation: boolean
  /** What a command of the page is called. */
  readonly titleOf: (id: CommandId) => string
  readonly run: (command: ShellCommand | CommandId) => void
}

type Item = MenuItemConstructorOptions

const SEPARATOR: Item = { type: 'separator' }

/** The whole menu, with the usual places and keys of each system. */
export function menuTemplate(options: MenuOptions): Item[] {
  const isMac = options.platform === 'darwin'
  return [
    ...(isMac ? [appMenu(options)] : []),
    fileMenu(options),
    editMenu(isMac),
    viewMenu(options),
    windowMenu(isMac),
    helpMenu(options),
  ]
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
  const commands = pageItems('file', options)
  if (options.platform === 'darwin') return { role: 'fileMenu', submenu: [...commands, SEPARATOR, { role: 'close' }] }
  return {
    label: '&File',
    submenu: [...commands, SEPARATOR, settings(options), SEPARATOR, { role: 'quit', accelerator: 'Ctrl+Q' }],
  }
}

function editMenu(isMac: boolean): Item {
  return {
    label: isMac ? 'Edit' : '&Edit',
    submenu: [
      { role: 'undo' },
      { role: 'redo' },
      SEPARATOR,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
    ],
  }
}

function viewMenu(options: MenuOptions): Item {
  const isMac = options.platform === 'darwin'
  return {
    label: isMac ? 'View' : '&View',
    submenu: [
      ...pageItems('view', options),
      SEPARATOR,
      { role: 'reload' },
      SEPARATOR,
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      SEPARATOR,
      { role: 'togglefullscreen' },
      ...(options.withTools ? [SEPARATOR, { role: 'toggleDevTools' } satisfies Item] : []),
    ],
  }
}

function windowMenu(isMac: boolean): Item {
  if (isMac) return { role: 'windowMenu' }
  return { label: '&Window', submenu: [{ role: 'minimize' }, { role: 'close' }] }
}

function helpMenu(options: MenuOptions): Item {
  const { run } = options
  const isMac = options.platform === 'darwin'
  const documentation: Item = {
    id: 'documentation',
    label: 'Documentation',
    accelerator: 'F1',
    click: () => run('documentation'),
  }
  return {
    role: 'help',
    label: isMac ? 'Help' : '&Help',
    submenu: [
      ...(options.hasDocumentation ? [documentation] : []),
      ...pageItems('help', options),
      SEPARATOR,
      { id: 'open-log', label: 'Open log', click: () => run('open-log') },
      { id: 'show-data-folder', label: 'Show data folder', click: () => run('show-data-folder') },
      ...(isMac ? [] : [SEPARATOR, { role: 'about' } satisfies Item]),
    ],
  }
}

/** Settings stand where each system has them, with the key that everybody knows. */
function settings({ titleOf, run }: MenuOptions): Item {
  const id: CommandId = 'go-settings'
  return { id, label: `${titleOf(id)} ...`, accelerator: 'CmdOrCtrl+,', enabled: false, click: () => run(id) }
}

/** The page's commands of a menu, those of one section together. They can be chosen once the page says that it can do them. */
function pageItems(menu: CommandMenu, { titleOf, run }: MenuOptions): readonly Item[] {
  const ids = COMMAND_IDS.filter((id) => commandEntry(id).menu === menu)
  return ids.flatMap((id, index) => {
    const { section, shortcut } = commandEntry(id)
    const before = ids[index - 1]
    const item: Item = { id, label: titleOf(id), enabled: false, ...shownKey(shortcut), click: () => run(id) }
    return before === undefined || commandEntry(before).section === section ? [item] : [SEPARATOR, item]
  })
}

/** A key that the page itself listens to: the menu shows it, and does not catch it. Signs are on other keys from country to country. */
function shownKey(shortcut: Shortcut | undefined): Pick<Item, 'accelerator' | 'registerAccelerator'> {
  if (shortcut === undefined || !/^[a-z0-9]$/u.test(shortcut.key)) return {}
  const modifiers = [
    ...(shortcut.mod ? ['CmdOrCtrl'] : []),
    ...(shortcut.alt ? ['Alt'] : []),
    ...(shortcut.shift ? ['Shift'] : []),
  ]
  return { accelerator: [...modifiers, shortcut.key.toUpperCase()].join('+'), registerAccelerator: false }
}

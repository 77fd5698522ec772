import { basename, dirname } from 'node:path'
import type { MenuItemConstructorOptions } from 'electron'
import {
  COMMAND_IDS,
  commandEntry,
  type CommandId,
  type CommandMenu,
  type Shortcut,
} from '../../shared/contract/commands.ts'
import type { DesktopTexts } from './desktop-texts.ts'

/** What the menu can ask of the shell itself. The ids are those of the items. */
export const SHELL_COMMANDS = ['open-file', 'open-log', 'show-data-folder', 'documentation'] as const
export type ShellCommand = (typeof SHELL_COMMANDS)[number]

export interface MenuOptions {
  readonly platform: NodeJS.Platform
  /** Whether the developer tools can be opened. */
  readonly withTools: boolean
  /** false: there is no place to lead to. */
  readonly hasDocumentation: boolean
  readonly texts: DesktopTexts
  /** Paths of the files that were opened last, newest first. */
  readonly recent: readonly string[]
  readonly run: (command: ShellCommand | CommandId) => void
  readonly openRecent: (path: string) => void
  readonly clearRecent: () => void
}

type Item = MenuItemConstructorOptions

const SEPARATOR: Item = { type: 'separator' }

/** The whole menu, with the usual places and keys of each system. */
export function menuTemplate(options: MenuOptions): Item[] {
  const isMac = options.platform === 'darwin'
  return [
    ...(isMac ? [appMenu(options)] : []),
    fileMenu(options),
    editMenu(options),
    viewMenu(options),
    windowMenu(options),
    helpMenu(options),
  ]
}

/** The first menu of a Mac, which carries the app's name. */
function appMenu(options: MenuOptions): Item {
  const { menu: t } = options.texts
  return {
    role: 'appMenu',
    submenu: [
      { role: 'about', label: t.about },
      SEPARATOR,
      settings(options),
      SEPARATOR,
      { role: 'services', label: t.services },
      SEPARATOR,
      { role: 'hide', label: t.hide },
      { role: 'hideOthers', label: t.hideOthers },
      { role: 'unhide', label: t.unhide },
      SEPARATOR,
      { role: 'quit', label: t.quit },
    ],
  }
}

function fileMenu(options: MenuOptions): Item {
  const { menu: t } = options.texts
  const commands = [...openItems(options), SEPARATOR, ...pageItems('file', options)]
  if (options.platform === 'darwin') {
    const close: Item = { role: 'close', label: t.close }
    return { role: 'fileMenu', label: menuName(t.file, options), submenu: [...commands, SEPARATOR, close] }
  }
  const quit: Item = { role: 'quit', label: t.quit, accelerator: 'Ctrl+Q' }
  return {
    label: menuName(t.file, options),
    submenu: [...commands, SEPARATOR, settings(options), SEPARATOR, quit],
  }
}

function openItems({ texts, recent, run, openRecent, clearRecent }: MenuOptions): readonly Item[] {
  const { menu: t } = texts
  const files = recent.map((path): Item => ({ label: shownPath(path), click: () => openRecent(path) }))
  const clear: Item = { label: t.clearRecent, click: clearRecent }
  return [
    { id: 'open-file', label: t.open, accelerator: 'CmdOrCtrl+O', click: () => run('open-file') },
    {
      label: t.openRecent,
      enabled: files.length > 0,
      submenu: files.length > 0 ? [...files, SEPARATOR, clear] : [],
    },
  ]
}

/** Files of one name differ by their folder. “&” alone would underline the letter after it. */
function shownPath(path: string): string {
  return `${basename(path)} – ${dirname(path)}`.replaceAll('&', '&&')
}

function editMenu(options: MenuOptions): Item {
  const { menu: t } = options.texts
  return {
    label: menuName(t.edit, options),
    submenu: [
      { role: 'undo', label: t.undo },
      { role: 'redo', label: t.redo },
      SEPARATOR,
      { role: 'cut', label: t.cut },
      { role: 'copy', label: t.copy },
      { role: 'paste', label: t.paste },
      { role: 'selectAll', label: t.selectAll },
    ],
  }
}

function viewMenu(options: MenuOptions): Item {
  const { menu: t } = options.texts
  return {
    label: menuName(t.view, options),
    submenu: [
      ...pageItems('view', options),
      SEPARATOR,
      { role: 'reload', label: t.reload },
      SEPARATOR,
      { role: 'resetZoom', label: t.resetZoom },
      { role: 'zoomIn', label: t.zoomIn },
      { role: 'zoomOut', label: t.zoomOut },
      SEPARATOR,
      { role: 'togglefullscreen', label: t.fullScreen },
      ...(options.withTools ? [SEPARATOR, { role: 'toggleDevTools', label: t.tools } satisfies Item] : []),
    ],
  }
}

function windowMenu(options: MenuOptions): Item {
  const { menu: t } = options.texts
  // A Mac fills its own, by the role.
  if (options.platform === 'darwin') return { role: 'windowMenu', label: menuName(t.window, options) }
  return {
    label: menuName(t.window, options),
    submenu: [
      { role: 'minimize', label: t.minimize },
      { role: 'close', label: t.close },
    ],
  }
}

function helpMenu(options: MenuOptions): Item {
  const { run, texts } = options
  const { menu: t } = texts
  const isMac = options.platform === 'darwin'
  const documentation: Item = {
    id: 'documentation',
    label: t.documentation,
    accelerator: 'F1',
    click: () => run('documentation'),
  }
  return {
    role: 'help',
    label: menuName(t.help, options),
    submenu: [
      ...(options.hasDocumentation ? [documentation] : []),
      ...pageItems('help', options),
      SEPARATOR,
      { id: 'open-log', label: t.openLog, click: () => run('open-log') },
      { id: 'show-data-folder', label: t.showDataFolder, click: () => run('show-data-folder') },
      ...(isMac ? [] : [SEPARATOR, { role: 'about', label: t.about } satisfies Item]),
    ],
  }
}

/** A Mac opens menus by no letter. */
function menuName(text: string, { platform }: MenuOptions): string {
  return platform === 'darwin' ? text.replace('&', '') : text
}

/** Settings are where each system has them, with the key that everybody knows. */
function settings({ texts, run }: MenuOptions): Item {
  const id: CommandId = 'go-settings'
  const label = texts.menu.settings({ title: texts.commands[id].title })
  return { id, label, accelerator: 'CmdOrCtrl+,', enabled: false, click: () => run(id) }
}

/** The page's commands of a menu, those of one section together. They can be chosen once the page says that it can do them. */
function pageItems(menu: CommandMenu, { texts, run }: MenuOptions): readonly Item[] {
  const ids = COMMAND_IDS.filter((id) => commandEntry(id).menu === menu)
  return ids.flatMap((id, index) => {
    const { section, shortcut } = commandEntry(id)
    const before = ids[index - 1]
    const item: Item = {
      id,
      label: texts.commands[id].title,
      enabled: false,
      ...shownKey(shortcut),
      click: () => run(id),
    }
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

import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { menuTemplate, SHELL_COMMANDS, type MenuOptions } from '../../../electron/desktop/menu-template.ts'
import { commandsIn, runCommandScript } from '../../../electron/desktop/page-commands.ts'
import { desktopTexts } from '../../../electron/desktop/desktop-texts.ts'
import { COMMAND_IDS, commandEntry } from '../../../shared/contract/commands.ts'

type Item = MenuItemConstructorOptions
const PLATFORMS = ['darwin', 'win32', 'linux'] as const
const PAGE_COMMANDS = COMMAND_IDS.filter((id) => commandEntry(id).menu !== undefined || id === 'go-settings')

const texts = desktopTexts('en', [])
const NO_FILES = { recent: [], openRecent: () => undefined, clearRecent: () => undefined }

const below = (item: Item | undefined): readonly Item[] => (Array.isArray(item?.submenu) ? item.submenu : [])

function itemsOf(changes: Partial<MenuOptions>): readonly Item[] {
  const flat = (items: readonly Item[]): readonly Item[] => items.flatMap((item) => [item, ...flat(below(item))])
  return flat(
    menuTemplate({
      platform: 'linux',
      withTools: false,
      hasDocumentation: true,
      texts,
      ...NO_FILES,
      run: () => undefined,
      ...changes,
    }),
  )
}

describe.each(PLATFORMS)('the menu on %s', (platform) => {
  it('starts every command once, by the item of its name', () => {
    const started: string[] = []
    const items = itemsOf({ platform, run: (command) => started.push(command) }).filter((item) => item.click)
    // Electron passes what the commands do not need.
    for (const item of items) item.click?.({} as never, undefined, {} as never)
    const all = [...SHELL_COMMANDS, ...PAGE_COMMANDS].toSorted()
    expect(started.toSorted()).toEqual(all)
    expect(items.map((item) => item.id ?? '').toSorted()).toEqual(all)
  })

  it('takes names and keys from the table, and waits for the page before one can be chosen', () => {
    const items = itemsOf({ platform })
    for (const id of PAGE_COMMANDS) {
      const item = items.find((one) => one.id === id)
      expect({ id, enabled: item?.enabled }).toEqual({ id, enabled: false })
      expect(item?.label).toContain(texts.commands[id].title)
    }
    expect(items.find((item) => item.id === 'sync')).toMatchObject({ accelerator: 'Alt+R', registerAccelerator: false })
    expect(items.find((item) => item.id === 'palette')).toMatchObject({
      accelerator: 'CmdOrCtrl+K',
      registerAccelerator: false,
    })
    expect(items.find((item) => item.id === 'shortcuts')).not.toHaveProperty('accelerator')
  })

  it('has no line at an end of a menu, and no two together', () => {
    for (const menu of menuTemplate({
      platform,
      withTools: true,
      hasDocumentation: true,
      texts,
      ...NO_FILES,
      run: () => undefined,
    })) {
      const lines = below(menu).map((item) => item.type === 'separator')
      expect([lines[0] ?? false, lines.at(-1) ?? false]).toEqual([false, false])
      expect(lines.some((line, index) => line && lines[index + 1])).toBe(false)
    }
  })

  it('has what every app has: editing, zoom, full screen, reload, about, quit', () => {
    // A Mac's window menu is made by its role.
    const roles = itemsOf({ platform }).flatMap(({ role }) => (role === 'windowMenu' ? ['minimize'] : [role]))
    const usual = [
      'about',
      'undo',
      'redo',
      'cut',
      'copy',
      'paste',
      'selectAll',
      'reload',
      'resetZoom',
      'zoomIn',
      'zoomOut',
      'togglefullscreen',
      'minimize',
      'close',
      'quit',
      'help',
    ]
    expect(roles).toEqual(expect.arrayContaining(usual))
  })

  it('has no key twice, and leaves to the page the keys that are the page’s', () => {
    const items = itemsOf({ platform })
    const keys = items.flatMap((item) => (item.accelerator === undefined ? [] : [item.accelerator]))
    expect(new Set(keys).size).toBe(keys.length)
    const caught = items.filter(
      (item) =>
        item.accelerator !== undefined &&
        item.registerAccelerator !== false &&
        PAGE_COMMANDS.some((id) => id === item.id),
    )
    expect(caught.map((item) => item.id)).toEqual(['go-settings'])
  })

  it('shows the developer tools in development only', () => {
    expect(itemsOf({ platform }).some((item) => item.role === 'toggleDevTools')).toBe(false)
    expect(itemsOf({ platform, withTools: true }).some((item) => item.role === 'toggleDevTools')).toBe(true)
  })

  it('offers no documentation where there is none', () => {
    expect(itemsOf({ platform, hasDocumentation: false }).some((item) => item.id === 'documentation')).toBe(false)
  })
})

describe('a Mac', () => {
  it("has the app's own menu first, with settings and quit in it, and no quit elsewhere", () => {
    const [first, ...others] = menuTemplate({
      platform: 'darwin',
      withTools: false,
      hasDocumentation: true,
      texts,
      ...NO_FILES,
      run: () => undefined,
    })
    expect(first?.role).toBe('appMenu')
    expect(below(first).map((item) => item.id ?? item.role)).toEqual(
      expect.arrayContaining(['about', 'go-settings', 'hide', 'quit']),
    )
    expect(others.flatMap(below).map((item) => item.role)).not.toContain('quit')
  })
})

describe('what is said between the menu and the page', () => {
  it('is an id of the table and nothing else, whatever a page says', () => {
    expect(commandsIn('sync go-about')).toEqual(['sync', 'go-about'])
    expect(commandsIn('sync sync quit open-log toString __proto__ constructor  ");alert(1)')).toEqual(['sync'])
    for (const answer of [null, undefined, 7, {}, ['sync'], '']) expect(commandsIn(answer)).toEqual([])
  })

  it('reaches the page as an event of its window', () => {
    expect(runCommandScript('go-settings')).toBe(
      'void dispatchEvent(new CustomEvent("covercast:command", { detail: "go-settings" }))',
    )
  })
})

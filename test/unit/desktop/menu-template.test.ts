import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { MENU_COMMANDS, menuTemplate, type MenuCommand, type MenuOptions } from '../../../electron/desktop/menu-template.ts'
import { pressKeyScript } from '../../../electron/desktop/page-keys.ts'

type Item = MenuItemConstructorOptions
const PLATFORMS = ['darwin', 'win32', 'linux'] as const

const below = (item: Item | undefined): readonly Item[] => (Array.isArray(item?.submenu) ? item.submenu : [])

function itemsOf(changes: Partial<MenuOptions>): readonly Item[] {
  const flat = (items: readonly Item[]): readonly Item[] => items.flatMap((item) => [item, ...flat(below(item))])
  return flat(menuTemplate({ platform: 'linux', withTools: false, hasDocumentation: true, run: () => undefined, ...changes }))
}

describe.each(PLATFORMS)('the menu on %s', (platform) => {
  it('starts every command once, by the item of its name', () => {
    const started: MenuCommand[] = []
    const items = itemsOf({ platform, run: (command) => started.push(command) }).filter((item) => item.click)
    // Electron passes what the commands do not need.
    for (const item of items) item.click?.({} as never, undefined, {} as never)
    expect(started.toSorted()).toEqual([...MENU_COMMANDS].toSorted())
    expect(items.map((item) => item.id ?? '').toSorted()).toEqual([...MENU_COMMANDS].toSorted())
  })

  it('has what every app has: editing, zoom, full screen, reload, about, quit', () => {
    // A Mac's window menu is made by its role.
    const roles = itemsOf({ platform }).flatMap(({ role }) => (role === 'windowMenu' ? ['minimize'] : [role]))
    const usual = ['about', 'undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'reload', 'resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen', 'minimize', 'close', 'quit', 'help']
    expect(roles).toEqual(expect.arrayContaining(usual))
  })

  it('has no key twice, and leaves to the page the keys that are the page’s', () => {
    const items = itemsOf({ platform })
    const keys = items.flatMap((item) => (item.accelerator === undefined ? [] : [item.accelerator]))
    expect(new Set(keys).size).toBe(keys.length)
    for (const id of ['sync-now', 'find-command']) expect(items.find((item) => item.id === id)?.registerAccelerator).toBe(false)
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
    const [first, ...others] = menuTemplate({ platform: 'darwin', withTools: false, hasDocumentation: true, run: () => undefined })
    expect(first?.role).toBe('appMenu')
    expect(below(first).map((item) => item.id ?? item.role)).toEqual(expect.arrayContaining(['about', 'settings', 'hide', 'quit']))
    expect(others.flatMap(below).map((item) => item.role)).not.toContain('quit')
  })
})

describe('a key that the menu presses in the page', () => {
  it('is the one of the platform', () => {
    expect(pressKeyScript('find-command', 'darwin')).toContain('"ctrlKey":false,"metaKey":true')
    expect(pressKeyScript('find-command', 'linux')).toContain('"ctrlKey":true,"metaKey":false')
    expect(pressKeyScript('sync-now', 'linux')).toContain('"key":"r","code":"KeyR","altKey":true')
  })
})

import { onlyKnown, strict } from './strict.ts'

interface ItemOptions {
  readonly id?: string
  readonly label?: string
  readonly role?: string
  readonly type?: string
  readonly accelerator?: string
  readonly registerAccelerator?: boolean
  readonly enabled?: boolean
  readonly submenu?: readonly ItemOptions[]
  readonly click?: (...args: readonly unknown[]) => void
}

const KEYS = ['id', 'label', 'role', 'type', 'accelerator', 'registerAccelerator', 'enabled', 'submenu', 'click']
const TYPES = ['normal', 'separator', 'submenu', 'checkbox', 'radio']
const ROLES = (
  'about appMenu close copy cut editMenu fileMenu help hide hideOthers minimize paste quit redo reload resetZoom selectAll services ' +
  'toggleDevTools togglefullscreen undo unhide viewMenu windowMenu zoomIn zoomOut'
).split(' ')

class DoubleMenuItem {
  readonly id: string | undefined
  readonly label: string
  readonly role: string | undefined
  readonly type: string
  readonly accelerator: string | undefined
  readonly registerAccelerator: boolean
  readonly submenu: DoubleMenu | null
  enabled: boolean
  private readonly action: ItemOptions['click']

  constructor(options: ItemOptions) {
    onlyKnown('MenuItem', options, KEYS)
    const {
      id,
      label = '',
      role,
      type = options.submenu ? 'submenu' : 'normal',
      accelerator,
      registerAccelerator = true,
      enabled = true,
      submenu,
      click,
    } = options
    if (role !== undefined && !ROLES.includes(role))
      throw new Error(`The Electron double does not know the role ${role}.`)
    if (!TYPES.includes(type)) throw new Error(`Unknown menu item type: ${type}`)
    this.id = id
    this.label = label
    this.role = role
    this.type = type
    this.accelerator = accelerator
    this.registerAccelerator = registerAccelerator
    this.submenu = submenu === undefined ? null : Menu.buildFromTemplate(submenu)
    this.enabled = enabled
    this.action = click
  }
  click(): void {
    if (this.action === undefined)
      throw new Error(`The Electron double does not do what ${this.role ?? this.label} does.`)
    this.action(this, null, {})
  }
}

class DoubleMenu {
  readonly items: readonly DoubleMenuItem[]

  constructor(items: readonly DoubleMenuItem[]) {
    this.items = items
  }
  getMenuItemById(id: string): DoubleMenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : (item.submenu?.getMenuItemById(id) ?? null)
      if (found !== null) return found
    }
    return null
  }
}

let shown: DoubleMenu | null = null

export const Menu = strict('Menu', {
  buildFromTemplate: (template: readonly ItemOptions[]): DoubleMenu =>
    strict('Menu', new DoubleMenu(template.map((options) => strict('MenuItem', new DoubleMenuItem(options))))),
  setApplicationMenu: (menu: DoubleMenu | null): void => {
    shown = menu
  },
  getApplicationMenu: (): DoubleMenu | null => shown,
})

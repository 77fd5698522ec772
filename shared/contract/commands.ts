/** Where a command is in the palette and in the list of shortcuts. */
export type CommandSection = 'go' | 'screen' | 'workspace' | 'help'

/** The menu of the desktop's window that a command stands in. */
export type CommandMenu = 'file' | 'view' | 'help'

/** A key with its modifiers. `mod` is Command on a Mac and Control elsewhere. */
export interface Shortcut {
  readonly key: string
  readonly mod?: boolean
  readonly alt?: boolean
  readonly shift?: boolean
  /** A field to write in does something of its own with the key. */
  readonly notInFields?: boolean
}

/** Where a command is found. What it is called is a message of its id; what it does is said where it can be done. */
export interface CommandEntry {
  readonly section: CommandSection
  readonly shortcut?: Shortcut
  /** Does the same where there is no Command key: a habit from other programs. */
  readonly alsoOnControl?: Shortcut
  /** Absent: it is not in the menu. */
  readonly menu?: CommandMenu
}

const alt = (key: string): Shortcut => ({ key, alt: true })
const altShift = (key: string): Shortcut => ({ key, alt: true, shift: true })

/** The one table of commands: palette, shortcuts and the desktop's menu all take theirs from it, in this order. */
export const COMMANDS = {
  sync: {
    section: 'screen',
    shortcut: alt('r'),
    menu: 'file',
  },
  connect: { section: 'workspace', menu: 'file' },
  demo: { section: 'workspace', menu: 'file' },
  organizations: { section: 'workspace', menu: 'file' },
  manage: { section: 'workspace', menu: 'file' },
  palette: { section: 'help', shortcut: { key: 'k', mod: true }, menu: 'view' },
  'go-today': {
    section: 'go',
    shortcut: alt('0'),
    menu: 'view',
  },
  'go-coverage': { section: 'go', shortcut: alt('1'), menu: 'view' },
  'go-staffing': {
    section: 'go',
    shortcut: alt('s'),
    menu: 'view',
  },
  'go-plans': { section: 'go', shortcut: alt('p'), menu: 'view' },
  'go-compare': {
    section: 'go',
    shortcut: alt('c'),
    menu: 'view',
  },
  'go-agents': {
    section: 'go',
    shortcut: alt('a'),
    menu: 'view',
  },
  'go-forecast': {
    section: 'go',
    shortcut: alt('f'),
    menu: 'view',
  },
  'go-settings': { section: 'go', shortcut: alt('2') },
  'go-log': { section: 'go', shortcut: alt('3'), menu: 'view' },
  'go-about': { section: 'go', shortcut: alt('4') },
  'tab-heatmap': { section: 'screen', shortcut: alt('h'), menu: 'view' },
  'tab-hour': { section: 'screen', shortcut: alt('o'), menu: 'view' },
  'tab-day': { section: 'screen', shortcut: alt('w'), menu: 'view' },
  'staffing-guide': {
    section: 'screen',
  },
  'staffing-ahead': {
    section: 'screen',
  },
  'staffing-trust': {
    section: 'screen',
  },
  'as-table': { section: 'screen', shortcut: alt('t') },
  'last-7': { section: 'screen' },
  'last-14': { section: 'screen' },
  'last-30': { section: 'screen' },
  'last-90': { section: 'screen' },
  'range-yesterday': { section: 'screen' },
  'range-this-week': { section: 'screen' },
  'range-last-week': { section: 'screen' },
  'range-this-month': { section: 'screen' },
  'range-last-month': { section: 'screen' },
  'range-everything': { section: 'screen' },
  'new-plan': { section: 'screen', shortcut: { key: 'n', mod: true }, menu: 'file' },
  'import-roster': { section: 'screen', menu: 'file' },
  'forecast-next': { section: 'screen' },
  'forecast-past': { section: 'screen' },
  'mark-day': { section: 'screen' },
  'new-agent': { section: 'screen' },
  'publish-plan': { section: 'screen' },
  'hand-out': { section: 'screen', shortcut: altShift('o'), menu: 'file' },
  'save-plan-file': {
    section: 'screen',
    shortcut: altShift('f'),
    menu: 'file',
  },
  print: {
    section: 'screen',
    shortcut: { key: 'p', mod: true },
    menu: 'file',
  },
  'save-pdf': {
    section: 'screen',
    shortcut: altShift('p'),
    menu: 'file',
  },
  'save-calendar': {
    section: 'screen',
    shortcut: altShift('c'),
    menu: 'file',
  },
  'save-shifts-csv': {
    section: 'screen',
    shortcut: altShift('s'),
    menu: 'file',
  },
  'save-workbook': {
    section: 'screen',
    shortcut: altShift('x'),
    menu: 'file',
  },
  'save-roster': { section: 'screen', shortcut: altShift('r'), menu: 'file' },
  'save-people': { section: 'screen', shortcut: altShift('e'), menu: 'file' },
  'save-coverage-csv': {
    section: 'screen',
    shortcut: altShift('h'),
    menu: 'file',
  },
  'save-csv': {
    section: 'screen',
    shortcut: altShift('v'),
    menu: 'file',
  },
  'save-trend-csv': {
    section: 'screen',
    shortcut: altShift('d'),
    menu: 'file',
  },
  'save-adherence-csv': {
    section: 'screen',
    shortcut: altShift('a'),
    menu: 'file',
  },
  'save-adherence-slots-csv': {
    section: 'screen',
    shortcut: altShift('q'),
    menu: 'file',
  },
  'copy-link': { section: 'screen', menu: 'file' },
  find: { section: 'screen', shortcut: { key: 'f', mod: true } },
  'plan-saved': { section: 'screen', shortcut: { key: 's', mod: true } },
  'rename-plan': { section: 'screen', shortcut: { key: 'F2' } },
  'copy-last-week': { section: 'screen', shortcut: altShift('l') },
  'copy-week-to': { section: 'screen', shortcut: altShift('w') },
  'assign-open': { section: 'screen' },
  'week-before': { section: 'screen', shortcut: alt('b') },
  'week-after': { section: 'screen', shortcut: alt('n') },
  'suggest-changes': { section: 'screen' },
  'replay-days': { section: 'screen' },
  'plan-rules': { section: 'screen' },
  'week-table': {
    section: 'screen',
  },
  'undo-edit': { section: 'screen', shortcut: { key: 'z', mod: true, notInFields: true } },
  'redo-edit': {
    section: 'screen',
    shortcut: { key: 'z', mod: true, shift: true, notInFields: true },
    alsoOnControl: { key: 'y', mod: true, notInFields: true },
  },
  shortcuts: { section: 'help', shortcut: { key: '?' }, menu: 'help' },
  'check-updates': { section: 'help', menu: 'help' },
  'theme-light': { section: 'help' },
  'theme-dark': { section: 'help' },
  'theme-system': { section: 'help' },
} as const satisfies Readonly<Record<string, CommandEntry>>

export type CommandId = keyof typeof COMMANDS

/** Every command's id, in the order of the table. */
export const COMMAND_IDS = Object.keys(COMMANDS) as readonly CommandId[]

/** What the table has of a command. */
export function commandEntry(id: CommandId): CommandEntry {
  return COMMANDS[id]
}

/** Whether a text from elsewhere is the id of a command. */
export function isCommandId(text: unknown): text is CommandId {
  return typeof text === 'string' && Object.hasOwn(COMMANDS, text)
}

/** How the page and whoever shows it speak of commands, on the page's own document: neither needs to know the other. */
export const COMMAND_WIRE = {
  /** Attribute of the document's root: ids of what can be done now, with spaces between. */
  attribute: 'data-commands',
  /** Event of the window that asks for a command, whose id is its detail. */
  event: 'covercast:command',
} as const

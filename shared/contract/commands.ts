/** Where a command stands in the palette and in the list of shortcuts. */
export type CommandSection = 'Go to' | 'This screen' | 'Workspace' | 'Help'

/** The menu of the desktop's window that a command stands in. */
export type CommandMenu = 'file' | 'view' | 'help'

/** A key with what is held down. `mod` is Command on a Mac and Control elsewhere. */
export interface Shortcut {
  readonly key: string
  readonly mod?: boolean
  readonly alt?: boolean
  readonly shift?: boolean
  /** A field to write in does something of its own with the key. */
  readonly notInFields?: boolean
}

/** What a command is called and found by. What it does is said where it can be done. */
export interface CommandWords {
  /** As an instruction: "Sync now". */
  readonly title: string
  readonly section: CommandSection
  readonly shortcut?: Shortcut
  /** Does the same where there is no Command key: a habit from other programs. */
  readonly alsoOnControl?: Shortcut
  /** Further words to find it by. */
  readonly keywords?: string
  /** Absent: it is not in the menu. */
  readonly menu?: CommandMenu
}

const alt = (key: string): Shortcut => ({ key, alt: true })
const altShift = (key: string): Shortcut => ({ key, alt: true, shift: true })
const SPREADSHEET = 'export excel spreadsheet table'
const RANGES = 'range dates period'
const THEMES = 'theme appearance colours'

/** The one table of commands: palette, shortcuts and the desktop's menu all take theirs from it, in this order. */
export const COMMANDS = {
  sync: { title: 'Sync now', section: 'This screen', shortcut: alt('r'), keywords: 'refresh reload update', menu: 'file' },
  connect: { title: 'Connect another database', section: 'Workspace', keywords: 'postgres new add', menu: 'file' },
  demo: { title: 'Explore the demo company', section: 'Workspace', keywords: 'example try', menu: 'file' },
  manage: { title: 'Manage workspaces', section: 'Workspace', keywords: 'rename backup restore erase', menu: 'file' },
  palette: { title: 'Find a command', section: 'Help', shortcut: { key: 'k', mod: true }, menu: 'view' },
  'go-today': { title: 'Today', section: 'Go to', shortcut: alt('0'), keywords: 'now so far online here alert rest of the day', menu: 'view' },
  'go-coverage': { title: 'Coverage', section: 'Go to', shortcut: alt('1'), menu: 'view' },
  'go-staffing': { title: 'Staffing', section: 'Go to', shortcut: alt('s'), keywords: 'recommendations guide agents missing predict trust', menu: 'view' },
  'go-plans': { title: 'Plans', section: 'Go to', shortcut: alt('p'), menu: 'view' },
  'go-compare': { title: 'Compare', section: 'Go to', shortcut: alt('c'), keywords: 'predicted actual adherence why difference band', menu: 'view' },
  'go-agents': { title: 'Agents', section: 'Go to', shortcut: alt('a'), keywords: 'people staff team hours rest availability holidays', menu: 'view' },
  'go-forecast': { title: 'Forecast', section: 'Go to', shortcut: alt('f'), keywords: 'visitors expected next week holidays outages accuracy', menu: 'view' },
  'go-settings': { title: 'Settings', section: 'Go to', shortcut: alt('2') },
  'go-log': { title: 'Log', section: 'Go to', shortcut: alt('3'), menu: 'view' },
  'go-about': { title: 'About', section: 'Go to', shortcut: alt('4') },
  'tab-heatmap': { title: 'Show the heatmap', section: 'This screen', shortcut: alt('h'), menu: 'view' },
  'tab-hour': { title: 'Show by hour', section: 'This screen', shortcut: alt('o'), menu: 'view' },
  'tab-day': { title: 'Show by day of the week', section: 'This screen', shortcut: alt('w'), menu: 'view' },
  'staffing-guide': { title: 'Show what to change', section: 'This screen', keywords: 'recommendations staffing agents more' },
  'staffing-trust': { title: 'Show how well we predict', section: 'This screen', keywords: 'trust calibration bands model accuracy' },
  'as-table': { title: 'Show as a table', section: 'This screen', shortcut: alt('t') },
  'last-7': { title: 'Show the last 7 days', section: 'This screen', keywords: RANGES },
  'last-14': { title: 'Show the last 14 days', section: 'This screen', keywords: RANGES },
  'last-30': { title: 'Show the last 30 days', section: 'This screen', keywords: RANGES },
  'last-90': { title: 'Show the last 90 days', section: 'This screen', keywords: RANGES },
  'range-yesterday': { title: 'Show yesterday', section: 'This screen', keywords: RANGES },
  'range-this-week': { title: 'Show this week', section: 'This screen', keywords: RANGES },
  'range-last-week': { title: 'Show last week', section: 'This screen', keywords: RANGES },
  'range-this-month': { title: 'Show this month', section: 'This screen', keywords: RANGES },
  'range-last-month': { title: 'Show last month', section: 'This screen', keywords: RANGES },
  'range-everything': { title: 'Show everything', section: 'This screen', keywords: `${RANGES} all` },
  'new-plan': { title: 'New plan', section: 'This screen', keywords: 'schedule create add', menu: 'file' },
  'forecast-next': { title: 'Show the next weeks', section: 'This screen', keywords: 'forecast expected' },
  'forecast-past': { title: 'Show past forecasts', section: 'This screen', keywords: 'accuracy trust how good' },
  'mark-day': { title: 'Mark a day', section: 'This screen', keywords: 'holiday outage event' },
  'new-agent': { title: 'Add an agent', section: 'This screen', keywords: 'new hire colleague create' },
  'publish-plan': { title: 'Publish this plan', section: 'This screen', keywords: 'schedule freeze announce' },
  'save-plan-file': { title: 'Save this plan as a file', section: 'This screen', shortcut: altShift('f'), keywords: 'export json download', menu: 'file' },
  print: { title: 'Print', section: 'This screen', shortcut: { key: 'p', mod: true }, keywords: 'paper printer pdf', menu: 'file' },
  'save-pdf': { title: 'Save as PDF', section: 'This screen', shortcut: altShift('p'), keywords: 'export print document paper', menu: 'file' },
  'save-calendar': { title: 'Save as calendar', section: 'This screen', shortcut: altShift('c'), keywords: 'export ics ical outlook google apple', menu: 'file' },
  'save-shifts-csv': { title: 'Save shifts as CSV', section: 'This screen', shortcut: altShift('s'), keywords: SPREADSHEET, menu: 'file' },
  'save-coverage-csv': { title: 'Save predicted coverage as CSV', section: 'This screen', shortcut: altShift('h'), keywords: `${SPREADSHEET} hours`, menu: 'file' },
  'save-csv': { title: 'Save these figures as CSV', section: 'This screen', shortcut: altShift('v'), keywords: SPREADSHEET, menu: 'file' },
  'save-trend-csv': { title: 'Save the trend as CSV', section: 'This screen', shortcut: altShift('d'), keywords: `${SPREADSHEET} days dates`, menu: 'file' },
  'save-adherence-csv': { title: 'Save how agents kept to the plan as CSV', section: 'This screen', shortcut: altShift('a'), keywords: SPREADSHEET, menu: 'file' },
  'save-adherence-slots-csv': { title: 'Save how agents kept to the plan by quarter-hour as CSV', section: 'This screen', shortcut: altShift('q'), keywords: `${SPREADSHEET} slots`, menu: 'file' },
  'plan-rules': { title: 'Rules of this plan', section: 'This screen', keywords: 'limits hours rest breaks cost' },
  'week-table': { title: 'Show the week by hour as a table', section: 'This screen', keywords: 'coverage visitors agents needed strips' },
  'undo-edit': { title: 'Undo', section: 'This screen', shortcut: { key: 'z', mod: true, notInFields: true } },
  'redo-edit': { title: 'Redo', section: 'This screen', shortcut: { key: 'z', mod: true, shift: true, notInFields: true }, alsoOnControl: { key: 'y', mod: true, notInFields: true } },
  shortcuts: { title: 'Keyboard shortcuts', section: 'Help', shortcut: { key: '?' }, menu: 'help' },
  'theme-light': { title: 'Use the light theme', section: 'Help', keywords: THEMES },
  'theme-dark': { title: 'Use the dark theme', section: 'Help', keywords: THEMES },
  'theme-system': { title: 'Use the theme of the system', section: 'Help', keywords: THEMES },
} as const satisfies Readonly<Record<string, CommandWords>>

export type CommandId = keyof typeof COMMANDS

/** Every command's id, in the order of the table. */
export const COMMAND_IDS = Object.keys(COMMANDS) as readonly CommandId[]

/** What the table says of a command. */
export function wordsOf(id: CommandId): CommandWords {
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

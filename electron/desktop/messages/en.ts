import { en as shared } from '../../../shared/messages/en.ts'

/** The menu of the window. A “&” is before the letter that opens a menu by the keyboard. */
const menu = {
  file: '&File',
  edit: '&Edit',
  view: '&View',
  window: '&Window',
  help: '&Help',
  /** It opens a screen. */
  settings: '{title}…',
  open: 'Open…',
  openRecent: 'Open Recent',
  clearRecent: 'Clear Recent Files',
  documentation: 'Documentation',
  openLog: 'Open log',
  showDataFolder: 'Show data folder',
  // What every app has.
  about: 'About Covercast',
  services: 'Services',
  hide: 'Hide Covercast',
  hideOthers: 'Hide Others',
  unhide: 'Show All',
  quit: 'Quit Covercast',
  close: 'Close Window',
  minimize: 'Minimize',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select All',
  reload: 'Reload',
  resetZoom: 'Actual Size',
  zoomIn: 'Zoom In',
  zoomOut: 'Zoom Out',
  fullScreen: 'Toggle Full Screen',
  tools: 'Developer Tools',
} as const

/** Saving a file by the system’s dialog. */
const saving = {
  title: 'Save {file}',
  kinds: {
    csv: 'Comma-separated values',
    covercast: 'Covercast file',
    pdf: 'PDF document',
    ics: 'Calendar',
    json: 'JSON document',
    xlsx: 'Excel workbook',
    html: 'Web page',
    zip: 'Archive',
    png: 'Picture',
    svg: 'Drawing',
  },
  failed: 'The file could not be saved',
  failedWhy:
    '{file} could not be written to {folder}, and no part of it was kept. Check that the folder exists, that its disk has room and that you may write to it. Then save the file again.',
} as const

/** Opening files. */
const opening = {
  choose: 'Open a plan, a backup or a roster',
  kinds: { all: 'Plans, backups and rosters', own: 'Covercast files' },
  notOpened: '{file} could not be opened',
  notOpenedWhy: 'Nothing was changed. Check that the file is still there and that you may read it. Then open it again.',
} as const

/** Pages and dialogs of the window itself. */
const shell = {
  opening: 'Opening Covercast…',
  dataNotOpened: 'Covercast could not open its data',
  tryAgain: 'Try again',
  openLog: 'Open log',
  quit: 'Quit',
  notOpened: '{path} could not be opened',
  hasToClose: 'Covercast has to close',
  hasToCloseWhy: 'Something unexpected went wrong. Your data is safe. The log says what happened.',
  pageStopped: 'The page stopped working',
  dataIsSafe: 'Your data is safe.',
  reload: 'Reload',
} as const

/** The live figure in the system’s tray. */
const figure = {
  next: '{workspace}: {rate} chance that the next visitor is covered, {count, plural, one {# agent} other {# agents}} online at {time}',
  /** A line each under the one above. */
  pool: '{pool}: {rate}',
  noPool: 'No pool',
  unknown: '{workspace}: not known whether the next visitor is covered. Sync to see it.',
  open: 'Open Covercast',
} as const

/** At the window’s button in the taskbar of Windows, for screen readers. */
const taskbar = { alerts: '{count, plural, one {# alert goes on} other {# alerts go on}}' } as const

/** English: what the desktop window says outside its page. */
export const en = { ...shared, menu, saving, opening, shell, figure, taskbar } as const

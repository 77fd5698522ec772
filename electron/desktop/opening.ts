import { basename, join } from 'node:path'
import { app, dialog, Menu, type BrowserWindow } from 'electron'
import { isOwnFile, OWN_EXTENSION, ROSTER_EXTENSIONS } from '../../shared/contract/opened-files.ts'
import type { Backend } from '../backend/core/create-backend.ts'
import type { Log } from '../backend/core/log.ts'
import { privateJsonFile } from '../backend/core/private-json-file.ts'
import type { DesktopTexts } from './desktop-texts.ts'
import { MOST_OPENED, openedIn, openedLink, secondStartSchema, type Opened } from './opened.ts'
import { createOpener } from './opener.ts'
import { jumpList, quickScreens } from './quick-screens.ts'
import { createRecentFiles, recentFilesSchema, type RecentFiles } from './recent-files.ts'

export interface OpeningOptions {
  /** Of the shell, in the data folder. */
  readonly ownFolder: string
  readonly dataDir: string
  /** null: the data is not open. */
  readonly backend: () => Backend | null
  /** null: none is open. */
  readonly window: () => BrowserWindow | null
  /** Brings the window to the front, or opens one. */
  readonly show: () => void
  /** The list of recent files is another. */
  readonly onRecent: () => void
  readonly log: Log
  readonly texts: () => DesktopTexts
}

export interface Opening {
  readonly recent: RecentFiles
  /** The page can open things, or can no more. */
  pageIs(isReady: boolean): void
  open(opened: Opened): void
  /** A file was saved at this path. */
  saved(path: string): void
  /** Lets the user choose a file. */
  chooseFile(): Promise<void>
  /** Fills the menu of the dock, or the list of the task bar. Call when the app is ready. */
  offerScreens(): void
}

/** What this start was asked to open, for the instance that runs already. */
export function secondStart(): { readonly opened: readonly Opened[] } {
  return { opened: openedIn(process.argv, process.cwd()).slice(0, MOST_OPENED) }
}

/**
 * Opens what the system hands over: a double-clicked file, one that is dropped on the icon, a `covercast:` link. Call while the main module
 * loads: macOS says what to open before the app is ready.
 */
export function createOpening(options: OpeningOptions): Opening {
  const { ownFolder, dataDir, backend, window, show, onRecent, log, texts } = options
  const recent = createRecentFiles({
    file: privateJsonFile(join(ownFolder, 'recent-files.json'), recentFilesSchema),
    system: { add: (path) => app.addRecentDocument(path), clear: () => app.clearRecentDocuments() },
    onChange: onRecent,
    log,
  })
  const opener = createOpener({
    backend,
    run: async (script) => window()?.webContents.executeJavaScript(script),
    show,
    onOpened: recent.add,
    onFailure(path) {
      const { opening: t } = texts()
      dialog.showErrorBox(t.notOpened({ file: basename(path) }), t.notOpenedWhy)
    },
    log,
  })
  const openLink = (link: string): void => {
    const opened = openedLink(link)
    if (opened === null) log.warn('A link was not opened: it leads to no screen.')
    else opener.ask(opened)
  }

  // Files and links reach a Mac's app by these two, others by their command lines.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    opener.ask({ kind: 'file', path })
  })
  app.on('open-url', (event, link) => {
    event.preventDefault()
    openLink(link)
  })
  app.on('second-instance', (...[, , , data]) => {
    show()
    for (const opened of secondStartSchema.safeParse(data).data?.opened ?? []) opener.ask(opened)
  })
  for (const opened of secondStart().opened) opener.ask(opened)

  return {
    recent,
    pageIs: (isReady) => opener.pageIs(isReady),
    open: (opened) => opener.ask(opened),
    saved(path) {
      if (isOwnFile(path)) recent.add(path)
    },
    async chooseFile() {
      const { opening: t } = texts()
      const dialogOptions: Electron.OpenDialogOptions = {
        title: t.choose,
        properties: ['openFile'],
        filters: [
          { name: t.kinds.all, extensions: [...ROSTER_EXTENSIONS] },
          { name: t.kinds.own, extensions: [OWN_EXTENSION] },
        ],
      }
      const open = window()
      const { filePaths } = await (open === null
        ? dialog.showOpenDialog(dialogOptions)
        : dialog.showOpenDialog(open, dialogOptions))
      for (const path of filePaths) opener.ask({ kind: 'file', path })
    },
    offerScreens() {
      if (process.platform === 'darwin')
        app.dock?.setMenu(
          Menu.buildFromTemplate(
            quickScreens(texts()).map(({ title, link }) => ({ label: title, click: () => openLink(link) })),
          ),
        )
      // Only an installed app is started by its executable alone.
      if (process.platform === 'win32' && app.isPackaged)
        app.setJumpList(jumpList({ texts: texts(), program: process.execPath, dataDir }))
    },
  }
}

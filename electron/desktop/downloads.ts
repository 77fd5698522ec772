import { dialog, type DownloadItem, type Session } from 'electron'
import type { Log } from '../backend/log.ts'
import { isAppAddress } from './app-address.ts'
import { downloadDialog } from './download-dialog.ts'
import type { SaveFolder } from './save-folder.ts'

export interface DownloadsOptions {
  readonly folder: SaveFolder
  readonly log: Log
}

/** Lets the user choose where a file of the page is saved; files of any other origin are not saved at all. */
export function handleDownloads(session: Session, { folder, log }: DownloadsOptions): void {
  session.on('will-download', (event, item) => {
    if (!isOwnDownload(item.getURL())) {
      event.preventDefault()
      log.warn('A download from elsewhere was refused.')
      return
    }
    // Electron asks by the system's own dialog, without holding up anything else.
    item.setSaveDialogOptions(downloadDialog(item.getFilename(), folder.current()))
    item.once('done', (_, state) => {
      if (state === 'completed') folder.remember(item.getSavePath())
      reportEnd(item, state, log)
    })
  })
}

function isOwnDownload(address: string): boolean {
  return isAppAddress(address.startsWith('blob:') ? address.slice('blob:'.length) : address)
}

function reportEnd(item: DownloadItem, state: 'completed' | 'cancelled' | 'interrupted', log: Log): void {
  if (state !== 'interrupted') return
  log.warn(`${item.getFilename()} could not be saved.`)
  dialog.showErrorBox('The file could not be saved', `${item.getFilename()} is not complete. Check that there is space and that you may write there, then save it again.`)
}

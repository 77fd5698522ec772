import { dirname } from 'node:path'
import { dialog, type DownloadItem, type Session } from 'electron'
import type { Log } from '../backend/core/log.ts'
import type { DesktopTexts } from './desktop-texts.ts'
import { isAppAddress } from './app-address.ts'
import { downloadDialog } from './download-dialog.ts'
import type { SaveFolder } from './save-folder.ts'

export interface DownloadsOptions {
  readonly folder: SaveFolder
  readonly onSaved: (path: string) => void
  readonly log: Log
  readonly texts: () => DesktopTexts
}

/** Lets the user choose where a file of the page is saved; files of any other origin are not saved at all. */
export function handleDownloads(session: Session, { folder, onSaved, log, texts }: DownloadsOptions): void {
  session.on('will-download', (event, item) => {
    if (!isOwnDownload(item.getURL())) {
      event.preventDefault()
      log.warn('A download from elsewhere was refused.')
      return
    }
    // Electron asks by the system's own dialog, without holding up anything else.
    item.setSaveDialogOptions(downloadDialog(item.getFilename(), folder.current(), texts()))
    let hasBroken = false
    item.on('updated', (_, state) => {
      if (state !== 'interrupted') return
      hasBroken = true
      // It waits to be resumed, with half a file on the disk, which this removes.
      item.cancel()
    })
    item.once('done', (_, state) => {
      if (state === 'completed') {
        folder.remember(item.getSavePath())
        onSaved(item.getSavePath())
      } else if (hasBroken || state === 'interrupted') reportBrokenDownload(item, log, texts())
    })
  })
}

function isOwnDownload(address: string): boolean {
  return isAppAddress(address.startsWith('blob:') ? address.slice('blob:'.length) : address)
}

function reportBrokenDownload(item: DownloadItem, log: Log, { saving: t }: DesktopTexts): void {
  const name = item.getFilename()
  log.warn(`${name} could not be saved.`)
  dialog.showErrorBox(t.failed, t.failedWhy({ file: name, folder: dirname(item.getSavePath()) }))
}

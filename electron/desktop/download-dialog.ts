import { extname, join } from 'node:path'
import type { SaveDialogOptions } from 'electron'
import type { DesktopTexts } from './desktop-texts.ts'

/** What the system's save dialog shows for a file of this name. */
export function downloadDialog(fileName: string, folder: string, { saving: t }: DesktopTexts): SaveDialogOptions {
  const extension = extname(fileName).slice(1).toLowerCase()
  const kinds: Readonly<Record<string, string>> = t.kinds
  const name = Object.hasOwn(kinds, extension) ? kinds[extension] : undefined
  return {
    title: t.title({ file: fileName }),
    defaultPath: join(folder, fileName),
    ...(name === undefined ? {} : { filters: [{ name, extensions: [extension] }] }),
  }
}

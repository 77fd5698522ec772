import { extname, join } from 'node:path'
import type { SaveDialogOptions } from 'electron'

const KINDS: Readonly<Record<string, string>> = {
  csv: 'Comma-separated values',
  covercast: 'Covercast backup',
  pdf: 'PDF document',
  ics: 'Calendar',
  json: 'JSON document',
  xlsx: 'Excel workbook',
  html: 'Web page',
  zip: 'Archive',
  png: 'Picture',
  svg: 'Drawing',
}

/** What the system's save dialog shows for a file of this name. */
export function downloadDialog(fileName: string, folder: string): SaveDialogOptions {
  const extension = extname(fileName).slice(1).toLowerCase()
  const name = KINDS[extension]
  return {
    title: `Save ${fileName}`,
    defaultPath: join(folder, fileName),
    ...(name === undefined ? {} : { filters: [{ name, extensions: [extension] }] }),
  }
}

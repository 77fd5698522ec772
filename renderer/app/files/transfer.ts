import { currentFormat } from '../../format/format-context.tsx'
import { type CsvStyle, inCsvStyle } from '../../../shared/foundation/csv-style.ts'
import { AppError } from '../../../shared/foundation/errors.ts'

/** Saves a table as a file, the way the browser saves downloads. Spreadsheets take one for UTF-8 only where it says so. */
export function saveText(fileName: string, text: string, style: CsvStyle): void {
  saveBlob(fileName, new Blob(['\uFEFF', inCsvStyle(text, style)], { type: 'text/csv;charset=utf-8' }))
}

/** Saves a calendar as a file. */
export function saveCalendar(fileName: string, text: string): void {
  saveBlob(fileName, new Blob([text], { type: 'text/calendar;charset=utf-8' }))
}

/** Saves a page as a file. */
export function savePage(fileName: string, text: string): void {
  saveBlob(fileName, new Blob([text], { type: 'text/html;charset=utf-8' }))
}

/** Saves a JSON document as a file. */
export function saveJson(fileName: string, text: string): void {
  saveBlob(fileName, new Blob([text], { type: 'application/json' }))
}

/** Saves a file that the page made. */
export function saveBlob(fileName: string, blob: Blob): void {
  const url = URL.createObjectURL(blob)
  download(url, fileName)
  // The browser reads the address once, just after the click.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

/** Fetches a file that the backend has prepared. */
export function download(path: string, fileName: string): void {
  const link = document.createElement('a')
  link.href = path
  link.download = fileName
  document.body.append(link)
  link.click()
  link.remove()
}

/** Sends a file to the backend; the id under which it waits. `says`: what is kept and what to do where it cannot be read; else as of a backup. */
export async function uploadFile(
  file: Blob & { readonly name: string },
  says?: { readonly kept: string; readonly next: string },
): Promise<string> {
  const response = await fetch('/upload', {
    method: 'PUT',
    body: file,
    headers: { 'content-type': 'application/octet-stream' },
  })
  const answer: unknown = response.ok ? await response.json() : null
  const id = typeof answer === 'object' && answer !== null && 'uploadId' in answer ? answer.uploadId : null
  if (typeof id === 'string') return id
  const t = currentFormat().texts.errors
  throw new AppError({
    code: 'invalid-input',
    message: t.cannotReadFile({ file: file.name }),
    kept: says?.kept ?? t.noWorkspaceChanged,
    next: says?.next ?? t.chooseBackup,
  })
}

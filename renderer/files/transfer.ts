import { AppError } from '../../shared/contract/errors.ts'

/** Saves a table as a file, the way the browser saves downloads. Spreadsheets take one for UTF-8 only where it says so. */
export function saveText(fileName: string, text: string): void {
  saveBlob(fileName, new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }))
}

/** Saves a calendar as a file. */
export function saveCalendar(fileName: string, text: string): void {
  saveBlob(fileName, new Blob([text], { type: 'text/calendar;charset=utf-8' }))
}

/** Saves a JSON document as a file. */
export function saveJson(fileName: string, text: string): void {
  saveBlob(fileName, new Blob([text], { type: 'application/json' }))
}

function saveBlob(fileName: string, blob: Blob): void {
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

/** Sends a file to the backend; the id under which it waits. */
export async function uploadFile(file: File): Promise<string> {
  const response = await fetch('/upload', { method: 'PUT', body: file, headers: { 'content-type': 'application/octet-stream' } })
  const answer: unknown = response.ok ? await response.json() : null
  const id = typeof answer === 'object' && answer !== null && 'uploadId' in answer ? answer.uploadId : null
  if (typeof id === 'string') return id
  throw new AppError({ code: 'invalid-input', message: `${file.name} could not be read.`, kept: 'No workspace was changed.', next: 'Choose a file that Covercast made as a backup.' })
}

import { copyFileSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { SavedFile } from './opened-app.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const FOLDER = process.env['COVERCAST_SCREENSHOTS']

/** Keeps a saved picture where a person can look at it, if pictures are wanted. */
export function keepFile({ name, path }: SavedFile): void {
  if (FOLDER === undefined) return
  const folder = resolve(ROOT, FOLDER)
  mkdirSync(folder, { recursive: true })
  copyFileSync(path, join(folder, name.replaceAll(' ', '-')))
}

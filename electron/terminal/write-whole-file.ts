import { randomUUID } from 'node:crypto'
import { accessSync, closeSync, constants, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { AppError, type ErrorReport } from '../../shared/contract/errors.ts'

interface WriteOptions {
  readonly overwrite: boolean
}

/** Fails now where a file could not be written later, after work that takes long. Throws as `writeWholeFile`. */
export function assertWritable(file: string, { overwrite }: WriteOptions): void {
  const path = resolve(file)
  try {
    const folder = statSync(dirname(path))
    if (!folder.isDirectory()) throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' })
    accessSync(dirname(path), constants.W_OK)
    if (existsSync(path) && statSync(path).isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' })
  } catch (thrown) {
    throw new AppError(fileFailure(file, thrown), { cause: thrown })
  }
  if (!overwrite && existsSync(path)) throw existing(file)
}

/**
 * Writes a file as a whole or not at all: under another name beside it first. Returns its size in bytes. Throws 'conflict' for one that
 * is there, 'disk-full', and 'data-folder' where the folder is gone or may not be written to.
 */
export function writeWholeFile(file: string, content: string | Uint8Array, { overwrite }: WriteOptions): number {
  const path = resolve(file)
  const unfinished = join(dirname(path), `.${basename(path).slice(0, 40)}.${randomUUID()}.part`)
  try {
    const descriptor = openSync(unfinished, 'wx', 0o666)
    try {
      writeFileSync(descriptor, content)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    if (overwrite) renameSync(unfinished, path)
    else placeNew(unfinished, path)
    return typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength
  } catch (thrown) {
    if (codeOf(thrown) === 'EEXIST') throw existing(file)
    throw new AppError(fileFailure(file, thrown), { cause: thrown })
  } finally {
    removeIfThere(unfinished)
  }
}

/** What happened is already told; that nothing could be removed of what was never there says nothing more. */
function removeIfThere(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // Its folder is none.
  }
}

/** A link fails where a file has come in between; some file systems have none. */
function placeNew(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch (thrown) {
    if (codeOf(thrown) === 'EEXIST' || existsSync(to)) throw Object.assign(new Error('exists'), { code: 'EEXIST' })
    renameSync(from, to)
  }
}

function existing(file: string): AppError {
  return new AppError({ code: 'conflict', message: `${file} exists already.`, kept: 'It was not changed.', next: 'Give another file, or add --overwrite.' })
}

/** Why a file could not be written, in words. */
export function fileFailure(file: string, thrown: unknown): ErrorReport {
  const kept = 'Nothing was written, and what was there before is as it was.'
  switch (codeOf(thrown)) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return { code: 'disk-full', message: `There is no room for ${file}.`, kept, next: 'Free some space, or give a file on another disk.' }
    case 'ENOENT':
    case 'ENOTDIR':
      return { code: 'data-folder', message: `The folder of ${file} is not there.`, kept, next: 'Make the folder first, or give a file in one that is there.' }
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return { code: 'data-folder', message: `${file} may not be written by you.`, kept, next: 'Give a file in a folder that you may write to.' }
    case 'EISDIR':
      return { code: 'data-folder', message: `${file} is a folder.`, kept, next: 'Give the name of a file in it.' }
    case 'ENAMETOOLONG':
      return { code: 'data-folder', message: 'The name of the file is too long.', kept, next: 'Give a shorter one.' }
    default:
      return { code: 'data-folder', message: `${file} could not be written: ${thrown instanceof Error ? thrown.message : String(thrown)}.`, kept }
  }
}

function codeOf(thrown: unknown): string | undefined {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined
}

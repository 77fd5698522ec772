import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { AppError } from '../../shared/foundation/errors.ts'
import { fileFailure } from '../backend/core/file-failure.ts'
import { codeOf, writeWholeFile } from '../backend/core/whole-file.ts'
import type { TerminalTexts } from './format.ts'

interface WriteOptions {
  readonly overwrite: boolean
  readonly texts: TerminalTexts
}

/** Fails now where a file could not be written later, after work that takes long. Throws as `writeOutFile`. */
export function assertWritable(file: string, { overwrite, texts }: WriteOptions): void {
  const path = resolve(file)
  try {
    const folder = statSync(dirname(path))
    if (!folder.isDirectory()) throw Object.assign(new Error('ENOTDIR'), { code: 'ENOTDIR' })
    accessSync(dirname(path), constants.W_OK)
    const found = statSync(path, { throwIfNoEntry: false })
    if (found?.isDirectory()) throw Object.assign(new Error('EISDIR'), { code: 'EISDIR' })
    if (found !== undefined && !found.isFile()) throw Object.assign(new Error('ENOTFILE'), { code: 'ENOTFILE' })
  } catch (thrown) {
    throw new AppError(fileFailure(file, thrown), { cause: thrown })
  }
  if (!overwrite && existsSync(path)) throw existing(file, texts)
}

/**
 * Writes a file as a whole or not at all. Returns its size in bytes. Throws 'conflict' for one that is there, 'disk-full', and
 * 'data-folder' where the folder is gone or may not be written to.
 */
export async function writeOutFile(
  file: string,
  content: string | Uint8Array,
  { overwrite, texts }: WriteOptions,
): Promise<number> {
  try {
    return await writeWholeFile(resolve(file), content, { overwrite, mode: 0o666 })
  } catch (thrown) {
    if (codeOf(thrown) === 'EEXIST') throw existing(file, texts)
    throw new AppError(fileFailure(file, thrown), { cause: thrown })
  }
}

function existing(file: string, { files: t }: TerminalTexts): AppError {
  return new AppError({
    code: 'conflict',
    message: t.exists({ file }),
    kept: t.notChanged,
    next: t.giveAnother,
  })
}

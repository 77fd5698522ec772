import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { AppError } from '../../shared/foundation/errors.ts'
import { fileFailure } from '../backend/core/file-failure.ts'
import { codeOf, writeWholeFile } from '../backend/core/whole-file.ts'

interface WriteOptions {
  readonly overwrite: boolean
}

/** Fails now where a file could not be written later, after work that takes long. Throws as `writeOutFile`. */
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
 * Writes a file as a whole or not at all. Returns its size in bytes. Throws 'conflict' for one that is there, 'disk-full', and
 * 'data-folder' where the folder is gone or may not be written to.
 */
export async function writeOutFile(
  file: string,
  content: string | Uint8Array,
  { overwrite }: WriteOptions,
): Promise<number> {
  try {
    return await writeWholeFile(resolve(file), content, { overwrite, mode: 0o666 })
  } catch (thrown) {
    if (codeOf(thrown) === 'EEXIST') throw existing(file)
    throw new AppError(fileFailure(file, thrown), { cause: thrown })
  }
}

function existing(file: string): AppError {
  return new AppError({
    code: 'conflict',
    message: `${file} exists already.`,
    kept: 'It was not changed.',
    next: 'Give another file, or add --overwrite.',
  })
}

import type { ErrorReport } from '../../../shared/foundation/errors.ts'
import { codeOf } from './whole-file.ts'

/** Why a file could not be written, in words. */
export function fileFailure(file: string, thrown: unknown): ErrorReport {
  const kept = 'Nothing was written, and what was there before is as it was.'
  switch (codeOf(thrown)) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return {
        code: 'disk-full',
        message: `There is no room for ${file}.`,
        kept,
        next: 'Free some space, or give a file on another disk.',
      }
    case 'ENOENT':
    case 'ENOTDIR':
      return {
        code: 'data-folder',
        message: `The folder of ${file} is not there.`,
        kept,
        next: 'Make the folder first, or give a file in one that is there.',
      }
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return {
        code: 'data-folder',
        message: `${file} may not be written by you.`,
        kept,
        next: 'Give a file in a folder that you may write to.',
      }
    case 'EISDIR':
      return { code: 'data-folder', message: `${file} is a folder.`, kept, next: 'Give the name of a file in it.' }
    case 'ENOTFILE':
      return {
        code: 'data-folder',
        message: `${file} is a pipe, a device or a socket, not a file.`,
        kept,
        next: 'Give the name of a file.',
      }
    case 'ENAMETOOLONG':
      return { code: 'data-folder', message: 'The name of the file is too long.', kept, next: 'Give a shorter one.' }
    default:
      return {
        code: 'data-folder',
        message: `${file} could not be written: ${thrown instanceof Error ? thrown.message : String(thrown)}.`,
        kept,
      }
  }
}

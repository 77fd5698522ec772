import { statSync } from 'node:fs'
import { AppError } from '../../shared/foundation/errors.ts'

/** Whether an open file is still the one that its path leads to. */
export interface FilePlace {
  isSame(): boolean
  /** Throws 'not-found' where it is not: what is written to it would be lost. */
  assert(): void
}

/**
 * Watches the place of a file that is open. A process that has a file open can go on writing to it after another has removed it, and would
 * never know. Looks at the folder's entry only; the file is not opened.
 */
export function watchPlace(file: string): FilePlace {
  const opened = identityOf(file)
  const isSame = (): boolean => opened !== null && identityOf(file) === opened
  return {
    isSame,
    assert() {
      if (isSame()) return
      throw new AppError({
        code: 'not-found',
        message:
          'The files of this workspace are gone: it was erased, or its folder was moved or replaced, while it was open here.',
        kept: 'The last change was not saved.',
        next: 'If the folder was moved, put it back; a plan that is open can be saved as a file meanwhile. Else choose another workspace.',
      })
    },
  }
}

function identityOf(file: string): string | null {
  const stat = statSync(file, { bigint: true, throwIfNoEntry: false })
  return stat === undefined ? null : `${stat.dev}:${stat.ino}`
}

import { clip } from '../../../shared/foundation/clip.ts'
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { link, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

interface WholeFileOptions {
  /** false: a file that is there fails with the system's own EEXIST. */
  readonly overwrite: boolean
  readonly mode: number
}

/**
 * Writes a file as a whole or not at all: under another name beside it, flushed, and then under its name in one step. Returns its size in
 * bytes. Fails with the system's own error; `fileFailure` has the words.
 */
export async function writeWholeFile(
  path: string,
  content: string | Uint8Array,
  { overwrite, mode }: WholeFileOptions,
): Promise<number> {
  const unfinished = join(dirname(path), `.${clip(basename(path), 40)}.${randomUUID()}.part`)
  try {
    const file = await open(unfinished, 'wx', mode)
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    if (overwrite) await rename(unfinished, path)
    else await placeNew(unfinished, path)
    return typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength
  } finally {
    // What happened is already reported; a failed removal of a file that never existed adds nothing.
    await rm(unfinished, { force: true }).catch(() => undefined)
  }
}

/** A link fails where a file has come in between; some file systems have none. */
async function placeNew(from: string, to: string): Promise<void> {
  try {
    await link(from, to)
  } catch (thrown) {
    if (codeOf(thrown) === 'EEXIST' || existsSync(to)) throw Object.assign(new Error('exists'), { code: 'EEXIST' })
    await rename(from, to)
  }
}

/** The system's own name of a failure. */
export function codeOf(thrown: unknown): string | undefined {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined
}

import { clip } from '../../../shared/foundation/clip.ts'
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { link, lstat, open, readlink, rename, rm, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'

interface WholeFileOptions {
  /** false: a file that is there fails with the system's own EEXIST. */
  readonly overwrite: boolean
  readonly mode: number
}

/**
 * Writes a file as a whole or not at all: under another name beside it, flushed, and then under its name in one step. One that is replaced
 * keeps its rights and owner; through a link the file it names is replaced. Returns its size in bytes. Fails with the system's own error,
 * and with ENOTFILE for what is no plain file (a pipe, a device); `fileFailure` has the words.
 */
export async function writeWholeFile(
  named: string,
  content: string | Uint8Array,
  { overwrite, mode }: WholeFileOptions,
): Promise<number> {
  const { path, replaced } = overwrite ? await targetOf(named) : { path: named, replaced: null }
  const unfinished = join(dirname(path), `.${clip(basename(path), 40)}.${randomUUID()}.part`)
  try {
    const file = await open(unfinished, 'wx', mode)
    try {
      if (replaced !== null) await takeOver(file, replaced)
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

interface Target {
  readonly path: string
  /** Of the file that is there; null: there is none. */
  readonly replaced: { readonly mode: number; readonly uid: number; readonly gid: number } | null
}

const MOST_LINKS = 32

/** What a name leads to. */
async function targetOf(named: string): Promise<Target> {
  let path = named
  for (let links = 0; links <= MOST_LINKS; links++) {
    const found = await lstat(path).catch((thrown: unknown) => {
      if (codeOf(thrown) === 'ENOENT') return null
      throw thrown
    })
    if (found === null) return { path, replaced: null }
    // Of a folder the system says so itself.
    if (found.isFile() || found.isDirectory()) return { path, replaced: found.isFile() ? found : null }
    if (!found.isSymbolicLink()) throw Object.assign(new Error('not a plain file'), { code: 'ENOTFILE' })
    path = resolve(dirname(path), await readlink(path))
  }
  throw Object.assign(new Error('too many links'), { code: 'ELOOP' })
}

/** Gives a new file the rights of one that it replaces, and its owner where this user may. */
async function takeOver(file: FileHandle, { mode, uid, gid }: NonNullable<Target['replaced']>): Promise<void> {
  await file.chown(uid, gid).catch(() => undefined)
  await file.chmod(mode & 0o7777)
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

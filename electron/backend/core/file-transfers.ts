import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { AppError } from '../../../shared/foundation/errors.ts'
import { HOUR_MS } from '../../../shared/foundation/minutes.ts'
import { fileFailure } from './file-failure.ts'
import { writeWholeFile } from './whole-file.ts'

export interface Download {
  readonly fileName: string
  readonly bytes: number
  readonly body: ReadableStream
}

/**
 * Files on their way between the page and the use cases, which know files only: a backup waits here until it is fetched, an upload until
 * it is restored. Nothing outlives the process; ids cannot be guessed and work once.
 */
export interface FileTransfers {
  /** A new path to write a file to that will be offered under this name. */
  prepare(fileName: string): Promise<{ readonly id: string; readonly file: string }>
  /** Makes a file that is offered under this name; its id. Throws 'disk-full', and 'data-folder' where it cannot be written: nothing is left of it then. */
  offer(fileName: string, content: Uint8Array): Promise<string>
  /** Offers a copy of a file under this name; its id. Throws where the file cannot be read, or is too large. */
  lend(file: string, fileName: string): Promise<string>
  /** Opens a prepared file, once, and removes it when it was read; null: there is none of this id. */
  takeDownload(id: string): Promise<Download | null>
  /** Removes every prepared file that was not fetched: it may hold what the user has just erased. */
  dropDownloads(): Promise<void>
  /** Stores what is sent. Throws 'invalid-input' for more than the limit, 'disk-full'. */
  receive(
    body: ReadableStream<Uint8Array>,
    maxBytes: number,
  ): Promise<{ readonly uploadId: string; readonly bytes: number }>
  /** Lends an uploaded file to work and removes it after. Throws 'not-found'. */
  withUpload<T>(uploadId: string, work: (file: string) => Promise<T>): Promise<T>
  /** Removes what a process left that was killed. */
  sweep(now: number): Promise<void>
  /** Removes everything. */
  close(): Promise<void>
}

/** A folder that nothing was added to for so long belongs to no process that still runs it. */
const LEFT_BEHIND_MS = 24 * HOUR_MS
/** Backups are files of the size of a workspace. */
export const MAX_FILE_BYTES = 2 * 1024 ** 3

export function createFileTransfers(dataDir: string): FileTransfers {
  const parent = join(dataDir, 'transfers')
  const folder = join(parent, randomUUID())
  const downloads = new Map<string, { readonly file: string; readonly fileName: string }>()
  const uploads = new Map<string, string>()
  let isMade = false

  async function newFile(): Promise<{ readonly id: string; readonly file: string }> {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    isMade = true
    const id = randomUUID()
    return { id, file: join(folder, id) }
  }
  return {
    async prepare(fileName) {
      const { id, file } = await newFile()
      downloads.set(id, { file, fileName })
      return { id, file }
    },
    async offer(fileName, content) {
      try {
        const { id, file } = await newFile()
        await writeWholeFile(file, content, { overwrite: true, mode: 0o600 })
        downloads.set(id, { file, fileName })
        return id
      } catch (thrown) {
        const report = fileFailure(fileName, thrown)
        throw new AppError(
          {
            ...report,
            next:
              report.code === 'disk-full'
                ? 'Free some space on the disk of the data folder, and try again.'
                : 'See that the data folder is there and that you may write to it, and try again.',
          },
          { cause: thrown },
        )
      }
    },
    async lend(source, fileName) {
      const { id, file } = await newFile()
      try {
        await writeLimited(createReadStream(source), file, MAX_FILE_BYTES)
      } catch (thrown) {
        await rm(file, { force: true })
        throw thrown
      }
      downloads.set(id, { file, fileName })
      return id
    },
    async dropDownloads() {
      const files = [...downloads.values()].map(({ file }) => file)
      downloads.clear()
      await Promise.all(files.map((file) => rm(file, { force: true })))
    },
    async takeDownload(id) {
      const found = downloads.get(id)
      if (!found) return null
      downloads.delete(id)
      const { size } = await stat(found.file)
      const stream = createReadStream(found.file)
      stream.once('close', () => void rm(found.file, { force: true }).catch(() => undefined))
      return { fileName: found.fileName, bytes: size, body: Readable.toWeb(stream) as ReadableStream }
    },
    async receive(body, maxBytes) {
      const { id, file } = await newFile()
      try {
        const bytes = await writeLimited(body, file, maxBytes)
        uploads.set(id, file)
        return { uploadId: id, bytes }
      } catch (thrown) {
        await rm(file, { force: true })
        throw thrown
      }
    },
    async withUpload(uploadId, work) {
      const file = uploads.get(uploadId)
      if (file === undefined) {
        throw new AppError({
          code: 'not-found',
          message: 'The file that was sent is no longer there.',
          kept: 'Nothing was changed.',
          next: 'Choose the file again.',
        })
      }
      uploads.delete(uploadId)
      try {
        return await work(file)
      } finally {
        await rm(file, { force: true })
      }
    },
    async sweep(now) {
      const names = await readdir(parent).catch(() => [])
      for (const name of names) {
        const { mtimeMs } = await stat(join(parent, name))
        if (now - mtimeMs > LEFT_BEHIND_MS) await rm(join(parent, name), { recursive: true, force: true })
      }
    },
    async close() {
      if (isMade) await rm(folder, { recursive: true, force: true })
    },
  }
}

async function writeLimited(body: AsyncIterable<Uint8Array>, file: string, maxBytes: number): Promise<number> {
  const handle = await open(file, 'wx', 0o600)
  let bytes = 0
  try {
    for await (const chunk of body) {
      bytes += chunk.byteLength
      if (bytes > maxBytes)
        throw new AppError({ code: 'invalid-input', message: 'The file is too large.', kept: 'Nothing was changed.' })
      await handle.writeFile(chunk)
    }
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'ENOSPC') throw thrown
    throw new AppError(
      {
        code: 'disk-full',
        message: 'The disk is full.',
        kept: 'Nothing was changed.',
        next: 'Free some space and try again.',
      },
      { cause: thrown },
    )
  } finally {
    await handle.close()
  }
  return bytes
}

import { createHash } from 'node:crypto'
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'

/** What was learned from a workspace's history, kept from one run of the app to the next. It can always be learned again. */
export interface LearnedFiles {
  /** What was kept under a key; undefined: nothing, or nothing that is whole. */
  read(key: string): unknown
  /** Keeps plain data under a key. Where that cannot be done, nothing is kept. */
  write(key: string, value: unknown): void
}

/** So many stay, those that were used last. */
const MOST_FILES = 40
const MOST_BYTES = 64 * 1024 * 1024
const SUFFIX = '.learned'
const CHECKSUM_BYTES = 32
/** A file that is being written longer was left by a process that was killed. */
const WRITING_LIFE_MS = 60_000

/**
 * A folder of files, each named after the hash of its key and holding a checksum of key and value: what is damaged, cut short or of another
 * key is as good as not there. Two processes may use it. Its parent is never made: what was erased does not come back.
 */
export function openLearnedFiles(folder: string): LearnedFiles {
  const fileOf = (key: string): string => join(folder, `${sha256(key).toString('hex')}${SUFFIX}`)
  return {
    read(key) {
      const file = fileOf(key)
      try {
        const content = readFileSync(file)
        const value = content.subarray(CHECKSUM_BYTES)
        if (!checksum(key, value).equals(content.subarray(0, CHECKSUM_BYTES))) {
          rmSync(file, { force: true })
          return undefined
        }
        touch(file)
        return deserialize(value)
      } catch {
        return undefined
      }
    },
    write(key, value) {
      try {
        makeFolder(folder)
        const bytes = serialize(value)
        replace(fileOf(key), Buffer.concat([checksum(key, bytes), bytes]))
        prune(folder)
      } catch {
        // A full disk, or a workspace that was erased meanwhile: it is learned again when it is needed.
      }
    },
  }
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

function checksum(key: string, value: Uint8Array): Buffer {
  return createHash('sha256').update(sha256(key)).update(value).digest()
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'EEXIST') throw thrown
  }
}

/** Says that a file was used. */
function touch(file: string): void {
  try {
    const now = new Date()
    utimesSync(file, now, now)
  } catch {
    // It goes a little earlier.
  }
}

/** Puts a whole file in place. Nothing waits for the disk: a file that a power cut leaves half written fails its checksum. */
function replace(file: string, content: Uint8Array): void {
  const unfinished = `${file}.${process.pid}.part`
  try {
    const descriptor = openSync(unfinished, 'w', 0o600)
    try {
      writeFileSync(descriptor, content)
    } finally {
      closeSync(descriptor)
    }
    renameSync(unfinished, file)
  } finally {
    rmSync(unfinished, { force: true })
  }
}

/** Removes what was not used for the longest time where there is too much, and what a killed process left unfinished. */
function prune(folder: string): void {
  let files = 0
  let bytes = 0
  for (const { name, size, usedAt } of entriesOf(folder).toSorted((a, b) => b.usedAt - a.usedAt)) {
    if (name.endsWith(SUFFIX)) {
      files += 1
      bytes += size
      if (files > MOST_FILES || bytes > MOST_BYTES) rmSync(join(folder, name), { force: true })
    } else if (Date.now() - usedAt > WRITING_LIFE_MS) rmSync(join(folder, name), { force: true })
  }
}

interface Entry {
  readonly name: string
  readonly size: number
  /** Epoch milliseconds. */
  readonly usedAt: number
}

function entriesOf(folder: string): readonly Entry[] {
  return readdirSync(folder).flatMap((name): readonly Entry[] => {
    const stat = statSync(join(folder, name), { throwIfNoEntry: false })
    return stat === undefined ? [] : [{ name, size: stat.size, usedAt: stat.mtimeMs }]
  })
}

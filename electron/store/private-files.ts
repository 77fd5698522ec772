import { dirname, resolve } from 'node:path'
import { AppError } from '../../shared/foundation/errors.ts'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'

// Never open a database file with these (or any fs function) while SQLite may have it open in this process:
// closing any descriptor of a file drops every POSIX lock the process holds on it.

const WINDOWS = process.platform === 'win32'
/** What SQLite keeps beside a database file. */
const COMPANIONS = ['-wal', '-shm', '-journal'] as const

/** Makes a folder that only its owner can enter, and its parents. A folder that exists keeps its contents and becomes private. */
export function makePrivateFolder(path: string): void {
  makeFolders(resolve(path))
  restrict(path, 0o700)
}

/** The failure of a data folder that is a file. */
export function notAFolder(path: string): AppError {
  return new AppError({
    code: 'data-folder',
    message: `${path} is a file, not a folder.`,
    kept: 'It was not changed.',
    next: 'Choose another data folder.',
  })
}

/** Level by level: Node's own recursion never ends below a folder such as /proc, which answers that its parent is missing. */
function makeFolders(path: string): void {
  if (existsSync(path)) {
    if (statSync(path).isDirectory()) return
    throw notAFolder(path)
  }
  makeFolders(dirname(path))
  try {
    mkdirSync(path, { mode: 0o700 })
  } catch (thrown) {
    // Somebody else was faster.
    if (!existsSync(path)) throw thrown
  }
}

/** Makes an empty file that only its owner can read. Throws EEXIST where there is one. */
export function createPrivateFile(path: string): void {
  closeSync(openSync(path, 'wx', 0o600))
}

/** Writes a small file that only its owner can read; a crash leaves the old one or the new one, never half of one. */
export function writePrivateFile(path: string, text: string): void {
  if (!existsSync(dirname(path))) makePrivateFolder(dirname(path))
  const unfinished = `${path}.${process.pid}.part`
  try {
    const descriptor = openSync(unfinished, 'w', 0o600)
    try {
      writeFileSync(descriptor, text)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    renameSync(unfinished, path)
    flushFolder(dirname(path))
  } finally {
    rmSync(unfinished, { force: true })
  }
}

/** Takes others' access from a database file and what SQLite keeps beside it. */
export function makeDatabasePrivate(file: string): void {
  for (const path of [file, ...COMPANIONS.map((suffix) => file + suffix)]) {
    if (existsSync(path)) restrict(path, 0o600)
  }
}

/** Moves a closed database with what SQLite kept beside it, so that no stale log meets a new file. */
export function moveDatabase(from: string, to: string): void {
  if (existsSync(from)) renameSync(from, to)
  for (const suffix of COMPANIONS) {
    if (existsSync(from + suffix)) renameSync(from + suffix, to + suffix)
  }
}

/** Forces a file's contents to the disk. The file must not be open as a database. */
export function flushFile(path: string): void {
  const descriptor = openSync(path, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Forces a folder's entries (a rename) to the disk. Windows has no such call and needs none. */
export function flushFolder(path: string): void {
  if (WINDOWS) return
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

function restrict(path: string, mode: number): void {
  if (WINDOWS || (statSync(path).mode & 0o777) === mode) return
  chmodSync(path, mode)
}

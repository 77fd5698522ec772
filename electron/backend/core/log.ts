import { appendFile, chmod, mkdir, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { redact } from './redact.ts'

/** What happened, for whoever looks for a fault: never a password, whatever was passed in. */
export interface Log {
  readonly file: string
  info(message: string): void
  warn(message: string): void
  /** With the stack, where there is one. */
  error(message: string, thrown: unknown): void
  /** From now on this text is left out wherever it turns up. */
  hide(secret: string): void
  /** A text without what is hidden. */
  clean(text: string): string
  /** The newest lines, oldest first. */
  tail(lines: number): Promise<readonly string[]>
  /** Settles when everything so far is in the file. */
  flush(): Promise<void>
}

export interface LogOptions {
  readonly folder: string
  readonly clock: () => number
  /** When the file grows beyond this it becomes the previous one; the one before that goes. */
  readonly maxBytes?: number
}

const DEFAULT_MAX_BYTES = 1024 * 1024
/** A line this long is a mistake somewhere else. */
const MAX_ENTRY = 16 * 1024
/** Hosts may fail the same way thousands of times a second; what is waiting then is dropped and counted. */
const MAX_WAITING = 1000

/** Opens covercast.log in a folder, 0600. Writing never fails the caller: a log that cannot be written is done without. */
export function openLog({ folder, clock, maxBytes = DEFAULT_MAX_BYTES }: LogOptions): Log {
  const file = join(folder, 'covercast.log')
  const previous = join(folder, 'covercast.previous.log')
  const secrets = new Set<string>()
  let waiting: string[] = []
  let dropped = 0
  let writing: Promise<void> | null = null

  async function writeWaiting(): Promise<void> {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    while (waiting.length > 0) {
      const lines = waiting
      waiting = []
      if (dropped > 0) lines.push(entry('warn', `${dropped} lines were left out.`))
      dropped = 0
      if ((await sizeOf(file)) > maxBytes) await rename(file, previous)
      await appendFile(file, lines.join(''), { mode: 0o600 })
      await chmod(file, 0o600)
    }
  }

  function entry(level: string, message: string): string {
    return `${new Date(clock()).toISOString()} ${level.padEnd(5)} ${redact(message, secrets).slice(0, MAX_ENTRY).replaceAll('\n', '\n    ')}\n`
  }

  function add(level: string, message: string): void {
    if (waiting.length >= MAX_WAITING) {
      dropped += 1
      return
    }
    waiting.push(entry(level, message))
    writing ??= writeWaiting()
      .catch(() => {
        waiting = []
      })
      .finally(() => {
        writing = null
      })
  }

  async function flush(): Promise<void> {
    while (writing !== null) await writing
  }

  return {
    file,
    info: (message) => add('info', message),
    warn: (message) => add('warn', message),
    error: (message, thrown) => add('error', `${message}\n${describe(thrown)}`),
    hide: (secret) => void secrets.add(secret),
    clean: (text) => redact(text, secrets),
    async tail(lines) {
      await flush()
      const newest = await linesOf(file)
      if (newest.length >= lines) return newest.slice(-lines)
      return [...(await linesOf(previous)), ...newest].slice(-lines)
    },
    flush,
  }
}

function describe(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown)
  const own = thrown.stack ?? `${thrown.name}: ${thrown.message}`
  return thrown.cause === undefined || thrown.cause === thrown ? own : `${own}\nCaused by: ${describe(thrown.cause)}`
}

async function linesOf(file: string): Promise<readonly string[]> {
  try {
    return (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '')
  } catch {
    return []
  }
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size
  } catch {
    return 0
  }
}

import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { writePrivateFile } from '../../store/private-files.ts'
import { redact } from './redact.ts'

/** A text about one time that the app ended unexpectedly, or a part of it. */
export interface CrashReport {
  readonly id: string
  /** Epoch milliseconds. */
  readonly at: number
  /** Nobody has dismissed it yet. */
  readonly isNew: boolean
  readonly text: string
}

/** Reports of crashes, in a folder of the data folder: texts without passwords, which stay on this computer. */
export interface CrashReports {
  /** Keeps a report. Never fails its caller, who has trouble enough. */
  add(report: { readonly at: number; readonly what: string; readonly thrown?: unknown }): void
  /** Newest first. */
  list(): readonly CrashReport[]
  /** All have been looked at. */
  dismiss(): void
  removeAll(): void
}

export interface CrashReportsOptions {
  readonly dataDir: string
  readonly version: string
  /** The log, of which the last lines come along. */
  readonly logFile: string
  /** Takes out the secrets that are known by now; absent: only what looks like one is taken out. */
  readonly clean?: (text: string) => string
}

const MOST_KEPT = 10
const LINES_OF_LOG = 60
const LONGEST = 64 * 1024
const NAME = /^(?<at>\d{13})(?<isNew>-new)?\.txt$/u

/** No picture of the memory is made: it would hold names, and a password while one is in use. */
export function crashReports({
  dataDir,
  version,
  logFile,
  clean = (text) => redact(text, []),
}: CrashReportsOptions): CrashReports {
  const folder = join(dataDir, 'crash-reports')
  const names = (): readonly string[] => {
    try {
      return readdirSync(folder)
        .filter((name) => NAME.test(name))
        .toSorted()
        .toReversed()
    } catch {
      return []
    }
  }
  function textOf({ at, what, thrown }: Parameters<CrashReports['add']>[0]): string {
    const { platform, arch, versions } = process
    const parts = [
      what,
      `${new Date(at).toISOString()}, Covercast ${version}, ${platform} ${arch}, Electron ${versions['electron'] ?? '-'}, Node ${versions.node}`,
      ...(thrown === undefined ? [] : [described(thrown)]),
      lastLines(logFile).slice(-LONGEST / 2),
    ]
    return clean(parts.join('\n\n')).slice(0, LONGEST)
  }
  return {
    add(report) {
      try {
        writePrivateFile(join(folder, `${String(report.at).padStart(13, '0')}-new.txt`), `${textOf(report)}\n`)
        for (const name of names().slice(MOST_KEPT)) rmSync(join(folder, name), { force: true })
      } catch {
        // A folder that cannot be written is often what the app ended of.
      }
    },
    list: () =>
      names().flatMap((name) => {
        const { at, isNew } = NAME.exec(name)?.groups ?? {}
        try {
          const text = readFileSync(join(folder, name), 'utf8')
          return [{ id: name, at: Number(at), isNew: isNew !== undefined, text }]
        } catch {
          return []
        }
      }),
    dismiss() {
      for (const name of names())
        if (name.includes('-new')) renameSync(join(folder, name), join(folder, name.replace('-new', '')))
    },
    removeAll: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function described(thrown: unknown): string {
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
}

function lastLines(file: string): string {
  try {
    return readFileSync(file, 'utf8').split('\n').slice(-LINES_OF_LOG).join('\n')
  } catch {
    return ''
  }
}

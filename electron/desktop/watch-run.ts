import { rmSync } from 'node:fs'
import { z } from 'zod'
import type { CrashReports } from '../backend/core/crash-reports.ts'
import type { Log } from '../backend/core/log.ts'
import { privateJsonFile } from '../backend/core/private-json-file.ts'

const runSchema = z.object({ startedAt: z.number() })

interface WatchRunOptions {
  /** A file that is there while the app runs. */
  readonly path: string
  readonly crashes: Pick<CrashReports, 'add'>
  readonly clock: () => number
  readonly log: Log
}

/**
 * Notices that the run before did not end in order: then what it left behind is still there. Call once this is known to be the only run on
 * the data folder. No process can report its own sudden end.
 */
export function watchRun({ path, crashes, clock, log }: WatchRunOptions): { end(): void } {
  const file = privateJsonFile(path, runSchema)
  const before = file.read()
  if (before !== null) {
    const what = `The app was started at ${new Date(before.startedAt).toISOString()} and did not end in order: it crashed, was stopped by force, or the computer was switched off.`
    log.warn(what)
    crashes.add({ at: clock(), what })
  }
  try {
    file.write({ startedAt: clock() })
  } catch (thrown) {
    log.error('The start could not be noted.', thrown)
  }
  return { end: () => rmSync(path, { force: true }) }
}

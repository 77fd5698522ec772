import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppError } from '../../shared/foundation/errors.ts'
import { reportOfThrown } from '../../electron/backend/core/error-reports.ts'
import { type InProcessBackend, openInProcess } from '../../electron/backend/core/in-process.ts'
import { openDataAccess } from '../../electron/backend/threads/open-data-access.ts'
import { BUILT } from './built.ts'
import { TERMINAL_FORMAT } from './terminal-format.ts'
import { type CoverageRequest, readCoverage } from '../../electron/terminal/read-coverage.ts'
import { runDemo, runSync, type SyncRequest, type SyncSession, USUAL_SYNC } from '../../electron/terminal/run-sync.ts'

/** The real backend, with its worker threads, on a data folder. Nothing of the machine's environment reaches it but what is given. */
export function openBackend(
  dataDir: string,
  clock: () => number = Date.now,
  environment: Readonly<Record<string, string>> = {},
): InProcessBackend {
  return openInProcess({
    data: openDataAccess({ dataDir, workerEntry: BUILT.workerEntry }),
    dataDir,
    version: 'test',
    clock,
    systemTimeZone: 'UTC',
    environment,
  })
}

export type TestServices = ReturnType<typeof openServices>

/** The backend as the command line uses it. */
export function openServices(...given: Parameters<typeof openBackend>) {
  const { call, callUntil, close } = openBackend(...given)
  const watched = async <T>(
    { onNotice, ...running }: WatchedSync,
    work: (session: SyncSession) => Promise<T>,
  ): Promise<T> => {
    let heard = (await call.app.notices()).length
    const onNotices = async (): Promise<void> => {
      const notices = await call.app.notices()
      for (const text of notices.slice(heard)) onNotice(text)
      heard = notices.length
    }
    try {
      return await work({
        ...running,
        call,
        interruptible: callUntil(running.signal),
        onNotices,
        texts: TERMINAL_FORMAT.texts,
      })
    } catch (thrown) {
      throw new AppError(reportOfThrown(thrown), { cause: thrown })
    } finally {
      await onNotices()
    }
  }
  return {
    call,
    sync: (request: SyncRequest, running: WatchedSync) => watched(running, (session) => runSync(session, request)),
    demo: (request: Pick<SyncRequest, 'workspace' | 'now'>, running: WatchedSync) =>
      watched(running, (session) => runDemo(session, request)),
    coverage: (request: CoverageRequest) => readCoverage(call, request, TERMINAL_FORMAT.texts),
    takeNotices: () => call.app.notices(),
    close,
  }
}

export function makeDataFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'covercast-data-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

export interface WatchedSync extends Pick<SyncSession, 'onProgress' | 'signal'> {
  /** What the user should know that is no failure. */
  readonly onNotice: (text: string) => void
}

/** A sync nobody watches. */
export function unwatched(changes: Partial<WatchedSync> = {}): WatchedSync {
  return { onProgress: () => undefined, onNotice: () => undefined, signal: new AbortController().signal, ...changes }
}

export function syncRequest(changes: Partial<SyncRequest>): SyncRequest {
  return { ...USUAL_SYNC, ...changes }
}

export function coverageRequest(changes: Partial<CoverageRequest>): CoverageRequest {
  return {
    workspace: null,
    from: null,
    to: null,
    timeZone: null,
    now: Date.now(),
    poolId: undefined,
    organizationId: null,
    countryFilter: null,
    ...changes,
  }
}

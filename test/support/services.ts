import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PLAIN_SYNC } from '../../electron/backend/services/app-sync.ts'
import { createServices } from '../../electron/backend/create-services.ts'
import { openDataAccess } from '../../electron/backend/open-data-access.ts'
import { BUILT } from './built.ts'
import type { CoverageRequest, RunningSync, Services, SyncRequest } from '../../electron/backend/services/services.ts'

/** The real services, with their worker threads, on a data folder. Nothing of the machine's environment reaches them but what is given. */
export function openServices(dataDir: string, clock: () => number = Date.now, environment: Readonly<Record<string, string>> = {}): Services {
  return createServices({
    data: openDataAccess({ dataDir, workerEntry: BUILT.workerEntry }),
    clock,
    systemTimeZone: 'UTC',
    environment,
  })
}

export function makeDataFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'covercast-data-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** A sync nobody watches. */
export function unwatched(changes: Partial<RunningSync> = {}): RunningSync {
  return { onProgress: () => undefined, onNotice: () => undefined, signal: new AbortController().signal, ...changes }
}

export function syncRequest(changes: Partial<SyncRequest>): SyncRequest {
  return { ...PLAIN_SYNC, workspace: null, ...changes }
}

export function coverageRequest(changes: Partial<CoverageRequest>): CoverageRequest {
  return {
    workspace: null,
    from: null,
    to: null,
    timeZone: null,
    now: null,
    poolId: undefined,
    organizationId: null,
    countryFilter: null,
    ...changes,
  }
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { AppError } from '../../../shared/foundation/errors.ts'
import type { CubeBatch, CubeDictionary } from '../../../shared/coverage/cube.ts'
import { DAY_MS } from '../../../shared/foundation/minutes.ts'
import { SLOTS_PER_DAY } from '../../../shared/time/slots.ts'
import type { Db } from '../../../electron/store/connection.ts'
import { openCache } from '../../../electron/store/open-workspace.ts'
import { createSyncCache } from '../../../electron/store/sync-cache.ts'
import { createWorkspace } from '../../../electron/store/workspaces.ts'
import type { WorkspacePaths } from '../../../electron/store/workspace-paths.ts'
import type { LeaseHolder, WriterLease } from '../../../electron/store/writer-lease.ts'
import { acquireLease } from '../../../electron/store/writer-lease.ts'
import type { CachedSession, SyncCache, SyncedDay } from '../../../electron/sync/cache.ts'

/** 2024-10-04, a UTC day number. */
export const DAY = 20_000
export const NOW = DAY * DAY_MS
export const SELF: LeaseHolder = { holder: 'this-test', pid: process.pid, host: 'here', purpose: 'a test' }

/** An empty folder, removed when the test ends. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'covercast-store-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export const now = (): number => NOW

/** A workspace in a data folder of its own. */
export function tempWorkspace(name = 'Ours'): { readonly dataDir: string; readonly paths: WorkspacePaths } {
  const dataDir = join(tempFolder(), 'data')
  return { dataDir, paths: createWorkspace({ dataDir, name, source: { kind: 'demo' }, now }) }
}

export interface OpenedCache {
  readonly db: Db
  readonly lease: WriterLease
  readonly cache: SyncCache
}

/** A workspace's cache opened for writing, with the lease; closed when the test ends. */
export function writableCache(paths: WorkspacePaths): OpenedCache {
  const { db } = openCache({ paths, now })
  onTestFinished(() => void db.close())
  const lease = acquireLease(db, { self: SELF, now })
  return { db, lease, cache: createSyncCache({ db, lease }) }
}

export interface Cell {
  readonly slot: number
  readonly pool: string | null
  readonly country: string | null
  readonly agents: number
  readonly visitors: number
  readonly covered: number
}

/** One visit cell of a day; `slot` counts from the day's start. */
export function cell(day: number, values: Partial<Cell> = {}): Cell {
  return {
    pool: null,
    country: null,
    agents: 0,
    visitors: 1,
    covered: 0,
    ...values,
    slot: day * SLOTS_PER_DAY + (values.slot ?? 0),
  }
}

export function batchOf(cells: readonly Cell[]): CubeBatch {
  const pools = [...new Set(cells.map((each) => each.pool))]
  const countries = [...new Set(cells.map((each) => each.country))]
  return {
    dictionary: { pools, countries },
    cells: {
      length: cells.length,
      slot: Int32Array.from(cells, (each) => each.slot),
      pool: Uint32Array.from(cells, (each) => pools.indexOf(each.pool)),
      country: Uint32Array.from(cells, (each) => countries.indexOf(each.country)),
      agents: Uint32Array.from(cells, (each) => each.agents),
      visitors: Uint32Array.from(cells, (each) => each.visitors),
      covered: Uint32Array.from(cells, (each) => each.covered),
    },
  }
}

/** The cells of a batch in words, whatever its dictionary's order. */
export function cellsOf(
  batch: { readonly dictionary: CubeDictionary; readonly cells: CubeBatch['cells'] } | null,
): readonly Cell[] {
  if (batch === null) return []
  const { dictionary, cells } = batch
  return Array.from({ length: cells.length }, (_, index) => ({
    slot: cells.slot[index]!,
    pool: dictionary.pools[cells.pool[index]!]!,
    country: dictionary.countries[cells.country[index]!]!,
    agents: cells.agents[index]!,
    visitors: cells.visitors[index]!,
    covered: cells.covered[index]!,
  }))
}

export function session(id: string, values: Partial<CachedSession> = {}): CachedSession {
  return {
    id,
    agentId: 'ann',
    startedAt: NOW,
    endedAt: NOW + 3_600_000,
    leftOpen: null,
    seenAt: NOW + DAY_MS,
    ...values,
  }
}

export function syncedDay(day: number, values: Partial<SyncedDay> = {}): SyncedDay {
  return {
    day,
    sourceFingerprint: 'source',
    countingFingerprint: 'counting',
    syncedThrough: (day + 1) * DAY_MS,
    visitors: 1,
    covered: 0,
    sourceVisitors: 1,
    sourceCovered: 0,
    ...values,
  }
}

/** The AppError a call throws; fails the test where it throws none. */
export function errorOf(run: () => unknown): AppError {
  try {
    run()
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown
    throw thrown
  }
  throw new Error('Nothing was thrown.')
}

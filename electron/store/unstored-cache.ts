import Database from 'better-sqlite3'
import type { SyncCache } from '../sync/cache.ts'
import { migrate } from './migrate.ts'
import { cacheMigrations } from './migrations/cache/cache-migrations.ts'
import { createSyncCache } from './sync-cache.ts'
import { readerOf, type CacheSnapshot } from './traffic-reader.ts'
import type { WriterLease } from './writer-lease.ts'

/** A cache in memory, that is gone when it is closed: nothing of it is ever written to a disk. */
export interface UnstoredCache {
  readonly cache: SyncCache
  snapshot(): CacheSnapshot
  close(): void
}

/** Nobody else can see it. */
const OWN: WriterLease = { renew: () => undefined, assertHeld: () => undefined, release: () => undefined }

/** Opens an empty cache in memory. */
export function openUnstoredCache(): UnstoredCache {
  const db = new Database(':memory:')
  db.pragma('temp_store = MEMORY')
  migrate(db, { migrations: cacheMigrations })
  const reader = readerOf(db)
  return { cache: createSyncCache({ db, lease: OWN }), snapshot: () => reader.snapshot(), close: () => reader.close() }
}

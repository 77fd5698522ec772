import { AppError } from '../../shared/foundation/errors.ts'
import type { Db } from './connection.ts'
import { withStoreErrors } from './store-errors.ts'

/** A holder that has not been heard of for this long has lost its lease. */
export const LEASE_STALE_MS = 30_000
/** How often a holder should renew. */
export const LEASE_RENEW_MS = 10_000

export interface LeaseHolder {
  /** Unique to one holder; a process may have several. */
  readonly holder: string
  readonly pid: number
  readonly host: string
  /** What for, in words that complete "is writing to this workspace: …". */
  readonly purpose: string
}

export interface LeaseRecord extends LeaseHolder {
  readonly since: number
  readonly heartbeat: number
}

export interface LeaseOptions {
  readonly self: LeaseHolder
  readonly now: () => number
  /** Whether a process of this host lives; by default asks the system. */
  readonly isAlive?: (pid: number) => boolean
}

/** The right to write to a cache, held by one process at a time and kept by renewing it. */
export interface WriterLease {
  /** Tells others that the holder lives. Throws 'store-busy' where the lease went to another meanwhile. */
  renew(): void
  /** Throws 'store-busy' unless the lease is still held; call it inside the transaction that writes. */
  assertHeld(): void
  /** Gives the lease up. A lease lost before is left to its new holder. */
  release(): void
}

/** Takes the writer's lease, or takes it over from a holder that is gone. Throws 'store-busy', naming the holder, where one lives. */
export function acquireLease(db: Db, options: LeaseOptions): WriterLease {
  const { self, now } = options
  const put = db.prepare<[LeaseRecord]>(`
    INSERT OR REPLACE INTO writer_lease (one, holder, pid, host, purpose, since, heartbeat)
    VALUES (1, @holder, @pid, @host, @purpose, @since, @heartbeat)`)
  const renew = db.prepare<[number, string]>('UPDATE writer_lease SET heartbeat = ? WHERE holder = ?')
  const release = db.prepare<[string]>('DELETE FROM writer_lease WHERE holder = ?')

  const setBack = db.prepare<[number, string]>('UPDATE writer_lease SET heartbeat = ? WHERE holder = ?')

  const take = db.transaction((): LeaseRecord | null => {
    const current = readLease(db)
    if (current !== null && current.holder !== self.holder && isHeld(current, options)) {
      // A clock that is ahead of ours, or was: a holder that lives renews it, one that is gone is known by that once it is stale here.
      if (current.heartbeat > now()) setBack.run(now(), current.holder)
      return current
    }
    const instant = now()
    put.run({ ...self, since: current?.holder === self.holder ? current.since : instant, heartbeat: instant })
    return null
  })
  const other = withStoreErrors('the cache', () => take.immediate())
  if (other !== null) throw heldBy(other)

  return {
    renew: () => {
      const { changes } = withStoreErrors('the cache', () => renew.run(now(), self.holder))
      if (changes === 0) throw lost(readLease(db))
    },
    assertHeld: () => {
      const current = readLease(db)
      if (current?.holder !== self.holder) throw lost(current)
    },
    release: () => void withStoreErrors('the cache', () => release.run(self.holder)),
  }
}

/** Who holds the writer's lease by the record; null: nobody. The holder may be gone. */
export function readLease(db: Db): LeaseRecord | null {
  return (
    db.prepare<[], LeaseRecord>('SELECT holder, pid, host, purpose, since, heartbeat FROM writer_lease').get() ?? null
  )
}

/** Whether the recorded holder still counts: heard of lately, and its process not known to be gone. */
function isHeld(record: LeaseRecord, options: LeaseOptions): boolean {
  if (options.now() - record.heartbeat > LEASE_STALE_MS) return false
  if (record.host !== options.self.host) return true
  return (options.isAlive ?? processLives)(record.pid)
}

function processLives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (thrown) {
    // A process of another user exists, though we may not signal it.
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM'
  }
}

function heldBy(record: LeaseRecord): AppError {
  return new AppError({
    code: 'store-busy',
    message: `Another Covercast is writing to this workspace: ${record.purpose} (process ${record.pid} on ${record.host}, since ${new Date(record.since).toISOString()}).`,
    kept: 'Nothing was changed. Reports can still be read.',
    next: 'Wait until it is done, or close it, and try again.',
  })
}

function lost(current: LeaseRecord | null): AppError {
  const holder = current === null ? '' : `: ${current.purpose} (process ${current.pid} on ${current.host})`
  return new AppError({
    code: 'store-busy',
    message: `This Covercast was not heard of for a while, and another has taken over writing${holder}.`,
    kept: 'What was saved before is unchanged.',
    next: 'Try again once the other is done.',
  })
}

import type { SyncedDay } from '../../sync/cache.ts'
import type { Db } from '../connection.ts'

export interface DayQueries {
  all(): ReadonlyMap<number, SyncedDay>
  put(day: SyncedDay): void
  remove(day: number): void
}

export function dayQueries(db: Db): DayQueries {
  const all = db.prepare<[], SyncedDay>(`
    SELECT day, source_fingerprint AS sourceFingerprint, counting_fingerprint AS countingFingerprint, synced_through AS syncedThrough,
      visitors, covered, source_visitors AS sourceVisitors, source_covered AS sourceCovered
    FROM synced_days ORDER BY day`)
  const put = db.prepare<[SyncedDay]>(`
    INSERT OR REPLACE INTO synced_days
      (day, source_fingerprint, counting_fingerprint, synced_through, visitors, covered, source_visitors, source_covered)
    VALUES (@day, @sourceFingerprint, @countingFingerprint, @syncedThrough, @visitors, @covered, @sourceVisitors, @sourceCovered)`)
  const remove = db.prepare<[number]>('DELETE FROM synced_days WHERE day = ?')
  return {
    all: () => new Map(all.all().map((row) => [row.day, row])),
    put: (day) => void put.run(day),
    remove: (day) => void remove.run(day),
  }
}

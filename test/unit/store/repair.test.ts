import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { createWriterThread } from '../../../electron/backend/threads/writer-thread.ts'
import { openCache } from '../../../electron/store/open-workspace.ts'
import { createSyncCache } from '../../../electron/store/sync-cache.ts'
import { acquireLease } from '../../../electron/store/writer-lease.ts'
import { batchOf, cell, DAY, NOW, now, SELF, tempWorkspace } from './temp-store.ts'

function damagedDay(): { readonly dataDir: string; readonly id: string; readonly file: string } {
  const { dataDir, paths } = tempWorkspace()
  const { db } = openCache({ paths, now })
  const lease = acquireLease(db, { self: SELF, now })
  const record = {
    day: DAY,
    sourceFingerprint: 's',
    countingFingerprint: 'c',
    syncedThrough: NOW,
    visitors: 1,
    covered: 0,
    sourceVisitors: 1,
    sourceCovered: 0,
  }
  createSyncCache({ db, lease }).commit({ traffic: [{ day: DAY, batch: batchOf([cell(DAY)]) }], upsertDays: [record] })
  db.prepare("UPDATE traffic SET cells = x'00'").run()
  lease.release()
  db.close()
  return { dataDir, id: paths.id, file: paths.cacheFile }
}

function syncedDays(file: string): number {
  const db = new Database(file)
  try {
    return db.prepare<[], number>('SELECT count(*) FROM synced_days').pluck().get()!
  } finally {
    db.close()
  }
}

const events = { progress: () => undefined, step: () => undefined, notice: () => undefined, alive: () => undefined }

test('a repair changes nothing while another writes, and says who does', async () => {
  const { dataDir, id, file } = damagedDay()
  const db = new Database(file)
  acquireLease(db, { self: { ...SELF, purpose: 'a sync elsewhere' }, now })
  const { functions: writer } = createWriterThread({ dataDir, now, events })
  await expect(writer.repair(1, id)).rejects.toMatchObject({
    code: 'store-busy',
    message: expect.stringContaining('a sync elsewhere') as string,
  })
  expect(syncedDays(file)).toBe(1)
  db.close()
})

test('a repair forgets the days that cannot be read, and lets go of the cache', async () => {
  const { dataDir, id, file } = damagedDay()
  const { functions: writer } = createWriterThread({ dataDir, now, events })
  await writer.repair(1, id)
  expect(syncedDays(file)).toBe(0)
  await writer.repair(1, id)
})

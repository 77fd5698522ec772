import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Db } from '../../../electron/store/connection.ts'
import { openCache } from '../../../electron/store/open-workspace.ts'
import type { LeaseHolder } from '../../../electron/store/writer-lease.ts'
import { acquireLease, LEASE_STALE_MS, readLease } from '../../../electron/store/writer-lease.ts'
import { eraseWorkspace } from '../../../electron/store/workspaces.ts'
import { errorOf, NOW, SELF, tempWorkspace } from './temp-store.ts'

const OTHER: LeaseHolder = { holder: 'another', pid: 4_242, host: 'here', purpose: 'scheduled sync' }

function openDb(): Db {
  const { db } = openCache({ paths: tempWorkspace().paths, now: () => NOW })
  onTestFinished(() => void db.close())
  return db
}

function at(instant: number, self: LeaseHolder, alive = true) {
  return { self, now: () => instant, isAlive: () => alive }
}

test('is given to the first who asks, and says so', () => {
  const db = openDb()
  acquireLease(db, at(NOW, OTHER))
  expect(readLease(db)).toEqual({ ...OTHER, since: NOW, heartbeat: NOW })
})

test('is refused to a second, who is told who holds it, for what and since when', () => {
  const db = openDb()
  acquireLease(db, at(NOW, OTHER))
  const error = errorOf(() => acquireLease(db, at(NOW + 1_000, SELF)))
  expect(error.code).toBe('store-busy')
  expect(error.message).toContain('scheduled sync')
  expect(error.message).toContain('process 4242')
  expect(error.message).toContain('2024-10-04T00:00:00.000Z')
})

test('is given again to its own holder, who keeps the time it began', () => {
  const db = openDb()
  acquireLease(db, at(NOW, SELF))
  acquireLease(db, at(NOW + 5, SELF))
  expect(readLease(db)).toMatchObject({ since: NOW, heartbeat: NOW + 5 })
})

test('is free after a release', () => {
  const db = openDb()
  acquireLease(db, at(NOW, OTHER)).release()
  expect(readLease(db)).toBeNull()
  acquireLease(db, at(NOW, SELF))
})

describe('is taken over', () => {
  test('from a holder not heard of for over 30 seconds, and not before', () => {
    const db = openDb()
    acquireLease(db, at(NOW, OTHER))
    expect(errorOf(() => acquireLease(db, at(NOW + LEASE_STALE_MS, SELF))).code).toBe('store-busy')
    acquireLease(db, at(NOW + LEASE_STALE_MS + 1, SELF))
    expect(readLease(db)?.holder).toBe(SELF.holder)
  })

  test('at once from a process of this host that is gone', () => {
    const db = openDb()
    acquireLease(db, at(NOW, OTHER))
    acquireLease(db, at(NOW, SELF, false))
    expect(readLease(db)?.holder).toBe(SELF.holder)
  })

  test.each(['elsewhere', 'here'])(
    'half a minute after it was first found, from a holder %s whose clock was years ahead and who is gone',
    (host) => {
      const db = openDb()
      acquireLease(db, at(NOW + 10 * 365 * 86_400_000, { ...OTHER, host }))
      expect(errorOf(() => acquireLease(db, at(NOW, SELF))).code).toBe('store-busy')
      expect(errorOf(() => acquireLease(db, at(NOW + LEASE_STALE_MS, SELF))).code).toBe('store-busy')
      acquireLease(db, at(NOW + LEASE_STALE_MS + 1, SELF))
      expect(readLease(db)?.holder).toBe(SELF.holder)
    },
  )

  test('never from a holder whose clock is ahead and who renews it', () => {
    const db = openDb()
    const ahead = 3_600_000
    let clock = NOW
    const lease = acquireLease(db, { self: { ...OTHER, host: 'elsewhere' }, now: () => clock + ahead })
    for (; clock < NOW + 5 * 60_000; clock += 10_000) {
      lease.renew()
      expect(errorOf(() => acquireLease(db, at(clock + 5_000, SELF))).code).toBe('store-busy')
      lease.assertHeld()
    }
  })

  test('not from a process of another host, whose number says nothing here', () => {
    const db = openDb()
    acquireLease(db, at(NOW, { ...OTHER, host: 'elsewhere' }))
    expect(errorOf(() => acquireLease(db, at(NOW, SELF, false))).code).toBe('store-busy')
  })

  test('not while its holder renews it', () => {
    const db = openDb()
    let clock = NOW
    const lease = acquireLease(db, { self: OTHER, now: () => clock })
    clock += 29_000
    lease.renew()
    expect(errorOf(() => acquireLease(db, at(clock + 29_000, SELF))).code).toBe('store-busy')
  })
})

describe('a holder that lost it', () => {
  test('learns of it when it renews or writes', () => {
    const db = openDb()
    const lease = acquireLease(db, at(NOW, OTHER))
    lease.assertHeld()
    acquireLease(db, at(NOW, SELF, false))
    expect(errorOf(() => lease.renew()).code).toBe('store-busy')
    expect(errorOf(() => lease.assertHeld()).message).toContain(SELF.purpose)
  })

  test('does not take it from its successor by releasing', () => {
    const db = openDb()
    const lease = acquireLease(db, at(NOW, OTHER))
    acquireLease(db, at(NOW, SELF, false))
    lease.release()
    expect(readLease(db)?.holder).toBe(SELF.holder)
  })
})

describe('between two processes', () => {
  async function heldByChild() {
    const { dataDir, paths } = tempWorkspace()
    const script = fileURLToPath(new URL('fixtures/lease-holder.ts', import.meta.url))
    const child: ChildProcess = spawn(process.execPath, [script, dataDir, paths.id, SELF.host], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    await once(child.stdout!, 'data')
    const { db } = openCache({ paths, now: Date.now })
    onTestFinished(() => void db.close())
    return { child, dataDir, paths, db }
  }

  test('is refused while the other holds it, and given once it lets go', async () => {
    const { child, db } = await heldByChild()
    const error = errorOf(() => acquireLease(db, { self: SELF, now: Date.now }))
    expect(error.message).toContain(`process ${child.pid}`)
    child.stdin!.write('release\n')
    await once(child, 'exit')
    acquireLease(db, { self: SELF, now: Date.now })
    expect(readLease(db)?.pid).toBe(process.pid)
  })

  test('is taken over at once from a process that was killed', async () => {
    const { child, db } = await heldByChild()
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(readLease(db)?.pid).toBe(child.pid)
    acquireLease(db, { self: SELF, now: Date.now })
    expect(readLease(db)?.pid).toBe(process.pid)
  })

  test('keeps a workspace from being erased', async () => {
    const { dataDir, paths } = await heldByChild()
    const error = errorOf(() => eraseWorkspace({ dataDir, id: paths.id, self: SELF, now: Date.now }))
    expect(error.code).toBe('store-busy')
    expect(error.message).toContain('scheduled sync')
  })
})

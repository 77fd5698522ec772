import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openDataAccess } from '../../electron/backend/threads/open-data-access.ts'
import type { SyncTask } from '../../electron/backend/threads/writer-thread.ts'
import { makeDataFolder } from '../support/services.ts'

const WORKER = join(import.meta.dirname, 'support/hanging-worker.ts')

describe('work of the writer that gives no sign of life', () => {
  const folder = makeDataFolder()
  const data = openDataAccess({
    dataDir: folder.path,
    workerEntry: WORKER,
    limits: { silenceMs: 1_000, graceMs: 200, lookMs: 60_000 },
  })
  afterAll(async () => {
    await data.close()
    folder.remove()
  })
  const sync = (workspaceId: string): Promise<unknown> =>
    data.writer({}).sync({ workspaceId, statementTimeoutMs: 100 } as SyncTask)
  const stopped = {
    code: 'source-timeout',
    message: expect.stringContaining('no sign of life') as string,
    kept: expect.any(String) as string,
  }

  it('is asked to end where it syncs, and said to have failed, not to have been cancelled', async () => {
    await expect(sync('waits')).rejects.toMatchObject(stopped)
    expect(await data.writer({}).check({ settings: { kind: 'demo' }, password: null })).toBe('checked')
  })

  it('is left behind where it does not even end, and the next begins at once', async () => {
    await expect(sync('spins')).rejects.toMatchObject(stopped)
    expect(await data.writer({}).check({ settings: { kind: 'demo' }, password: null })).toBe('checked')
    expect(await sync('goes on')).toBe('synced')
  })

  it('is left alone while it does, however long it takes', async () => {
    expect(await sync('goes on')).toBe('synced')
  })

  it('is ended where it only looks at a source too, however much trickles in', async () => {
    const impatient = openDataAccess({
      dataDir: folder.path,
      workerEntry: WORKER,
      limits: { silenceMs: 60_000, graceMs: 200, lookMs: 400 },
    })
    const look = impatient.writer({}).tables({ settings: { kind: 'demo' }, password: null })
    await expect(look).rejects.toMatchObject({ code: 'source-timeout', kept: 'Nothing was changed.' })
    await impatient.close()
  })
})

import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openDataAccess } from '../../electron/backend/open-data-access.ts'
import type { SyncTask } from '../../electron/backend/roles/roles.ts'
import { makeDataFolder } from '../support/services.ts'

const NOBODY = { progress: () => undefined, notice: () => undefined }

describe('a sync that gives no sign of life', () => {
  const folder = makeDataFolder()
  const data = openDataAccess({
    dataDir: folder.path,
    workerEntry: join(import.meta.dirname, 'support/hanging-worker.ts'),
    watchdog: { silenceMs: 400, graceMs: 200 },
  })
  afterAll(async () => {
    await data.close()
    folder.remove()
  })
  const sync = (workspaceId: string): Promise<unknown> => data.writer(NOBODY).sync({ workspaceId, statementTimeoutMs: 100 } as SyncTask)
  const stopped = { code: 'source-timeout', message: expect.stringContaining('no sign of life') as string, kept: expect.any(String) as string }

  it('is asked to end, and said to have failed, not to have been cancelled', async () => {
    await expect(sync('waits')).rejects.toMatchObject(stopped)
    expect(await data.writer(NOBODY).check({ settings: { kind: 'demo' }, password: null })).toBe('checked')
  })

  it('is left behind where it does not even end, and the next begins at once', async () => {
    await expect(sync('spins')).rejects.toMatchObject(stopped)
    expect(await data.writer(NOBODY).check({ settings: { kind: 'demo' }, password: null })).toBe('checked')
    expect(await sync('goes on')).toBe('synced')
  })

  it('is left alone while it does, however long it takes', async () => {
    expect(await sync('goes on')).toBe('synced')
  })
})

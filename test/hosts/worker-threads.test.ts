import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openDataAccess } from '../../electron/backend/threads/open-data-access.ts'
import { makeDataFolder } from '../support/services.ts'

describe('the worker threads', () => {
  const folder = makeDataFolder()
  const data = openDataAccess({
    dataDir: folder.path,
    workerEntry: join(import.meta.dirname, 'support/mortal-worker.ts'),
  })
  afterAll(async () => {
    await data.close()
    folder.remove()
  })

  it('are replaced when one dies: the call that it died of fails, the next is answered', async () => {
    await expect(data.work().erase('anything')).rejects.toMatchObject({
      code: 'internal',
      kept: expect.stringMatching(/saved/u) as string,
    })
    expect(await data.work().list()).toEqual([])
  })

  it('die alone: the others answer, and a computation that killed its thread is answered by the next one', async () => {
    await expect(data.compute().release('anything')).rejects.toMatchObject({
      code: 'internal',
      next: expect.stringMatching(/again/u) as string,
    })
    expect(await data.work().list()).toEqual([])
    expect(await data.compute().recommend({} as never)).toBe('recommended')
  })

  it('fail one call where one asks for more memory than there can be', async () => {
    await expect(data.compute().forecast({} as never)).rejects.toMatchObject({ code: 'internal' })
    expect(await data.compute().recommend({} as never)).toBe('recommended')
  })

  it('are not started again by a request that comes while the app closes', async () => {
    const closing = openDataAccess({
      dataDir: folder.path,
      workerEntry: join(import.meta.dirname, 'support/mortal-worker.ts'),
    })
    await closing.work().list()
    const closed = closing.close()
    expect(() => closing.work()).toThrow(/is closing/u)
    expect(() => closing.reader()).toThrow(/is closing/u)
    await closed
    expect(() => closing.work()).toThrow(/is closing/u)
  })
})

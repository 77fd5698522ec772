import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { AppError } from '../../../shared/foundation/errors.ts'
import { BUILT } from '../../support/built.ts'
import { readFacts } from '../../support/cache-facts.ts'
import { some } from '../../support/deep.ts'
import { startPostgres } from '../../support/postgres-server.ts'
import { startPostgresProxy, type PostgresProxy } from '../../support/postgres-proxy.ts'
import { makeDataFolder, openServices, syncRequest, unwatched } from '../../support/services.ts'
import { createSmallCompany, ORGANIZATION } from '../../support/small-company.ts'
import type { TestDatabase } from '../../support/source-database.ts'

const NOW = Date.parse('2026-03-20T15:10:00Z')
const TRIALS = some(3, 60)

/** Calls back with each statement that asks for counts; the n-th is the moment of a test. */
const isCounting = (text: string): boolean => /width_bucket/iu.test(text)

describe('a first sync that is interrupted', () => {
  const folders: { remove(): void }[] = []
  const newFolder = () => {
    const folder = makeDataFolder()
    folders.push(folder)
    return folder.path
  }
  let database: TestDatabase
  let undisturbed: ReturnType<typeof readFacts>
  let statementsOfAll = 0
  let onStatement: (text: string) => void = () => undefined
  let proxy: PostgresProxy

  beforeAll(async () => {
    database = await createSmallCompany(inject('postgresUrl'), { now: NOW, days: 150, visitsPerDay: 150 })
    proxy = await startPostgresProxy(database.url, { onStatement: (text) => onStatement(text) })
    const dataDir = newFolder()
    const services = openServices(dataDir)
    await services.sync(syncRequest({ sourceUrl: proxy.url, organizationId: ORGANIZATION, now: NOW }), unwatched())
    await services.close()
    statementsOfAll = proxy.count().statements.filter(isCounting).length
    undisturbed = readFacts(dataDir)
  })
  afterAll(async () => {
    await proxy.close()
    await database.drop()
    for (const folder of folders) folder.remove()
  })

  const spawnSync = (dataDir: string): ChildProcess =>
    spawn(
      process.execPath,
      [
        BUILT.commandLine,
        'sync',
        '--json',
        '--data-dir',
        dataDir,
        '--source',
        proxy.url,
        '--org',
        ORGANIZATION,
        '--now',
        new Date(NOW).toISOString(),
      ],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    )

  it('counts the whole history in more than a handful of windows', () => {
    expect(statementsOfAll).toBeGreaterThan(5)
    expect(undisturbed.days).toHaveLength(150)
  })

  it(`goes on where a kill -9 left it, at ${TRIALS} random moments, and ends with the same figures to the last count`, async () => {
    // Seeded: the moments are random, and the same in every run.
    const moments = fc.sample(
      fc.record({ window: fc.integer({ min: 2, max: statementsOfAll }), delayMs: fc.integer({ min: 0, max: 12 }) }),
      { seed: 20, numRuns: TRIALS },
    )
    let partial = 0
    for (const { window, delayMs } of moments) {
      const dataDir = newFolder()
      let seen = 0
      const child = spawnSync(dataDir)
      onStatement = (text) => {
        if (isCounting(text) && ++seen === window) setTimeout(() => child.kill('SIGKILL'), delayMs)
      }
      const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
      onStatement = () => undefined
      expect(signal ?? code).toSatisfy((end) => end === 'SIGKILL' || end === 0)
      if (existsSync(join(dataDir, 'workspaces'))) {
        const { days } = readFacts(dataDir)
        if (days.length > 0 && days.length < undisturbed.days.length) partial += 1
      }

      const services = openServices(dataDir)
      await services.sync(syncRequest({ sourceUrl: proxy.url, organizationId: ORGANIZATION, now: NOW }), unwatched())
      await services.close()
      expect(readFacts(dataDir)).toEqual(undisturbed)
    }
    expect(partial).toBeGreaterThanOrEqual(TRIALS / 3)
  }, 180_000)

  it('is cancelled between windows, says what is kept, and goes on later', async () => {
    const dataDir = newFolder()
    const controller = new AbortController()
    let seen = 0
    onStatement = (text) => {
      if (isCounting(text) && ++seen === 4) controller.abort()
    }
    const services = openServices(dataDir)
    const failure = (await services
      .sync(
        syncRequest({ sourceUrl: proxy.url, organizationId: ORGANIZATION, now: NOW }),
        unwatched({ signal: controller.signal }),
      )
      .catch((error: unknown) => error)) as AppError
    onStatement = () => undefined
    expect(failure).toMatchObject({ code: 'cancelled' })
    expect(failure.kept).toMatch(/\d+ days/u)
    await services.sync(syncRequest({ now: NOW }), unwatched())
    await services.close()
    expect(readFacts(dataDir)).toEqual(undisturbed)
  })

  it('says that the line is gone, keeps what it has, and goes on when it is back', async () => {
    const dataDir = newFolder()
    let seen = 0
    onStatement = (text) => {
      if (isCounting(text) && ++seen === 5) proxy.cut()
    }
    const services = openServices(dataDir)
    const failure = (await services
      .sync(syncRequest({ sourceUrl: proxy.url, organizationId: ORGANIZATION, now: NOW }), unwatched())
      .catch((error: unknown) => error)) as AppError
    onStatement = () => undefined
    expect(['source-lost', 'source-host']).toContain(failure.code)
    expect(failure.kept).toMatch(/\d+ days/u)
    expect(readFacts(dataDir).days.length).toBeGreaterThan(0)
    proxy.restore()
    await services.sync(syncRequest({ now: NOW }), unwatched())
    await services.close()
    expect(readFacts(dataDir)).toEqual(undisturbed)
  })
})

describe('a server that stops in the middle of a sync', () => {
  it('is distinguished, and the sync goes on when the server is back', async () => {
    const server = await startPostgres()
    const folder = makeDataFolder()
    try {
      const database = await createSmallCompany(server.url, { now: NOW, days: 60, visitsPerDay: 100 })
      await database.client.end()
      let seen = 0
      const stopping: Promise<void>[] = []
      const proxy = await startPostgresProxy(database.url, {
        onStatement: (text) => {
          if (isCounting(text) && ++seen === 3) stopping.push(server.halt('fast'))
        },
      })
      const services = openServices(folder.path)
      const failure = (await services
        .sync(syncRequest({ sourceUrl: proxy.url, organizationId: ORGANIZATION, now: NOW }), unwatched())
        .catch((error: unknown) => error)) as AppError
      await Promise.all(stopping)
      expect(['source-lost', 'source-host']).toContain(failure.code)
      const partial = readFacts(folder.path).days.length
      expect(partial).toBeGreaterThan(0)
      expect(partial).toBeLessThan(60)

      await server.resume()
      await services.sync(syncRequest({ now: NOW }), unwatched())
      await services.close()
      await proxy.close()
      expect(readFacts(folder.path).days).toHaveLength(60)
    } finally {
      await server.close()
      folder.remove()
    }
  })
})

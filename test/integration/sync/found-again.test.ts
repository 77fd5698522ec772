import { cpSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { planFromFile } from '../../../shared/contract/plan-file.ts'
import { APPLICATION_IDS } from '../../../electron/store/connection.ts'
import { cacheMigrations } from '../../../electron/store/migrations/cache/cache-migrations.ts'
import {
  coverageRequest,
  makeDataFolder,
  openServices,
  syncRequest,
  unwatched,
  type TestServices,
} from '../../support/services.ts'
import { resolveWorkspace } from '../../../electron/terminal/resolve.ts'
import { createSmallCompany, ORGANIZATION } from '../../support/small-company.ts'
import type { TestDatabase } from '../../support/source-database.ts'
import { TERMINAL_FORMAT } from '../../support/terminal-format.ts'

const NOW = Date.parse('2026-03-20T15:10:00Z')
const PLAN = {
  name: 'October',
  timeZone: 'UTC',
  kind: 'weekly',
  shifts: [{ agentId: null, dayOfWeek: 1, start: '09:00', end: '17:00' }],
}

const tear = (file: string): void => {
  const content = readFileSync(file)
  content.fill(0xa5, 4096, Math.max(8192, content.length - 4096))
  writeFileSync(file, content)
}
const remove = (file: string): void => rmSync(file, { force: true })
/** A cache as an early version made it. */
const oldSchema = (file: string): void => {
  for (const suffix of ['', '-wal', '-shm']) remove(file + suffix)
  const db = new Database(file)
  for (const { up } of cacheMigrations.slice(0, 2)) up(db)
  db.pragma(`application_id = ${APPLICATION_IDS.cache}`)
  db.pragma('user_version = 2')
  db.close()
}
const HARMS: readonly (readonly [string, (file: string) => void])[] = [
  ['torn', tear],
  ['overwritten', (file) => writeFileSync(file, Buffer.alloc(20_000, 'not a database'))],
  ['empty', (file) => truncateSync(file, 0)],
  ['cut in half', (file) => truncateSync(file, 9000)],
  ['missing', remove],
]

describe('a workspace with a damaged file', () => {
  const whole = makeDataFolder()
  let database: TestDatabase
  let folder: ReturnType<typeof makeDataFolder>
  let workspace: string
  let services: TestServices

  beforeAll(async () => {
    database = await createSmallCompany(inject('postgresUrl'), { now: NOW, days: 8, visitsPerDay: 40 })
    const first = openServices(whole.path)
    await first.sync(syncRequest({ sourceUrl: database.url, organizationId: ORGANIZATION, now: NOW }), unwatched())
    await first.call.workspaces.rename({ id: (await first.call.workspaces.list())[0]!.id, name: 'Ours' })
    await first.call.plans.create({
      workspaceId: (await resolveWorkspace(first.call, null, TERMINAL_FORMAT.texts)).id,
      plan: planFromFile(PLAN) as never,
    })
    await first.close()
  })
  afterAll(async () => {
    await database.drop()
    whole.remove()
  })
  beforeEach(() => {
    folder = makeDataFolder()
    cpSync(whole.path, folder.path, { recursive: true })
    workspace = join(
      folder.path,
      'workspaces',
      readdirSync(join(folder.path, 'workspaces')).find((name) => !name.startsWith('.'))!,
    )
    services = openServices(folder.path)
  })
  afterEach(async () => {
    await services.close()
    folder.remove()
  })

  /** The documented command, and what it said besides its document. */
  async function syncAgain(organizationId: string | null = null): Promise<string> {
    const said: string[] = []
    await services.sync(
      syncRequest({ sourceUrl: database.url, organizationId, now: NOW }),
      unwatched({ onNotice: (text) => said.push(text) }),
    )
    return [...said, ...(await services.takeNotices())].join('\n')
  }
  const plans = async () =>
    (
      await services.call.plans.list({
        workspaceId: (await resolveWorkspace(services.call, null, TERMINAL_FORMAT.texts)).id,
      })
    ).map(({ name }) => name)
  const names = async () => (await services.call.workspaces.list()).map(({ name, problem }) => [name, problem])

  describe.each(HARMS)('%s', (_name, harm) => {
    it('its cache, is found by its source, told, and synced again as the same workspace', async () => {
      harm(join(workspace, 'cache.sqlite'))
      expect(await syncAgain()).toMatch(/copy of the source's figures (damaged|missing)/u)
      expect(await names()).toEqual([['Ours', null]])
    })

    it('its work, is found by its source, and comes back from the newest backup, with its plans', async () => {
      harm(join(workspace, 'work.sqlite'))
      expect(await syncAgain()).toMatch(/restored them from the backup of/u)
      expect(await names()).toEqual([['Ours', null]])
      expect(await plans()).toEqual(['October'])
    })

    it('its work, shows its plans without any sync too', async () => {
      harm(join(workspace, 'work.sqlite'))
      expect(await plans()).toEqual(['October'])
      expect((await services.takeNotices()).join(' ')).toMatch(/restored them from the backup of/u)
    })
  })

  it('a cache of an older Covercast, is brought up to date as the same workspace', async () => {
    oldSchema(join(workspace, 'cache.sqlite'))
    await syncAgain()
    expect(await names()).toEqual([['Ours', null]])
  })

  it('and no list of workspaces, is found by what its files say', async () => {
    for (const content of [null, '', '{"version":1,"workspaces":{']) {
      if (content === null) remove(join(folder.path, 'workspaces.json'))
      else writeFileSync(join(folder.path, 'workspaces.json'), content)
      tear(join(workspace, 'cache.sqlite'))
      await syncAgain()
      expect(await names()).toEqual([['Ours', null]])
    }
  })

  it('work and backups gone, keeps the name and source that the list of workspaces has', async () => {
    remove(join(workspace, 'work.sqlite'))
    rmSync(join(workspace, 'backups'), { recursive: true })
    expect(await syncAgain()).toMatch(/started with empty ones; the name and the source of the workspace are kept/u)
    expect(await names()).toEqual([['Ours', null]])
  })

  it('nothing but the cache left, is found by what its days were counted from', async () => {
    remove(join(workspace, 'work.sqlite'))
    rmSync(join(workspace, 'backups'), { recursive: true })
    remove(join(folder.path, 'workspaces.json'))
    expect(await syncAgain()).toMatch(/name the workspace and its source again/u)
    expect(await names()).toHaveLength(1)
    expect(existsSync(join(folder.path, 'workspaces.json'))).toBe(true)
  })

  it('nothing that says what its source was, is not passed over in silence', async () => {
    for (const name of ['work.sqlite', 'cache.sqlite']) tear(join(workspace, name))
    rmSync(join(workspace, 'backups'), { recursive: true })
    remove(join(folder.path, 'workspaces.json'))
    expect(await syncAgain(ORGANIZATION)).toMatch(/are damaged, and nothing is left that says what its source was/u)
    expect(await names()).toContainEqual(['Small company', null])
  })

  it('nothing but its folder and the list of workspaces left, is made again under its name', async () => {
    for (const entry of readdirSync(workspace)) rmSync(join(workspace, entry), { recursive: true })
    await syncAgain()
    expect(await names()).toEqual([['Ours', null]])
  })

  it('a cache gone, is synced again as far back as it was, also beyond what a first sync takes', async () => {
    const old = await createSmallCompany(inject('postgresUrl'), { now: NOW, days: 220, visitsPerDay: 2 })
    const week = { from: '2025-08-16', to: '2025-08-22' }
    const long = (changes = {}) =>
      services.sync(
        syncRequest({ workspace: 'Long', sourceUrl: old.url, organizationId: ORGANIZATION, now: NOW, ...changes }),
        unwatched(),
      )
    await long({ from: '2025-08-15' })
    const before = await services.coverage(coverageRequest({ workspace: 'Long', ...week }))
    expect(before.output.range.knownShare).toBe(1)
    const { id } = (await services.call.workspaces.list()).find(({ name }) => name === 'Long')!
    await services.close()
    remove(join(folder.path, 'workspaces', id, 'cache.sqlite'))
    services = openServices(folder.path)
    await long()
    expect((await services.coverage(coverageRequest({ workspace: 'Long', ...week }))).output).toEqual(before.output)
    await old.drop()
  })

  it('stays the one that commands take by default', async () => {
    const demo = await services.demo({ workspace: null, now: NOW }, unwatched())
    expect(demo.workspace).toBe('Demo')
    await services.sync(syncRequest({ workspace: 'Ours', sourceUrl: database.url, now: NOW }), unwatched())
    await services.close()
    tear(join(workspace, 'work.sqlite'))
    services = openServices(folder.path)
    expect((await services.call.workspaces.list())[0]).toMatchObject({ name: 'Ours' })
    expect(await plans()).toEqual(['October'])
  })

  it('and the demo company in it, is brought up to date as the same workspace', async () => {
    await services.demo({ workspace: null, now: NOW }, unwatched())
    const { id } = (await services.call.workspaces.list()).find(({ source }) => source === 'demo')!
    for (const name of ['cache.sqlite', 'work.sqlite']) {
      await services.close()
      tear(join(folder.path, 'workspaces', id, name))
      services = openServices(folder.path)
      await services.demo({ workspace: null, now: NOW }, unwatched())
      expect(await names()).toEqual([
        ['Demo', null],
        ['Ours', null],
      ])
    }
  })

  it('that a newer Covercast wrote, is left alone, and no other is made', async () => {
    const db = new Database(join(workspace, 'work.sqlite'))
    db.pragma('user_version = 999')
    db.close()
    await expect(syncAgain()).rejects.toMatchObject({ code: 'store-newer' })
    expect(readdirSync(join(folder.path, 'workspaces')).filter((name) => !name.startsWith('.'))).toHaveLength(1)
  })
})

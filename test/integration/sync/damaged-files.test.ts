import { cpSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { APPLICATION_IDS, connectForWriting, type Db } from '../../../electron/store/connection.ts'
import { migrate } from '../../../electron/store/migrate.ts'
import { cacheMigrations } from '../../../electron/store/migrations/cache/cache-migrations.ts'
import { coverageRequest, makeDataFolder, openServices, syncRequest, unwatched } from '../../support/services.ts'
import { createSmallCompany, ORGANIZATION } from '../../support/small-company.ts'

const NOW = Date.parse('2026-03-20T15:10:00Z')
/** Caches before this one had no lease, and were never shipped. */
const OLDEST_SHIPPED = 3
const RANGE = { from: '2026-03-01', to: '2026-03-20' }

describe('damaged files', () => {
  const whole = makeDataFolder()
  let drop: () => Promise<void>
  let folder: ReturnType<typeof makeDataFolder>
  let workspace: string
  let figures: unknown

  beforeAll(async () => {
    const database = await createSmallCompany(inject('postgresUrl'), { now: NOW, days: 30, visitsPerDay: 100 })
    drop = () => database.drop()
    const services = openServices(whole.path)
    await services.sync(
      syncRequest({
        sourceUrl: database.url,
        organizationId: ORGANIZATION,
        now: NOW,
        settings: { timeZone: 'Asia/Kathmandu' },
      }),
      unwatched(),
    )
    figures = (await services.coverage(coverageRequest(RANGE))).output
    await services.call.workspaces.rename({ id: (await services.call.workspaces.list())[0]!.id, name: 'Ours' })
    await services.close()
  })
  afterAll(async () => {
    await drop()
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
  })
  afterEach(() => folder.remove())

  const overwritePages = (file: string): void => {
    const content = readFileSync(file)
    content.fill(0xa5, 4096, Math.max(8192, content.length - 4096))
    writeFileSync(file, content)
  }

  it.each([
    ['garbage in its pages', overwritePages],
    ['a garbage header', (file: string) => writeFileSync(file, Buffer.alloc(20_000, 'not a database'))],
    ['nothing in it', (file: string) => truncateSync(file, 0)],
    ['half of it missing', (file: string) => truncateSync(file, 9000)],
  ])(
    'a cache with %s is moved aside, said so, and pulled again; what the user made is untouched',
    async (_name, damage) => {
      damage(join(workspace, 'cache.sqlite'))
      const notices: string[] = []
      const services = openServices(folder.path)
      await services.sync(syncRequest({ now: NOW }), unwatched({ onNotice: (text) => notices.push(text) }))
      expect(notices.join(' ')).toMatch(/damaged/u)
      expect((await services.coverage(coverageRequest(RANGE))).output).toEqual(figures)
      expect((await services.call.workspaces.list()).map(({ name, problem }) => [name, problem])).toEqual([
        ['Ours', null],
      ])
      await services.close()
      expect(readdirSync(workspace).filter((name) => /^cache\.damaged-.*\.sqlite$/u.test(name))).toHaveLength(1)
    },
  )

  it.each(cacheMigrations.map((_, index) => index + 1).filter((version) => version >= OLDEST_SHIPPED))(
    'a cache of format %i is brought up to date when it is first read, and keeps what it has',
    async (version) => {
      asOfFormat(join(workspace, 'cache.sqlite'), version)
      const services = openServices(folder.path)
      expect((await services.coverage(coverageRequest(RANGE))).output).toEqual(figures)
      expect(await services.takeNotices()).toEqual([])
      await services.close()
    },
  )

  it('figures are never computed from a damaged cache: it is put right first, and what is missing is unknown', async () => {
    overwritePages(join(workspace, 'cache.sqlite'))
    const services = openServices(folder.path)
    const { output } = await services.coverage(coverageRequest(RANGE))
    expect(output.range.knownShare).toBe(0)
    expect((await services.takeNotices()).join(' ')).toMatch(/next sync pulls everything again/u)
    await services.close()
  })

  it.each([
    ['garbage in its pages', overwritePages],
    ['nothing in it', (file: string) => truncateSync(file, 0)],
  ])(
    'settings with %s come back from the newest backup, which is said, and the damaged file is kept',
    async (_name, damage) => {
      damage(join(workspace, 'work.sqlite'))
      const services = openServices(folder.path)
      const { output } = await services.coverage(coverageRequest(RANGE))
      expect(output.range.timeZone).toBe('Asia/Kathmandu')
      expect((await services.takeNotices()).join(' ')).toMatch(/restored them from the backup of/u)
      expect((await services.call.workspaces.list())[0]!.name).toBe('Ours')
      await services.close()
      expect(readdirSync(workspace).filter((name) => /^work\.damaged-.*\.sqlite$/u.test(name))).toHaveLength(1)
    },
  )
})

/** Puts in a cache's place one that went through so many migrations only, with all that such a one can hold of it. */
function asOfFormat(file: string, version: number): void {
  const older = `${file}.older`
  writeFileSync(older, '')
  const db = connectForWriting(older, 'cache')
  try {
    db.pragma(`application_id = ${APPLICATION_IDS.cache}`)
    migrate(db, { migrations: cacheMigrations.slice(0, version) })
    db.pragma('foreign_keys = OFF')
    db.prepare('ATTACH DATABASE ? AS newer').run(file)
    for (const table of tablesOf(db)) {
      const known = new Set(columnsOf(db, 'newer', table))
      const columns = columnsOf(db, 'main', table)
        .filter((column) => known.has(column))
        .join(', ')
      db.exec(`DELETE FROM main.${table}; INSERT INTO main.${table} (${columns}) SELECT ${columns} FROM newer.${table}`)
    }
    db.exec('DETACH DATABASE newer')
  } finally {
    db.close()
  }
  for (const suffix of ['-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true })
  renameSync(older, file)
}

function tablesOf(db: Db): readonly string[] {
  return db.prepare<[], string>("SELECT name FROM main.sqlite_schema WHERE type = 'table'").pluck().all()
}

function columnsOf(db: Db, schema: 'main' | 'newer', table: string): readonly string[] {
  return db.prepare<[string, string], string>('SELECT name FROM pragma_table_info(?, ?)').pluck().all(table, schema)
}

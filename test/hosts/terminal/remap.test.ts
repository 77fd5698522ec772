import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { makeDataFolder } from '../../support/services.ts'
import { createSmallCompany, ORGANIZATION } from '../../support/small-company.ts'
import type { TestDatabase } from '../../support/source-database.ts'
import { runCommand } from './run-command.ts'

const NOW = '2026-03-20T15:10:00Z'
/** Each runs several commands. */
const PATIENCE = 180_000
const RANGE = ['--from', '2026-03-13', '--to', '2026-03-19']

describe('another mapping, another database and another name, for a source that is known', () => {
  let folder: ReturnType<typeof makeDataFolder>
  let database: TestDatabase
  beforeEach(async () => {
    folder = makeDataFolder()
    database = await createSmallCompany(inject('postgresUrl'), { now: Date.parse(NOW), days: 8, visitsPerDay: 40 })
    await database.run('create table hits as select * from widget_pageviews where agent_id is not null')
  })
  afterEach(async () => {
    await database.drop()
    folder.remove()
  })

  const run = (...args: readonly string[]) => runCommand([...args, '--data-dir', folder.path, '--now', NOW])
  const sync = (...args: readonly string[]) => run('sync', '--source', database.url, '--org', ORGANIZATION, ...args)
  const visitors = async (workspace: string): Promise<number> => {
    const { stdout } = await run('coverage', '--workspace', workspace, ...RANGE, '--json')
    return (JSON.parse(stdout) as { readonly totals: { readonly totalPageviews: number } }).totals.totalPageviews
  }
  const names = async (): Promise<readonly string[]> => {
    const { stdout } = await run('workspace', 'list', '--json')
    return (JSON.parse(stdout) as { readonly workspaces: readonly { readonly name: string }[] }).workspaces
      .map(({ name }) => name)
      .toSorted()
  }
  function mapping(content: object): string {
    const file = join(folder.path, 'mapping.json')
    writeFileSync(file, JSON.stringify(content))
    return file
  }
  const HITS = { pageviews: { table: 'hits' } }

  it(
    'a new name makes a new workspace, which is said, and leaves the other as it is',
    async () => {
      await sync()
      const before = await visitors('Small company')
      const named = await sync('--workspace', 'Only covered', '--mapping', mapping(HITS))
      expect(named.code).toBe(0)
      expect(named.stderr).toContain(
        '"Only covered" is a new workspace. The workspace "Small company", which has the same source, stays as it is.',
      )
      expect(await names()).toEqual(['Only covered', 'Small company'])
      expect(await visitors('Only covered')).toBeLessThan(before)
      expect(await visitors('Small company')).toBe(before)
    },
    PATIENCE,
  )

  it(
    'other tables end with what would be lost, and change nothing',
    async () => {
      await sync()
      const before = await visitors('Small company')
      for (const args of [
        ['sync', '--mapping', mapping(HITS)],
        ['sync', '--source', database.url, '--mapping', mapping(HITS)],
        ['sync', '--mapping', mapping({ pageviews: { poolId: null } })],
        ['sync', '--mapping', mapping({ poolMembers: null })],
      ]) {
        const { code, stderr } = await run(...args)
        expect(code).toBe(1)
        expect(stderr).toMatch(/The 8 days that this workspace has \(2026-03-13 to 2026-03-20, \d+ visitors\)/u)
        expect(stderr).toContain('Nothing was changed.')
        expect(stderr).toContain('--remap')
      }
      expect((await run('sync')).code).toBe(0)
      expect(await visitors('Small company')).toBe(before)
      expect(await names()).toEqual(['Small company'])
    },
    PATIENCE,
  )

  it(
    'another database does too',
    async () => {
      await sync()
      const other = await createSmallCompany(inject('postgresUrl'), { now: Date.parse(NOW), days: 3, visitsPerDay: 10 })
      const { code, stderr } = await run(
        'sync',
        '--workspace',
        'Small company',
        '--source',
        other.url,
        '--org',
        ORGANIZATION,
      )
      expect([code, stderr]).toEqual([1, expect.stringContaining('were counted from another database')])
      expect((await run('sync')).code).toBe(0)
      await other.drop()
    },
    PATIENCE,
  )

  it(
    'with --remap other tables are counted, after a backup from which what was there comes back',
    async () => {
      await sync()
      const before = await visitors('Small company')
      const remapped = await run('sync', '--mapping', mapping(HITS), '--remap')
      expect(remapped.code).toBe(0)
      expect(await visitors('Small company')).toBeLessThan(before)
      const file = /was backed up to (\S+\.covercast)/u.exec(remapped.stderr)![1]!
      expect(existsSync(file)).toBe(true)
      expect((await run('workspace', 'restore', file, '--name', 'As before')).code).toBe(0)
      expect(await visitors('As before')).toBe(before)
      expect((await run('sync', '--workspace', 'Small company')).code).toBe(0)
    },
    PATIENCE,
  )

  it(
    'tables and columns that are only added need nothing, and days that the source does not have any more stay',
    async () => {
      await sync(
        '--mapping',
        mapping({ pageviews: { country: null, poolId: null }, poolMembers: null, calls: null, agents: null }),
      )
      const before = await visitors('Small company')
      await database.run("delete from widget_pageviews where created_at < '2026-03-16Z'")
      const added = await run('sync', '--mapping', mapping({}))
      expect([added.code, added.stderr]).toEqual([0, expect.not.stringContaining('re-mapped')])
      expect(await visitors('Small company')).toBe(before)
      const { stdout } = await run('coverage', '--workspace', 'Small company', ...RANGE, '--json')
      expect((JSON.parse(stdout) as { readonly range: { readonly knownShare: number } }).range.knownShare).toBe(1)
    },
    PATIENCE,
  )
})

describe('a source with its password in the URL', () => {
  it('is warned of on the command line, where others can read it, and not in a file', async () => {
    const folder = makeDataFolder()
    const secret = 'swordfish99'
    const url = `postgres://reader:${secret}@127.0.0.1:1/shop`
    const file = join(folder.path, 'source.txt')
    writeFileSync(file, `${url}\n`)
    const named = await runCommand(['sync', '--source', url, '--data-dir', folder.path])
    expect(named.stderr).toContain('Other users of this computer can see the password')
    const filed = await runCommand(['sync', '--source-file', file, '--data-dir', folder.path])
    expect(filed.stderr).not.toContain('Other users')
    for (const { code, stdout, stderr } of [named, filed]) {
      expect(code).toBe(1)
      expect(stderr).toContain('127.0.0.1')
      expect(stdout + stderr).not.toContain(secret)
    }
    expect((await runCommand(['sync', '--source', url, '--source-file', file, '--data-dir', folder.path])).code).toBe(2)
    expect(
      (await runCommand(['sync', '--source-file', join(folder.path, 'none'), '--data-dir', folder.path])).code,
    ).toBe(2)
    folder.remove()
  })
})

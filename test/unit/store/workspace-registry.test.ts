import { cpSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { openWorkThread } from '../../support/work-thread.ts'
import {
  createWorkspace,
  eraseWorkspace,
  registerWorkspace,
  renameWorkspace,
  tendWorkspaces,
} from '../../../electron/store/workspaces.ts'
import { readRegistry, registryFile } from '../../../electron/store/workspace-registry.ts'
import { errorOf, NOW, now, SELF, tempFolder } from './temp-store.ts'

const SOURCE = {
  kind: 'postgres' as const,
  url: 'postgres://ann@db.example:5432/shop',
  organizationId: 'o',
  mapping: null,
}

function registered(name = 'Ours') {
  const dataDir = join(tempFolder(), 'data')
  const paths = createWorkspace({ dataDir, name, source: SOURCE, now })
  return { dataDir, paths, entry: () => readRegistry(dataDir).entries.get(paths.id) }
}

/** A workspace of another computer, as its folder is copied here, with whatever its work file holds. */
function copiedInto(dataDir: string, column: 'source' | 'name', value: string): string {
  const { paths } = registered('Elsewhere')
  const db = new Database(paths.workFile)
  db.prepare(`UPDATE workspace SET ${column} = ?`).run(value)
  db.close()
  cpSync(paths.folder, join(dataDir, 'workspaces', paths.id), { recursive: true })
  return paths.id
}

describe('the list of workspaces', () => {
  test('is a private file that knows name, source and last use, and which connection was named', () => {
    const { dataDir, paths, entry } = registered()
    expect(entry()).toEqual({ name: 'Ours', lastUsedAt: NOW, source: SOURCE, confirmedUrl: SOURCE.url })
    expect(statSync(registryFile(dataDir)).mode & 0o777).toBe(0o600)
    renameWorkspace({ dataDir, id: paths.id, name: 'Theirs', now })
    expect(entry()?.name).toBe('Theirs')
  })

  test('forgets a workspace that is erased, and leaves no word of it', () => {
    const { dataDir, paths } = registered('Unmistakable Ltd')
    eraseWorkspace({ dataDir, id: paths.id, self: SELF, now })
    expect(readFileSync(registryFile(dataDir), 'utf8')).not.toMatch(/Unmistakable|db\.example/u)
  })

  test('is made again from the workspaces where it is missing or damaged, without any confirmation', () => {
    const { dataDir, entry } = registered()
    for (const content of ['', '{"version": 1, "workspa', '[]', '{"version":1,"workspaces":{}}x']) {
      writeFileSync(registryFile(dataDir), content)
      expect(tendWorkspaces(dataDir)).toBe(true)
      expect(entry()).toEqual({ name: 'Ours', lastUsedAt: NOW, source: SOURCE, confirmedUrl: null })
    }
  })

  test('loses one entry that cannot be read, and not the others', () => {
    const { dataDir, entry } = registered()
    const document = JSON.parse(readFileSync(registryFile(dataDir), 'utf8')) as {
      readonly workspaces: Record<string, unknown>
    }
    document.workspaces['other'] = { name: 7 }
    writeFileSync(registryFile(dataDir), JSON.stringify(document))
    expect(entry()?.confirmedUrl).toBe(SOURCE.url)
    tendWorkspaces(dataDir)
    expect(readRegistry(dataDir).state).toBe('whole')
    expect(entry()?.confirmedUrl).toBe(SOURCE.url)
  })

  test('of a newer Covercast is left alone', () => {
    const { dataDir, paths } = registered()
    const newer = '{"version": 2, "workspaces": []}'
    writeFileSync(registryFile(dataDir), newer.replace('[]', '{}'))
    expect(errorOf(() => registerWorkspace(dataDir, paths.id, { lastUsedAt: 1 })).code).toBe('store-newer')
    expect(readFileSync(registryFile(dataDir), 'utf8')).toContain('"version": 2')
  })

  test.each([
    ['a source with a password', 'source', JSON.stringify({ ...SOURCE, url: 'postgres://ann:s3cret@db.example/shop' })],
    ['a source of no kind', 'source', '{"kind":"file","path":"/etc/passwd"}'],
    ['a source that is no connection', 'source', JSON.stringify({ ...SOURCE, url: 'postgres://a,b/shop' })],
    ['a name of a megabyte', 'name', 'x'.repeat(1_000_000)],
    ['no name', 'name', ''],
  ] as const)('is not spoilt by a copied workspace with %s', async (_what, column, value) => {
    const { dataDir, entry } = registered()
    const id = copiedInto(dataDir, column, value)
    writeFileSync(registryFile(dataDir), '')
    const role = openWorkThread({ dataDir, now })
    await role.update(id, { lastUsed: NOW + 1 })
    const record = (await role.list()).find((one) => one.id === id)!
    expect(record.source === null || record.isConfirmed === false).toBe(true)
    role.close()
    expect(readRegistry(dataDir).state).toBe('whole')
    expect(entry()?.source).toEqual(SOURCE)
    const text = readFileSync(registryFile(dataDir), 'utf8')
    expect(text).not.toContain('s3cret')
    expect(text.length).toBeLessThan(4_000)
    createWorkspace({ dataDir, name: 'Another', source: null, now })
  })

  test('is listed also where a copied workspace was last used at a time that no date has', async () => {
    const { dataDir } = registered()
    const { paths } = registered('Elsewhere')
    const db = new Database(paths.workFile)
    db.exec('UPDATE workspace SET last_used_at = 9000000000000000')
    db.close()
    cpSync(paths.folder, join(dataDir, 'workspaces', paths.id), { recursive: true })
    const role = openWorkThread({ dataDir, now })
    expect((await role.list()).map(({ name, lastUsed }) => [name, lastUsed])).toEqual([
      ['Ours', NOW],
      ['Elsewhere', null],
    ])
    role.close()
  })
})

describe('the workspace that was used last', () => {
  test('is the newest in use, also where another was used by a clock that was ahead', async () => {
    const { dataDir, paths } = registered('Ahead')
    const other = createWorkspace({ dataDir, name: 'Now', source: null, now })
    const role = openWorkThread({ dataDir, now })
    await role.update(paths.id, { lastUsed: NOW + 365 * 86_400_000 })
    await role.update(other.id, { lastUsed: NOW + 1 })
    expect((await role.list()).map(({ name }) => name)).toEqual(['Now', 'Ahead'])
    await role.update(paths.id, { lastUsed: NOW + 2 })
    expect((await role.list()).map(({ name }) => name)).toEqual(['Ahead', 'Now'])
    role.close()
  })
})

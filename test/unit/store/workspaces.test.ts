import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openCache, openWork } from '../../../electron/store/open-workspace.ts'
import { openTrafficReader } from '../../../electron/store/traffic-reader.ts'
import { listWorkspaces } from '../../../electron/store/workspace-list.ts'
import { createWorkspace, eraseWorkspace, renameWorkspace } from '../../../electron/store/workspaces.ts'
import type { WorkspacePaths } from '../../../electron/store/workspace-paths.ts'
import { acquireLease } from '../../../electron/store/writer-lease.ts'
import { errorOf, NOW, now, SELF, tempFolder, tempWorkspace, writableCache } from './temp-store.ts'

const ELSE = { ...SELF, holder: 'another', host: 'elsewhere' }

function create(dataDir: string, name: string): WorkspacePaths {
  return createWorkspace({ dataDir, name, source: null, now })
}

function use(paths: WorkspacePaths, instant: number): void {
  const { work } = openWork({ paths, now })
  work.touch(instant)
  work.close()
}

describe('the files of a workspace', () => {
  test('can be read by nobody else, those that SQLite makes included', () => {
    const { dataDir, paths } = tempWorkspace()
    const { cache } = writableCache(paths)
    cache.commit({ state: { now: NOW } })
    const { work } = openWork({ paths, now })
    work.setSettings({ a: 1 })
    work.backUp()
    const reader = openTrafficReader(paths.cacheFile)
    reader.snapshot()
    const entries = readdirSync(dataDir, { recursive: true, withFileTypes: true })
    expect(entries.map((entry) => entry.name)).toEqual(
      expect.arrayContaining(['cache.sqlite-wal', 'cache.sqlite-shm', 'work.sqlite-wal']),
    )
    for (const entry of entries) {
      const mode = statSync(join(entry.parentPath, entry.name)).mode & 0o777
      expect([entry.name, mode.toString(8)]).toEqual([entry.name, entry.isDirectory() ? '700' : '600'])
    }
    expect(statSync(dataDir).mode & 0o777).toBe(0o700)
    reader.close()
    work.close()
  })

  test('that others could read are made private when they are opened', () => {
    const { paths } = tempWorkspace()
    chmodSync(paths.workFile, 0o644)
    chmodSync(paths.folder, 0o755)
    openWork({ paths, now }).work.close()
    expect(statSync(paths.workFile).mode & 0o777).toBe(0o600)
    expect(statSync(paths.folder).mode & 0o777).toBe(0o700)
  })
})

describe('creating', () => {
  test('makes a workspace that is listed with what it is', () => {
    const { dataDir, paths } = tempWorkspace('Ours')
    const [listed, ...others] = listWorkspaces(dataDir)
    expect(others).toEqual([])
    expect(listed).toMatchObject({
      id: paths.id,
      name: 'Ours',
      source: { kind: 'demo' },
      settings: {},
      syncedNow: null,
      lastUsedAt: NOW,
      problem: null,
    })
    expect(listed!.sizeBytes).toBeGreaterThan(10_000)
  })

  test('refuses a name that is taken, whatever its case, and leaves nothing behind', () => {
    const { dataDir } = tempWorkspace('Ours')
    for (const name of ['Ours', 'OURS', '  ours ']) expect(errorOf(() => create(dataDir, name)).code).toBe('conflict')
    expect(listWorkspaces(dataDir)).toHaveLength(1)
    expect(readdirSync(join(dataDir, 'workspaces')).toSorted()).toHaveLength(2)
  })

  test('refuses names that cannot be shown', () => {
    const dataDir = tempFolder()
    for (const name of ['', '   ', 'a\nb', 'x'.repeat(81)])
      expect(errorOf(() => create(dataDir, name)).code).toBe('invalid-input')
    expect(create(dataDir, ' Ünïcode – 客服 ').id).toMatch(/^[0-9a-f]{16}$/)
    expect(listWorkspaces(dataDir)[0]!.name).toBe('Ünïcode – 客服')
  })

  test('refuses a source with a password and leaves nothing behind', () => {
    const dataDir = tempFolder()
    const source = { kind: 'postgres', url: 'postgres://a:b@c/d', organizationId: 'o', mapping: null } as const
    expect(errorOf(() => createWorkspace({ dataDir, name: 'Ours', source, now })).code).toBe('invalid-input')
    expect(listWorkspaces(dataDir)).toEqual([])
  })

  test('says what is wrong with a folder it cannot use', () => {
    const file = join(tempFolder(), 'file')
    writeFileSync(file, '')
    expect(errorOf(() => create(join(file, 'data'), 'Ours')).code).toBe('data-folder')
  })
})

describe('listing', () => {
  test('finds nothing where there is no data folder yet, and makes none', () => {
    const dataDir = join(tempFolder(), 'none')
    expect(listWorkspaces(dataDir)).toEqual([])
    expect(existsSync(dataDir)).toBe(false)
  })

  test('puts the last used first', () => {
    const { dataDir, paths } = tempWorkspace('A')
    const second = create(dataDir, 'B')
    use(paths, NOW + 2)
    use(second, NOW + 1)
    expect(listWorkspaces(dataDir).map(({ name }) => name)).toEqual(['A', 'B'])
    use(second, NOW + 3)
    expect(listWorkspaces(dataDir).map(({ name }) => name)).toEqual(['B', 'A'])
  })

  test('tells the organization and the clock of the last sync', () => {
    const { dataDir, paths } = tempWorkspace()
    writableCache(paths).cache.commit({
      state: { now: NOW + 5 },
      directory: {
        organizationId: 'org',
        organizationName: 'Shop',
        countryRule: null,
        pools: null,
        agents: null,
        members: null,
        hasCountry: true,
        earliest: null,
        latest: null,
      },
    })
    expect(listWorkspaces(dataDir)[0]).toMatchObject({
      organizationId: 'org',
      organizationName: 'Shop',
      syncedNow: NOW + 5,
    })
  })

  test('shows a workspace that cannot be read with its problem and the name it is registered under, and changes nothing of it', () => {
    const { dataDir, paths } = tempWorkspace('Broken')
    create(dataDir, 'Fine')
    truncateSync(paths.workFile, 100)
    const listed = listWorkspaces(dataDir)
    expect(listed.map(({ name, problem }) => [name, problem?.code])).toEqual([
      ['Broken', 'store-damaged'],
      ['Fine', undefined],
    ])
    expect(statSync(paths.workFile).size).toBe(100)
  })

  test('passes over what is no workspace', () => {
    const { dataDir } = tempWorkspace()
    mkdirSync(join(dataDir, 'workspaces', 'My Folder'))
    writeFileSync(join(dataDir, 'workspaces', 'notes'), '')
    expect(listWorkspaces(dataDir)).toHaveLength(1)
  })
})

describe('renaming', () => {
  test('keeps everything but the name', () => {
    const { dataDir, paths } = tempWorkspace('Ours')
    renameWorkspace({ dataDir, id: paths.id, name: 'Renamed', now })
    expect(listWorkspaces(dataDir)).toMatchObject([{ id: paths.id, name: 'Renamed', source: { kind: 'demo' } }])
  })

  test("may change the case of its own name, and take no other's", () => {
    const { dataDir, paths } = tempWorkspace('Ours')
    create(dataDir, 'Theirs')
    renameWorkspace({ dataDir, id: paths.id, name: 'OURS', now })
    expect(errorOf(() => renameWorkspace({ dataDir, id: paths.id, name: 'theirs', now })).code).toBe('conflict')
    expect(
      listWorkspaces(dataDir)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(['OURS', 'Theirs'])
  })

  test('of what is not there fails', () => {
    expect(errorOf(() => renameWorkspace({ dataDir: tempFolder(), id: 'none', name: 'x', now })).code).toBe('not-found')
  })
})

describe('erasing', () => {
  test('leaves nothing of the workspace, and everything of others', () => {
    const { dataDir, paths } = tempWorkspace('Ours')
    create(dataDir, 'Theirs')
    eraseWorkspace({ dataDir, id: paths.id, self: SELF, now })
    expect(existsSync(paths.folder)).toBe(false)
    expect(listWorkspaces(dataDir).map(({ name }) => name)).toEqual(['Theirs'])
  })

  test('is refused while another holds the lease', () => {
    const { dataDir, paths } = tempWorkspace()
    const { db } = openCache({ paths, now })
    onTestFinished(() => void db.close())
    const lease = acquireLease(db, { self: ELSE, now })
    expect(errorOf(() => eraseWorkspace({ dataDir, id: paths.id, self: SELF, now })).code).toBe('store-busy')
    expect(listWorkspaces(dataDir)[0]!.problem).toBeNull()
    lease.release()
    eraseWorkspace({ dataDir, id: paths.id, self: SELF, now })
    expect(listWorkspaces(dataDir)).toEqual([])
  })

  test('works on a workspace that is damaged', () => {
    const { dataDir, paths } = tempWorkspace()
    truncateSync(paths.cacheFile, 10)
    truncateSync(paths.workFile, 10)
    eraseWorkspace({ dataDir, id: paths.id, self: SELF, now })
    expect(listWorkspaces(dataDir)).toEqual([])
  })

  test('that was interrupted is finished with the next change', () => {
    const { dataDir } = tempWorkspace()
    const leftover = join(dataDir, 'workspaces', '.erased-0123')
    mkdirSync(leftover)
    writeFileSync(join(leftover, 'work.sqlite'), 'half gone')
    create(dataDir, 'Theirs')
    expect(existsSync(leftover)).toBe(false)
  })
})

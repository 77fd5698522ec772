import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractAll } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { useDesktopApp } from '../desktop/support/desktop-app.ts'
import { cells, coverageCard, SYNC_MS, waitForSync } from '../e2e/support/pages.ts'
import { filesBelow, packApp, ROOT, type PackedApp } from './support/packed-app.ts'

const MEGABYTE = 1024 ** 2
const ON = '1'.charCodeAt(0)
const OFF = '0'.charCodeAt(0)
const HASH = /-[\w-]{8}(?=\.\w+$)/u
const SQLITE = 'node_modules/better-sqlite3'
const BINARY = `${SQLITE}/prebuilds/linux-${process.arch}.node`

let packed: PackedApp
/** The archive, unpacked. */
let app: string
const desktop = useDesktopApp('file')

// What is packed for Linux is packed on any Linux; the others' own machines pack theirs.
describe.runIf(process.platform === 'linux')('the package', () => {
  beforeAll(async () => {
    packed = await packApp()
    app = mkdtempSync(join(tmpdir(), 'covercast-extracted-'))
    extractAll(join(packed.resources, 'app.asar'), app)
  })
  afterAll(() => {
    packed.remove()
    rmSync(app, { recursive: true, force: true })
  })

  it('holds these files and no others', () => {
    const outside = filesBelow(packed.folder)
    expect(outside).toEqual(
      [
        'LICENSE.electron.txt',
        'LICENSES.chromium.html',
        'covercast',
        'locales/en-US.pak',
        'resources/LICENSE.txt',
        'resources/THIRD-PARTY-NOTICES.txt',
        'resources/app.asar',
        `resources/app.asar.unpacked/${BINARY}`,
        'version',
      ].toSorted(),
    )
    const library = [
      'LICENSE',
      'package.json',
      ...['binding', 'database', 'index', 'sqlite-error', 'util'].map((name) => `lib/${name}.js`),
    ].map((name) => `${SQLITE}/${name}`)
    const rest = filesBelow(app).filter(
      (name) =>
        !name.startsWith(`${SQLITE}/lib/methods/`) &&
        !name.startsWith('out/main/chunks/') &&
        !name.startsWith('out/renderer/assets/'),
    )
    expect(rest.map((name) => name.replace(HASH, '')).toSorted()).toEqual(
      [
        ...library,
        BINARY,
        'out/main/data-worker.js',
        'out/main/main.js',
        'out/preload/preload.cjs',
        'out/renderer/index.html',
        'out/renderer/print.html',
        'package.json',
      ].toSorted(),
    )
    const assets = filesBelow(join(app, 'out', 'renderer', 'assets')).map((name) => name.replace(HASH, ''))
    expect(assets).toEqual(
      expect.arrayContaining(['bands-worker.js', 'index.css', 'index.js', 'print.css', 'print.js']),
    )
    // What two of them share.
    expect(assets.filter((name) => !/^[\w-]+\.(?:css|js|woff2)$/u.test(name))).toEqual([])
    expect(filesBelow(join(app, 'out', 'main', 'chunks')).filter((name) => !name.endsWith('.js'))).toEqual([])
  })

  it("holds the page's workers under the names that the page asks for", () => {
    const folder = join(app, 'out', 'renderer', 'assets')
    const scripts = filesBelow(folder).filter((name) => name.endsWith('.js'))
    const text = scripts.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n')
    expect(scripts.filter((name) => name.includes('worker')).filter((name) => !text.includes(name))).toEqual([])
  })

  it('has the one SQLite for this platform, outside the archive where the system can load it', () => {
    expect(filesBelow(join(packed.resources, 'app.asar.unpacked'))).toEqual([BINARY])
    expect(filesBelow(packed.folder).filter((name) => name.endsWith('.node'))).toHaveLength(1)
    expect(
      readFileSync(join(packed.resources, 'app.asar.unpacked', BINARY)).equals(readFileSync(join(ROOT, BINARY))),
    ).toBe(true)
  })

  it('stays small', () => {
    // Almost two of them are the holidays and time zones of all countries, one the texts of four languages, and half of one is what sends mail.
    expect(statSync(join(packed.resources, 'app.asar')).size).toBeLessThan(10 * MEGABYTE)
    expect(statSync(join(packed.resources, 'app.asar.unpacked', BINARY)).size).toBeLessThan(4 * MEGABYTE)
  })

  it('tells nothing of the computer that made it, and holds no sources', () => {
    for (const name of filesBelow(app).filter((file) => !file.endsWith('.node'))) {
      const text = readFileSync(join(app, name), 'utf8')
      expect({ name, hasPath: text.includes(ROOT) || text.includes('sourcesContent') }).toEqual({
        name,
        hasPath: false,
      })
    }
  })

  it('has every fuse set, as they are read back from the executable', async () => {
    const wire = await getCurrentFuseWire(packed.executable)
    const expected: Readonly<Record<keyof typeof FuseV1Options, number>> = {
      RunAsNode: OFF,
      EnableCookieEncryption: ON,
      EnableNodeOptionsEnvironmentVariable: OFF,
      EnableNodeCliInspectArguments: OFF,
      EnableEmbeddedAsarIntegrityValidation: ON,
      OnlyLoadAppFromAsar: ON,
      LoadBrowserProcessSpecificV8Snapshot: OFF,
      GrantFileProtocolExtraPrivileges: OFF,
    }
    for (const [name, state] of Object.entries(expected)) {
      expect({ name, state: wire[FuseV1Options[name as keyof typeof FuseV1Options]] }).toEqual({ name, state })
    }
  })

  it('carries its licence, and the notices of all that is bundled into it', () => {
    expect(readFileSync(join(packed.resources, 'LICENSE.txt'), 'utf8')).toContain('MIT License')
    const notices = readFileSync(join(packed.resources, 'THIRD-PARTY-NOTICES.txt'), 'utf8')
    const titles = [...notices.matchAll(/^-{80}\n(\S+) \S+ - .+\n-{80}\n\n(?=\S)/gmu)].map((match) => match[1])
    for (const name of [
      'better-sqlite3',
      'pg',
      'react',
      'react-dom',
      'react-aria-components',
      'echarts',
      'zrender',
      '@trpc/server',
      '@trpc/client',
      'zod',
      'luxon',
      'lucide-react',
      '@fontsource-variable/open-sans',
    ])
      expect(titles).toContain(name)
    const direct = Object.keys({ ...packed.manifest.dependencies, ...packed.manifest.devDependencies })
    expect(direct.filter((name) => titles.includes(name)).toSorted()).toEqual(Object.keys(packed.manifest.dependencies))
    // What only builds and tests the app is not in it.
    for (const name of ['vite', 'vitest', 'typescript', 'playwright', 'electron', 'electron-builder', 'fast-check'])
      expect(titles).not.toContain(name)
    // Terms that ask for more than their text: Apache's NOTICE files.
    expect(notices).toContain('Apache ECharts')
    expect(
      notices.match(
        /Permission is hereby granted|Apache License|Redistribution and use|Permission to use, copy, modify/gu,
      )!.length,
    ).toBeGreaterThanOrEqual(titles.length)
  })

  it('names what it is to Electron and to installers, without what only a checkout uses', () => {
    const manifest = JSON.parse(readFileSync(join(app, 'package.json'), 'utf8')) as Record<string, unknown>
    expect(manifest).toMatchObject({
      name: 'covercast',
      version: packed.manifest.version,
      license: packed.manifest.license,
      type: 'module',
      main: 'out/main/main.js',
    })
    expect(manifest).toHaveProperty('author.name')
    expect(JSON.stringify(manifest)).not.toMatch(/\.example\b/)
    expect(manifest).not.toHaveProperty('scripts')
    expect(manifest).not.toHaveProperty('devDependencies')
  })

  it('works: the packed files alone open, make the demo and show its figures', async () => {
    await desktop.start({ app })
    await desktop.page.getByRole('button', { name: 'Open demo' }).click()
    await waitForSync(desktop.page)
    await expect.poll(() => coverageCard(desktop.page).innerText(), { timeout: SYNC_MS }).toMatch(/Coverage\s+\d+%/)
    expect(await cells(desktop.page).count()).toBe(168)
    await desktop.quit()
    expect(readFileSync(join(desktop.dataDir, 'covercast.log'), 'utf8')).toMatch(/Covercast was closed\.\n$/)
  })
})

import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fetchRuntime, installedRuntime, type Fetched } from '../../../electron/desktop/electron-runtime.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const { version: VERSION } = JSON.parse(
  readFileSync(join(ROOT, 'node_modules', 'electron', 'package.json'), 'utf8'),
) as { readonly version: string }
const ARCHIVE_NAME = `electron-v${VERSION}-${process.platform}-${process.arch}.zip`
const VARIABLES = ['ELECTRON_MIRROR', 'electron_config_cache', 'ELECTRON_INSTALL_ARCH', 'force_no_cache']

/** An archive with what Electron's has, as far as its installer looks, and enough else to come in pieces. */
const archive = Buffer.from(
  zipSync(
    {
      electron: Buffer.from('#!/bin/sh\n'),
      version: Buffer.from(VERSION),
      rest: Buffer.alloc(2_000_000, 'Covercast '),
    },
    { level: 0 },
  ),
)

type Answer = (response: ServerResponse) => void

const atFullSpeed: Answer = (response) => response.end(archive)
const never: Answer = () => {}
const halfOfIt: Answer = (response) => {
  response.writeHead(200, { 'content-length': archive.length })
  response.write(archive.subarray(0, archive.length / 2))
}

// The installer's folder has another shape on macOS and Windows; what is fetched and said is the same.
describe.runIf(process.platform === 'linux')('the runtime of the window', () => {
  let root: string
  let answer: Answer
  let requests: number
  let before: readonly (string | undefined)[]
  const server = createServer((_, response) => {
    requests += 1
    answer(response)
  })
  const fetchIt = async (options: Partial<Parameters<typeof fetchRuntime>[1]> = {}): ReturnType<typeof fetchRuntime> =>
    fetchRuntime(root, { stop: new AbortController().signal, onProgress: () => {}, ...options })

  beforeEach(async () => {
    requests = 0
    root = mkdtempSync(join(tmpdir(), 'covercast-runtime-'))
    const modules = join(root, 'node_modules')
    mkdirSync(join(modules, 'electron'), { recursive: true })
    for (const name of ['install.js', 'package.json'])
      cpSync(join(ROOT, 'node_modules', 'electron', name), join(modules, 'electron', name))
    for (const name of ['@electron', '@electron-internal'])
      symlinkSync(join(ROOT, 'node_modules', name), join(modules, name))
    const checksums = { [ARCHIVE_NAME]: createHash('sha256').update(archive).digest('hex') }
    writeFileSync(join(modules, 'electron', 'checksums.json'), JSON.stringify(checksums))
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    before = VARIABLES.map((name) => process.env[name])
    process.env['ELECTRON_MIRROR'] = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    process.env['electron_config_cache'] = join(root, 'cache')
  })
  afterEach(async () => {
    VARIABLES.forEach((name, index) => {
      const value = before[index]
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    })
    await stopServer()
    rmSync(root, { recursive: true, force: true })
  })

  async function stopServer(): Promise<void> {
    if (!server.listening) return
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }

  it('comes with its progress, and is kept for the next checkout', async () => {
    answer = atFullSpeed
    const seen: Fetched[] = []
    const executable = join(root, 'node_modules', 'electron', 'dist', 'electron')
    expect(await fetchIt({ onProgress: (fetched) => seen.push(fetched) })).toEqual({ kind: 'there', path: executable })
    expect(installedRuntime(root)).toBe(executable)
    expect(seen.length).toBeGreaterThan(2)
    expect(seen.at(-1)!.transferred).toBe(archive.length)
    expect(requests).toBe(1)

    await stopServer()
    rmSync(join(root, 'node_modules', 'electron', 'dist'), { recursive: true })
    expect(installedRuntime(root)).toBeNull()
    expect((await fetchIt()).kind).toBe('there')
    expect(requests).toBe(1)
  })

  it('is unpacked as it was downloaded, also where the environment asks the installer for another', async () => {
    answer = atFullSpeed
    process.env['ELECTRON_INSTALL_ARCH'] = 'another'
    process.env['force_no_cache'] = 'true'
    expect((await fetchIt()).kind).toBe('there')
    expect(requests).toBe(1)
  })

  it('is not waited for once the user stops it, and is fetched whole at the next start', async () => {
    answer = halfOfIt
    const stop = new AbortController()
    expect(await fetchIt({ stop: stop.signal, onProgress: () => stop.abort() })).toEqual({ kind: 'stopped' })
    expect(installedRuntime(root)).toBeNull()
    answer = atFullSpeed
    expect((await fetchIt()).kind).toBe('there')
    expect(requests).toBe(2)
  })

  it.each([
    ['never answers', never],
    ['stops in the middle', halfOfIt],
  ])('is given up where the server %s', async (_, given) => {
    answer = given
    expect(await fetchIt({ stalledMs: 500 })).toEqual({ kind: 'missing', reason: 'the server stopped answering' })
    expect(installedRuntime(root)).toBeNull()
  })

  it('is missing at once where there is no network', async () => {
    await stopServer()
    expect(await fetchIt()).toEqual({ kind: 'missing', reason: 'no connection (ECONNREFUSED)' })
  })

  it('is not taken where it is not what its package expects, and not kept', async () => {
    answer = (response) => response.end(Buffer.alloc(5000))
    expect(await fetchIt()).toMatchObject({ kind: 'missing', reason: expect.stringContaining('checksum') })
    answer = (response) => response.writeHead(404).end()
    expect(await fetchIt()).toMatchObject({ kind: 'missing', reason: expect.stringContaining('404') })
    expect(existsSync(join(root, 'cache'))).toBe(false)
  })
})

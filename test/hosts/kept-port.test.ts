import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startBrowserHost } from '../../electron/browser-host.ts'
import type { LoopbackServer } from '../../electron/browser/loopback-server.ts'
import { BUILT } from '../support/built.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'covercast-port-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const start = (options: { readonly port?: number; readonly keepsPort?: boolean } = {}): Promise<LoopbackServer> =>
  startBrowserHost({ dataDir, port: null, keepsPort: true, places: BUILT, ...options })
async function launch(options: Parameters<typeof start>[0] = {}): Promise<number> {
  const server = await start(options)
  await server.close()
  return server.port
}

describe('the app in a browser, started again', () => {
  it('is where it was, by itself and where a port was asked for', async () => {
    const first = await launch()
    expect(await launch()).toBe(first)
    const asked = await launch({ port: 0 })
    expect(await launch()).toBe(asked)
  })

  it('is elsewhere where its port was taken meanwhile, and stays there', async () => {
    const first = await launch()
    const other = createServer().listen(first, '127.0.0.1')
    await once(other, 'listening')
    const second = await launch()
    expect(second).not.toBe(first)
    other.close()
    expect(await launch()).toBe(second)
  })

  it('knows neither the cookie nor the token of before', async () => {
    const before = await start()
    const { headers } = await fetch(before.url, { redirect: 'manual' })
    const cookie = headers.get('set-cookie')!.split(';')[0]!
    await before.close()
    const now = await start()
    expect(now.port).toBe(before.port)
    expect((await fetch(`http://127.0.0.1:${now.port}/trpc/app.info`, { headers: { cookie } })).status).toBe(403)
    expect((await fetch(before.url, { redirect: 'manual' })).status).toBe(403)
    await now.close()
  })

  it('keeps nothing but the port', async () => {
    const port = await launch()
    expect(JSON.parse(readFileSync(join(dataDir, 'browser.json'), 'utf8'))).toEqual({ port })
  })

  it('starts where nothing can be kept', async () => {
    mkdirSync(join(dataDir, 'browser.json'))
    expect(await launch()).toBeGreaterThan(1023)
  })

  it('is not led astray by a file that says something else', async () => {
    for (const text of ['', '{"port":0}', '{"port":70000}', '{"port":"80; rm"}', '[]']) {
      writeFileSync(join(dataDir, 'browser.json'), text)
      expect(await launch()).toBeGreaterThan(1023)
    }
  })

  it('lets a document that is printed meanwhile leave the port alone', async () => {
    const port = await launch()
    expect(await launch({ keepsPort: false })).not.toBe(port)
    expect(await launch()).toBe(port)
  })
})

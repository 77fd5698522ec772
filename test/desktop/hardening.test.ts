import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { IS_REAL, RUNTIME, useDesktopApp } from './support/desktop-app.ts'

const app = useDesktopApp('file')

beforeAll(async () => {
  await app.start()
  await app.page.getByRole('button', { name: 'Open demo' }).waitFor()
  // Whatever would be handed to another program.
  await app.electron.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = async (url) => void opened.push(url)
  })
})

const openedOutside = (): Promise<readonly string[]> =>
  app.electron.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)
const windows = (): Promise<number> =>
  app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
const address = (): Promise<string> =>
  app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.getURL())
const logText = (): string => readFileSync(join(app.dataDir, 'covercast.log'), 'utf8')

describe(`a page that went bad, on ${RUNTIME}`, () => {
  it('finds no Node and no bridge to the shell', async () => {
    const found = await app.page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
        (name) => name in globalThis,
      ),
    )
    expect(found).toEqual([])
  })

  it('opens no window; a link to the web goes to the browser, anything else nowhere', async () => {
    const { page } = app
    for (const url of [
      'https://example.com/help',
      'http://example.com/',
      'file:///etc/passwd',
      'smb://server/share',
      'https://user@example.com/',
      'app://covercast/',
    ]) {
      expect(await page.evaluate((target) => window.open(target), url)).toBeNull()
    }
    await expect.poll(openedOutside).toEqual(['https://example.com/help'])
    expect(await windows()).toBe(1)
  })

  it('opens no window by a link either', async () => {
    const { page } = app
    await page.evaluate(() => {
      const link = Object.assign(document.createElement('a'), {
        href: 'https://example.com/linked',
        target: '_blank',
        textContent: 'More',
      })
      document.body.prepend(link)
    })
    await page.getByRole('link', { name: 'More' }).click()
    await expect.poll(openedOutside).toEqual(['https://example.com/help', 'https://example.com/linked'])
    expect(await windows()).toBe(1)
  })

  it('stays where it is, wherever it would lead its window', async () => {
    const { page } = app
    const before = await address()
    for (const url of ['https://example.com/', 'http://127.0.0.1:9/', '/assets/', '/download/x', '/-/quit']) {
      await page.evaluate((target) => location.assign(target), url)
      await expect.poll(() => page.getByRole('button', { name: 'Open demo' }).isVisible()).toBe(true)
      expect(await address()).toBe(before)
    }
    await expect.poll(logText).toContain('A page was kept from leading elsewhere.')
  })

  it('loads nothing from elsewhere', async () => {
    const answer = await app.page.evaluate(async () =>
      fetch('https://example.com/').then(
        () => 'read',
        () => 'refused',
      ),
    )
    expect(answer).toBe('refused')
  })

  it('has no network to go around that: no names, no way but to nowhere, no calls between browsers', async () => {
    const closed = await app.electron.evaluate(async ({ app: shell, session, webContents }) => ({
      names: shell.commandLine.getSwitchValue('host-resolver-rules'),
      ways: await Promise.all(
        ['https://example.com/', 'http://127.0.0.1:9/'].map((url) => session.defaultSession.resolveProxy(url)),
      ),
      calls: webContents.getAllWebContents().map((contents) => contents.getWebRTCIPHandlingPolicy()),
    }))
    expect(closed).toEqual({
      names: 'MAP * ~NOTFOUND',
      ways: ['PROXY 127.0.0.1:1', 'PROXY 127.0.0.1:1'],
      calls: ['disable_non_proxied_udp'],
    })
  })

  it.runIf(IS_REAL)('sends no packet to a server for calls', async () => {
    const server = createSocket('udp4')
    const packets: Buffer[] = []
    server.on('message', (packet) => packets.push(packet))
    server.bind(0, '127.0.0.1')
    await once(server, 'listening')
    await app.page.evaluate(async (port) => {
      const call = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${port}` }] })
      call.createDataChannel('x')
      const gathered = new Promise<void>((resolve) => {
        call.addEventListener('icegatheringstatechange', () => call.iceGatheringState === 'complete' && resolve())
        setTimeout(resolve, 5000)
      })
      await call.setLocalDescription(await call.createOffer())
      await gathered
      call.close()
    }, server.address().port)
    server.close()
    expect(packets).toEqual([])
  })

  it('starts a worker that the app was built with, and no other', async () => {
    const built = readdirSync(join(import.meta.dirname, '..', '..', 'out', 'renderer', 'assets')).find((name) =>
      /^bands-worker-.*\.js$/u.test(name),
    )!
    const outcomes = await app.page.evaluate(
      async (paths) => {
        const start = (path: string): Promise<string> =>
          new Promise((resolve) => {
            const worker = new Worker(path, { type: 'module' })
            // Of nonsense its script complains by name; of a script that is refused nobody says anything.
            worker.addEventListener('error', ({ message }) => resolve(message ? 'started' : 'refused'))
            worker.postMessage(null)
          })
        return Promise.all(paths.map(start))
      },
      [`/assets/${built}`, '/trpc/app.info'],
    )
    expect(outcomes).toEqual(['started', 'refused'])
  })

  it('cannot run what is written into it', async () => {
    const ran = await app.page.evaluate(async () => {
      const script = document.createElement('script')
      script.textContent = 'document.title = "ran"'
      document.head.append(script)
      return document.title
    })
    expect(ran).toBe('Covercast')
  })

  it('is refused everything in a frame within itself, by the frame and not by a header', async () => {
    const outcome = await app.page.evaluate(async () => {
      const frame = document.createElement('iframe')
      frame.srcdoc = '<p>within</p>'
      document.body.append(frame)
      await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
      const call = (from: Window): Promise<string> =>
        from.fetch('/trpc/app.info').then(
          (response) => `${response.status}`,
          () => 'refused',
        )
      const answers = { page: await call(window), frame: await call(frame.contentWindow!) }
      frame.remove()
      return answers
    })
    expect(outcome).toEqual({ page: '200', frame: 'refused' })
    await expect
      .poll(logText)
      .toContain('Refused GET app://covercast/trpc/app.info: A frame within the page asks for it.')
  })
})

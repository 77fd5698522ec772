import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowserHost } from '../../electron/browser-host.ts'
import type { LoopbackServer } from '../../electron/browser/loopback-server.ts'
import { shareBrowser, type SharedBrowser } from '../support/chromium.ts'

const ELECTRON = join(import.meta.dirname, '../../electron')
const PAGE = `<!doctype html><html><head><title>Covercast</title><link rel="icon" href="data:,"><link rel="stylesheet" href="./assets/style-Ck0-9aZb.css">
<script>document.title = 'an inline script ran'</script><script type="module" src="./assets/app-BxY3_k1z.js"></script></head><body style="margin: 7px"></body></html>`
/** What the real page does, in small: a call, a stream, a style element with the page's nonce, and one without. */
const SCRIPT = `
const info = await (await fetch('/trpc/app.info')).json()
const saved = await (await fetch('/trpc/app.saveSettings', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"theme":"dark"}' })).json()
const stream = new EventSource('/trpc/sync.watch?input=' + encodeURIComponent('{"workspaceId":"w"}'))
const event = await new Promise((resolve) => stream.addEventListener('message', (one) => resolve(one.data)))
stream.close()
const colored = (nonce) => {
  const style = document.createElement('style')
  if (nonce) style.nonce = nonce
  style.textContent = 'body { color: ' + (nonce ? 'rgb(1, 2, 3)' : 'rgb(9, 9, 9)') + ' !important }'
  document.head.append(style)
}
colored(document.querySelector('meta[property=csp-nonce]').nonce)
colored(null)
const { color, margin } = getComputedStyle(document.body)
const result = document.createElement('pre')
result.textContent = JSON.stringify({ host: info.result.data.host, theme: saved.result.data.theme, event, color, margin, title: document.title, address: location.href })
document.body.append(result)
`
/** The usual tricks of a page of another origin. */
const evilPage = (
  app: string,
  link: string,
): string => `<!doctype html><title>evil</title><link rel="icon" href="data:,">
<form method="post" enctype="text/plain" action="${app}/trpc/app.saveSettings"><input name='{"theme":"light","x":"' value='"}'><button>Win a prize</button></form>
<iframe src="${app}/"></iframe><a href="${link}">the planner</a>
<script type="module">
const read = await fetch('${app}/trpc/app.settings', { credentials: 'include' }).then((response) => response.text(), () => 'refused')
const embedded = await new Promise((resolve) => {
  const script = document.createElement('script')
  script.src = '${app}/assets/app-BxY3_k1z.js'
  script.onload = () => resolve('loaded')
  script.onerror = () => resolve('refused')
  document.head.append(script)
})
const result = document.createElement('pre')
result.textContent = JSON.stringify({ read, embedded })
document.body.append(result)
</script>`

let browser: SharedBrowser
let context: BrowserContext
let server: LoopbackServer
let folder: string
let evil: Server

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'covercast-browser-'))
  const rendererFolder = join(folder, 'renderer')
  mkdirSync(join(rendererFolder, 'assets'), { recursive: true })
  writeFileSync(join(rendererFolder, 'index.html'), PAGE)
  writeFileSync(join(rendererFolder, 'assets', 'app-BxY3_k1z.js'), SCRIPT)
  writeFileSync(join(rendererFolder, 'assets', 'style-Ck0-9aZb.css'), 'body { padding: 3px }')
  ;[browser, server] = await Promise.all([
    shareBrowser(),
    startBrowserHost({
      dataDir: join(folder, 'data'),
      port: null,
      places: { workerEntry: join(ELECTRON, 'data-worker.ts'), rendererFolder },
    }),
  ])
  context = await browser.newContext()
  evil = createServer((_, response) =>
    response.setHeader('content-type', 'text/html').end(evilPage(origin(), server.url)),
  )
  evil.listen(0, '127.0.0.1')
  await once(evil, 'listening')
})
afterAll(async () => {
  await browser.close()
  await server.close()
  evil.close()
  rmSync(folder, { recursive: true, force: true })
})

const origin = (): string => `http://127.0.0.1:${server.port}`
const resultOf = async (page: Page): Promise<unknown> => JSON.parse((await page.locator('pre').textContent()) ?? '')

describe('a real browser', () => {
  it('opens the app with a ticket, calls it, hears its streams, and runs nothing that the policy does not allow', async () => {
    const page = await context.newPage()
    await page.goto(server.ticketUrl())
    const expected = {
      host: 'browser',
      theme: 'dark',
      event: 'null',
      color: 'rgb(1, 2, 3)',
      margin: '7px',
      title: 'Covercast',
      address: `${origin()}/`,
    }
    expect(await resultOf(page)).toEqual(expected)
    await page.reload()
    expect(await resultOf(page)).toEqual(expected)
    await page.close()
  })

  it('in which the app is open lets no other page read, embed, frame or change it', async () => {
    const page = await context.newPage()
    // Another port of the same host: to the browser the same site, so that the cookie is sent along.
    await page.goto(`http://127.0.0.1:${(evil.address() as AddressInfo).port}/`)
    expect(await resultOf(page)).toEqual({ read: 'refused', embedded: 'refused' })
    expect(page.frames().map((frame) => frame.url())).toEqual([page.url(), 'chrome-error://chromewebdata/'])
    const answered = page.waitForResponse(`${origin()}/trpc/app.saveSettings`)
    await page.getByRole('button').click()
    expect((await answered).status()).toBe(403)
    await page.close()
    const settings: unknown = await (await context.request.get(`${origin()}/trpc/app.settings`)).json()
    expect(settings).toMatchObject({ result: { data: { theme: 'dark' } } })
  })

  it('opens the app from a link on the page of another site, and again after a reload', async () => {
    const visitor = await browser.newContext()
    const page = await visitor.newPage()
    // To the browser another host is another site: a redirect from it comes without the cookie.
    await page.goto(`http://localhost:${(evil.address() as AddressInfo).port}/`)
    await page.getByRole('link').click()
    await page.waitForURL(`${origin()}/`)
    expect(await resultOf(page)).toMatchObject({ address: `${origin()}/` })
    await page.reload()
    expect(await resultOf(page)).toMatchObject({ address: `${origin()}/` })
    await visitor.close()
  })

  it('that never had the address stays outside', async () => {
    const stranger = await browser.newContext()
    const page = await stranger.newPage()
    expect((await page.goto(`${origin()}/`))?.status()).toBe(403)
    await stranger.close()
  })
})

import { describe, expect, it } from 'vitest'
import type { BackendState } from '../../../electron/desktop/backend-lifecycle.ts'
import { desktopTexts } from '../../../electron/desktop/desktop-texts.ts'
import { createProtocolHandler } from '../../../electron/desktop/protocol-handler.ts'

const logged: string[] = []
const log = {
  file: '',
  info: () => undefined,
  warn: () => undefined,
  error: (message: string) => void logged.push(message),
  hide: () => undefined,
  clean: (text: string) => text,
  tail: async () => [],
  flush: async () => undefined,
}
const texts = desktopTexts('en', [])

function handlerOf(state: BackendState) {
  const pages: string[] = []
  return {
    pages,
    handle: createProtocolHandler({ state: () => state, log, texts: () => texts, onPage: (kind) => pages.push(kind) }),
  }
}
const answering = (fetch: (request: Request) => Promise<Response>): BackendState => ({
  kind: 'open',
  backend: { fetch, takeIn: async () => '', close: async () => undefined },
})

describe("the app's scheme", () => {
  it('is answered by the backend once that is open', async () => {
    const { handle, pages } = handlerOf(
      answering(
        async (request) =>
          new Response(`${request.method} ${new URL(request.url).pathname} ${await request.text()}`, {
            status: 201,
            headers: { 'x-y': 'z' },
          }),
      ),
    )
    const answer = await handle(new Request('app://covercast/upload', { method: 'PUT', body: 'abc' }))
    expect([answer.status, answer.headers.get('x-y'), await answer.text()]).toEqual([201, 'z', 'PUT /upload abc'])
    await handle(new Request('app://covercast/'))
    expect(pages).toEqual(['open'])
  })

  it('shows a calm page until then, with nothing that could run', async () => {
    const { handle, pages } = handlerOf({ kind: 'opening' })
    const page = await handle(new Request('app://covercast/'))
    expect(page.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; img-src data:; base-uri 'none'/,
    )
    const html = await page.text()
    expect(html).toContain('Opening Covercast')
    expect(html).not.toContain('<script')
    expect((await handle(new Request('app://covercast/trpc/app.info'))).status).toBe(503)
    expect(pages).toEqual(['opening'])
  })

  it('says why it could not be opened, what is safe and what to do, without letting words become markup', async () => {
    const { handle } = handlerOf({
      kind: 'failed',
      report: {
        code: 'data-folder',
        message: '<script>alert("x")</script> & more',
        kept: 'All is kept.',
        next: 'Do this.',
      },
    })
    const html = await (await handle(new Request('app://covercast/'))).text()
    expect(html).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; more')
    expect(html).not.toContain('<script')
    for (const text of ['All is kept.', 'Do this.', 'href="/-/try-again"', 'href="/-/open-log"', 'href="/-/quit"'])
      expect(html).toContain(text)
  })

  it('knows one origin only', async () => {
    const { handle } = handlerOf(answering(async () => new Response('reached')))
    for (const url of ['app://evil/', 'app://covercast.evil/', 'other://covercast/'])
      expect((await handle(new Request(url))).status).toBe(404)
  })

  it('answers no page of another origin, by what the browser says of who asks and not by a header', async () => {
    const { handle } = handlerOf(answering(async () => new Response('reached')))
    const from = (initiatorOrigin: string | undefined): Request =>
      Object.assign(new Request('app://covercast/trpc/app.info', { headers: { origin: 'app://covercast' } }), {
        initiatorOrigin,
      })
    for (const origin of [
      'null',
      '',
      'https://evil.example',
      'app://evil',
      'app://covercast.evil',
      'http://127.0.0.1:1',
    ])
      expect((await handle(from(origin))).status).toBe(403)
    // What the shell itself loads has none.
    for (const origin of ['app://covercast', undefined]) expect((await handle(from(origin))).status).toBe(200)
  })

  it('tells the log nothing of what stands behind an address', async () => {
    logged.length = 0
    const { handle } = handlerOf(answering(() => Promise.reject(new Error('gone'))))
    await handle(new Request('app://covercast/trpc/plans.get?input=%7B%22secret%22%3A1%7D'))
    expect(logged).toEqual(['GET app://covercast/trpc/plans.get failed.'])
  })

  it('answers 500 with a reason when the backend throws, and logs it', async () => {
    logged.length = 0
    const { handle } = handlerOf(answering(() => Promise.reject(new Error('secret detail'))))
    const answer = await handle(new Request('app://covercast/'))
    expect(answer.status).toBe(500)
    expect(await answer.text()).toBe('Something went wrong that Covercast did not expect. The log says what it was.\n')
    expect(logged).toEqual(['GET app://covercast/ failed.'])
  })

  it('aborts the request when nobody reads its answer any more', async () => {
    let signal: AbortSignal | null = null
    let cancelled: unknown = null
    const { handle } = handlerOf(
      answering(async (request) => {
        signal = request.signal
        return new Response(
          new ReadableStream({
            pull: (controller) => controller.enqueue(new Uint8Array(8)),
            cancel: (reason) => void (cancelled = reason),
          }),
        )
      }),
    )
    const answer = await handle(new Request('app://covercast/trpc/sync.watch'))
    const reader = answer.body!.getReader()
    await reader.read()
    expect(signal!.aborted).toBe(false)
    await reader.cancel('gone')
    expect([signal!.aborted, cancelled]).toEqual([true, 'gone'])
  })
})

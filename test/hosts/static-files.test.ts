import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readStaticFile } from '../../electron/backend/core/static-files.ts'
import { HOSTS, type TestHost } from './support/open-host.ts'

describe.each(HOSTS)('the page, on $name', ({ open }) => {
  let host: TestHost
  beforeAll(async () => {
    host = await open()
    symlinkSync(join(host.rendererFolder, '..', 'secret.txt'), join(host.rendererFolder, 'link.txt'))
  })
  afterAll(() => host.close())

  it('is served fresh, under a policy that opens nothing but what it needs', async () => {
    const response = await host.fetch('/')
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
    })
    const policy = (response.headers.get('content-security-policy') ?? '').split('; ')
    expect(policy[0]).toBe("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("connect-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy.join('; ')).not.toMatch(/unsafe-eval|script-src[^;]*unsafe|https?:|\*/)
  })

  it('carries a nonce for its own style elements, another one each time', async () => {
    const nonces = await Promise.all(
      ['/', '/index.html'].map(async (path) => {
        const response = await host.fetch(path)
        const nonce = /<meta property="csp-nonce" nonce="([^"]+)">/.exec(await response.text())?.[1]
        expect(response.headers.get('content-security-policy')).toContain(`style-src-elem 'self' 'nonce-${nonce}'`)
        return nonce
      }),
    )
    expect(new Set(nonces).size).toBe(2)
  })

  it('has assets that may be kept for good, each with its type', async () => {
    const script = await host.fetch('/assets/app-BxY3_k1z.js')
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(await script.text()).toBe('export {}')
    const style = await host.fetch('/assets/style-Ck0-9aZb.css?v=1')
    expect(style.headers.get('content-type')).toBe('text/css; charset=utf-8')
    const head = await host.fetch('/assets/app-BxY3_k1z.js', { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
  })

  it('is all there is: other paths are 404, without a fallback', async () => {
    for (const path of [
      '/coverage',
      '/assets/',
      '/assets',
      '/favicon.ico',
      '/assets/app-BxY3_k1z.js.map',
      '/index.html/x',
      '/download/x',
      '/.sources',
    ]) {
      const response = await host.fetch(path)
      expect({ path, status: response.status, type: response.headers.get('content-type') }).toEqual({
        path,
        status: 404,
        type: 'text/plain; charset=utf-8',
      })
    }
  })

  it('lets no path traversal out of its folder, nor a link', async () => {
    const attempts = [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/assets/..%5c..%5csecret.txt',
      '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
      '//secret.txt',
      '/assets//../../secret.txt',
      '/....//secret.txt',
      '/secret.txt%00.html',
      '/link.txt',
      '/C:/secret.txt',
    ]
    for (const attempt of attempts) {
      const response = await host.fetch(attempt)
      expect({ attempt, status: response.status, text: await response.text() }).toEqual({
        attempt,
        status: 404,
        text: 'There is nothing at this address.\n',
      })
    }
  })
})

describe('reading a file of the page', () => {
  it.each(['/../secret.txt', '/./index.html', '/assets/../index.html', '/a\\..\\b.txt', '/index.html\0', '/', ''])(
    'takes %j as it stands, without resolving dots',
    async (path) => {
      const file = await readStaticFile('/nonexistent', path)
      expect(file).toBeNull()
    },
  )
})

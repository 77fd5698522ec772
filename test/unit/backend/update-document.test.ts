import { createServer, type RequestListener, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { readUpdateDocument } from '../../../electron/backend/updates/read-document.ts'
import { isNewerVersion } from '../../../shared/contract/update-document.ts'

let server: Server | null = null
afterEach(async () => {
  server?.closeAllConnections()
  await new Promise((done) => (server === null ? done(null) : server.close(done)))
  server = null
})

async function serve(answer: RequestListener): Promise<string> {
  server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/update.json`
}

const DOCUMENT = { version: '1.10.0', notes: 'More.', page: 'https://covercast.example/get' }

describe('the newest version', () => {
  it('is read by one request that says nothing of the user', async () => {
    const asked: unknown[] = []
    const address = await serve((request, response) => {
      const { host: _host, ...headers } = request.headers
      asked.push([request.method, request.url, headers])
      response.end(JSON.stringify({ ...DOCUMENT, later: 'passed over' }))
    })
    expect(await readUpdateDocument(address)).toEqual({ kind: 'read', document: DOCUMENT })
    expect(asked).toEqual([
      ['GET', '/update.json', { accept: 'application/json', 'user-agent': 'Covercast', connection: 'close' }],
    ])
  })

  it.each([
    ['no JSON', 'unreadable', (_: unknown, response) => response.end('<html>')],
    ['another document', 'unreadable', (_: unknown, response) => response.end('{"version":"1.0.0"}')],
    [
      'a page that could start a program',
      'unreadable',
      (_: unknown, response) => response.end(JSON.stringify({ ...DOCUMENT, page: 'file:///bin/sh' })),
    ],
    ['too much', 'unreadable', (_: unknown, response) => response.end(' '.repeat(300_000))],
    ['an error', 'unreadable', (_: unknown, response) => response.writeHead(500).end()],
    [
      'a redirect',
      'redirect',
      (_: unknown, response) => response.writeHead(302, { location: 'https://elsewhere.example/' }).end(),
    ],
    ['nothing at all', 'unreachable', (request) => void request.socket.destroy()],
  ] satisfies readonly (readonly [string, string, RequestListener])[])(
    'is not learned from %s: %s',
    async (_, problem, answer) => {
      expect(await readUpdateDocument(await serve(answer))).toEqual({ kind: 'failed', problem })
    },
  )

  it('is not waited for without end', async () => {
    const address = await serve(() => undefined)
    expect(await readUpdateDocument(address, { limitMs: 50 })).toEqual({ kind: 'failed', problem: 'timeout' })
  })

  it('is asked of nobody by an address that is none, names a user or is not encrypted', async () => {
    const resolve = async () => [{ address: '93.184.216.34', family: 4 }]
    for (const address of ['x', 'file:///etc/passwd', 'https://me:secret@covercast.example/'])
      expect(await readUpdateDocument(address, { resolve })).toEqual({ kind: 'failed', problem: 'bad-address' })
    expect(await readUpdateDocument('http://covercast.example/', { resolve })).toEqual({
      kind: 'failed',
      problem: 'insecure',
    })
  })

  it('is compared by its numbers', () => {
    expect(isNewerVersion('1.10.0', '1.9.9')).toBe(true)
    expect(isNewerVersion('2.0.0', '1.9.9')).toBe(true)
    for (const version of ['1.9.9', '1.9.8', '0.10.0']) expect(isNewerVersion(version, '1.9.9')).toBe(false)
  })
})

import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { TLSSocket } from 'node:tls'
import { describe, expect, it, onTestFinished } from 'vitest'
import { connect } from '../../../electron/sync/postgres/connect.ts'
import type { ConnectionInput } from '../../../electron/sync/postgres/connection-settings.ts'
import { connectionTo } from '../../support/test-connection.ts'

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../../fixtures/tls', name))
const [cert, key] = [fixture('localhost.crt'), fixture('localhost.key')]

/** What a server asks for when somebody wants in. */
function authentication(kind: number, rest = ''): Buffer {
  const body = Buffer.concat([Buffer.alloc(4), Buffer.from(rest, 'latin1')])
  body.writeInt32BE(kind)
  const head = Buffer.from('R\0\0\0\0')
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}

/** A server that encrypts, asks for a password in one way, and keeps what it is sent in answer; null: one that does not encrypt. */
async function askingServer(request: Buffer | null) {
  const answers: Buffer[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.once('data', () => {
      if (request === null) return void socket.write('N')
      socket.write('S')
      const secure = new TLSSocket(socket, { isServer: true, cert, key })
      secure.on('error', () => undefined)
      secure.once('data', () => {
        secure.on('data', (chunk: Buffer) => answers.push(chunk))
        secure.write(request)
      })
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return {
    answers,
    connect: (changes: ConnectionInput) =>
      connect(connectionTo(`postgres://me:secret@127.0.0.1:${port}/db`, { tlsMode: 'require', ...changes }), {
        silenceMs: 60_000,
        closeMs: 100,
      }),
  }
}

describe('channel_binding=require', () => {
  it.each([
    ['the password itself', authentication(3)],
    ['a hash of it', authentication(5, 'salt')],
    ['an exchange that is not bound', authentication(10, 'SCRAM-SHA-256\0\0')],
    ['nothing', authentication(0)],
  ])('sends nothing to a server that asks for %s', async (_, request) => {
    const { answers, connect: open } = await askingServer(request)
    await expect(open({ channelBinding: 'require' })).rejects.toMatchObject({
      code: 'source-tls',
      message: 'The server does not bind the password to the TLS channel, as channel_binding=require demands.',
    })
    expect(answers).toEqual([])
  })

  it('is not to be had from a server without TLS, whatever sslmode would allow', async () => {
    const { answers, connect: open } = await askingServer(null)
    await expect(open({ channelBinding: 'require', tlsMode: 'prefer' })).rejects.toMatchObject({
      message: 'The server does not offer TLS.',
      next: 'Switch TLS on at the server, or leave channel_binding out.',
    })
    expect(answers).toEqual([])
  })

  it('begins the exchange that is bound', async () => {
    const { answers, connect: open } = await askingServer(authentication(10, 'SCRAM-SHA-256\0SCRAM-SHA-256-PLUS\0\0'))
    open({ channelBinding: 'require' }).catch(() => undefined)
    await expect.poll(() => answers.join('')).toContain('SCRAM-SHA-256-PLUS')
  })

  it('is refused where nothing is encrypted', async () => {
    const { connect: open } = await askingServer(authentication(0))
    await expect(open({ channelBinding: 'require', tlsMode: 'disable' })).rejects.toMatchObject({
      code: 'source-tls',
      message: 'channel_binding=require needs TLS, which this connection does without.',
    })
  })
})

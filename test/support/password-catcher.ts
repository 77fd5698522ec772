import { createServer, type Socket } from 'node:net'

/** A server that is no database: it asks whoever connects for the password in clear text, and keeps what it is given. */
export interface PasswordCatcher {
  readonly port: number
  /** Connections that were made to it, whatever they said. */
  readonly connections: () => number
  /** User and database of every start-up packet, and every password that followed one. */
  readonly heard: readonly { readonly kind: 'start-up' | 'password'; readonly text: string }[]
  readonly close: () => Promise<void>
}

const SSL_REQUEST = 80_877_103
const GSS_REQUEST = 80_877_104
const ASK_FOR_CLEAR_TEXT = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 3])

/** `port` 0: a free one. */
export async function startPasswordCatcher(port = 0): Promise<PasswordCatcher> {
  const heard: { readonly kind: 'start-up' | 'password'; readonly text: string }[] = []
  const sockets = new Set<Socket>()
  let connections = 0
  const server = createServer((socket) => {
    connections += 1
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    let pending = Buffer.alloc(0)
    let hasStarted = false
    socket.on('data', (piece) => {
      pending = Buffer.concat([pending, piece])
      for (;;) {
        const head = hasStarted ? 1 : 0
        if (pending.length < head + 4) return
        const length = head + pending.readInt32BE(head)
        if (pending.length < length) return
        const message = pending.subarray(0, length)
        pending = pending.subarray(length)
        if (hasStarted) {
          if (message[0] === 0x70)
            heard.push({ kind: 'password', text: message.subarray(5).toString('utf8').replace(/\0$/u, '') })
          socket.destroy()
          return
        }
        const code = message.readInt32BE(4)
        if (code === SSL_REQUEST || code === GSS_REQUEST) {
          socket.write('N')
          continue
        }
        hasStarted = true
        heard.push({
          kind: 'start-up',
          text: message.subarray(8).toString('utf8').split('\0').filter(Boolean).join(' '),
        })
        socket.write(ASK_FOR_CLEAR_TEXT)
      }
    })
  })
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening))
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    connections: () => connections,
    heard,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

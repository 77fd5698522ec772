import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** Stands between a client and a server, and keeps what crosses. */
export interface RecordingProxy {
  readonly port: number
  /** Pieces in the order in which they crossed. */
  readonly crossed: readonly { readonly from: 'client' | 'server'; readonly bytes: Buffer }[]
  /** Forgets what crossed so far. */
  clear(): void
  close(): Promise<void>
}

/** Starts a proxy on a free port in front of a local port. */
export async function startRecordingProxy(serverPort: number): Promise<RecordingProxy> {
  const crossed: { readonly from: 'client' | 'server'; readonly bytes: Buffer }[] = []
  const sockets = new Set<Socket>()
  const proxy = createServer((client) => {
    const server = connect(serverPort, '127.0.0.1')
    for (const [socket, other, from] of [
      [client, server, 'client'],
      [server, client, 'server'],
    ] as const) {
      sockets.add(socket)
      socket.on('data', (bytes: Buffer) => {
        crossed.push({ from, bytes })
        other.write(bytes)
      })
      socket.on('error', () => other.destroy())
      socket.on('close', () => other.destroy())
    }
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  const { port } = proxy.address() as { readonly port: number }
  return {
    port,
    crossed,
    clear: () => void crossed.splice(0),
    close: async () => {
      for (const socket of sockets) socket.destroy()
      proxy.close()
      await once(proxy, 'close')
    },
  }
}

import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** What went through a proxy since it was last reset. */
export interface ProxyCount {
  /** Text of every statement, in order. */
  readonly statements: readonly string[]
  readonly rows: number
  /** From the server. */
  readonly bytes: number
}

export interface PostgresProxy {
  /** The server's URL, through the proxy. */
  readonly url: string
  count(): ProxyCount
  reset(): void
  /** Ends every connection as a broken line does, and refuses new ones until `restore`. */
  cut(): void
  restore(): void
  close(): Promise<void>
}

export interface PostgresProxyOptions {
  /** Added to each direction, milliseconds. */
  readonly delayMs?: number
  /** Called with each statement before it is passed on. */
  readonly onStatement?: (text: string) => void
  /** Called with every piece that crosses, in order. */
  readonly onData?: (from: 'client' | 'server', bytes: Buffer) => void
}

/** A small proxy on loopback that reads the wire protocol along: it counts, delays, and cuts the line. */
export async function startPostgresProxy(serverUrl: string, { delayMs = 0, onStatement, onData }: PostgresProxyOptions = {}): Promise<PostgresProxy> {
  const target = new URL(serverUrl)
  const sockets = new Set<Socket>()
  let statements: string[] = []
  let rows = 0
  let bytes = 0
  let isCut = false

  const server = createServer((client) => {
    if (isCut) {
      client.destroy()
      return
    }
    const upstream = connect(Number(target.port), target.hostname)
    for (const socket of [client, upstream]) {
      socket.setNoDelay(true)
      sockets.add(socket)
      socket.on('close', () => sockets.delete(socket))
      // A cut line is the point of some tests.
      socket.on('error', () => undefined)
    }
    const fromClient = messageReader({ hasUntypedStart: true }, (type, body) => {
      const text = type === 'Q' ? body.toString('utf8', 0, body.length - 1) : type === 'P' ? body.toString('utf8').split('\0')[1]! : null
      if (text === null) return
      statements.push(text)
      onStatement?.(text)
    })
    const fromServer = messageReader({ hasUntypedStart: false }, (type) => {
      if (type === 'D') rows += 1
    })
    relay({
      from: client,
      to: upstream,
      delayMs,
      onData: (chunk) => {
        onData?.('client', chunk)
        fromClient(chunk)
      },
    })
    relay({
      from: upstream,
      to: client,
      delayMs,
      onData: (chunk) => {
        bytes += chunk.length
        onData?.('server', chunk)
        fromServer(chunk)
      },
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = new URL(serverUrl)
  url.hostname = '127.0.0.1'
  url.port = String((server.address() as AddressInfo).port)
  url.searchParams.set('sslmode', 'disable')
  const cutAll = (): void => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: url.href,
    count: () => ({ statements: [...statements], rows, bytes }),
    reset() {
      statements = []
      rows = 0
      bytes = 0
    },
    cut() {
      isCut = true
      cutAll()
    },
    restore() {
      isCut = false
    },
    async close() {
      cutAll()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

interface Relay {
  readonly from: Socket
  readonly to: Socket
  readonly delayMs: number
  readonly onData: (chunk: Buffer) => void
}

function relay({ from, to, delayMs, onData }: Relay): void {
  from.on('data', (chunk: Buffer) => {
    onData(chunk)
    const pass = (): void => {
      if (!to.destroyed) to.write(chunk)
    }
    if (delayMs === 0) pass()
    else setTimeout(pass, delayMs)
  })
  from.on('close', () => to.destroy())
}

/** Cuts a stream into the protocol's messages: a type (but for the client's first message), a length, a body. */
function messageReader({ hasUntypedStart }: { readonly hasUntypedStart: boolean }, onMessage: (type: string, body: Buffer) => void): (chunk: Buffer) => void {
  let pending: Buffer = Buffer.alloc(0)
  let atStart = hasUntypedStart
  return (chunk) => {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk])
    for (;;) {
      const head = atStart ? 0 : 1
      if (pending.length < head + 4) return
      const end = head + pending.readInt32BE(head)
      if (pending.length < end) return
      if (!atStart) onMessage(String.fromCharCode(pending[0]!), pending.subarray(5, end))
      atStart = false
      pending = pending.subarray(end)
    }
  }
}

import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** What went through a proxy since it was last reset. */
export interface ProxyCount {
  /** Text of every statement, in order. */
  readonly statements: readonly string[]
  readonly rows: number
  /** Whole messages of the server. */
  readonly messages: number
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
  /** Leaves every connection open, old and new, and passes nothing on any more but for so many whole messages of the server: a dead line. */
  stall(afterMessages?: number): void
  /** Passes on what was held, and all that follows. */
  resume(): void
  close(): Promise<void>
}

export interface PostgresProxyOptions {
  /** Added to each direction, milliseconds. */
  readonly delayMs?: number
  /** Stalls after so many messages of the server, from the start. */
  readonly stallAfter?: number
  /** Called with each statement before it is passed on. */
  readonly onStatement?: (text: string) => void
  /** Called with every piece that crosses, in order. */
  readonly onData?: (from: 'client' | 'server', bytes: Buffer) => void
}

/** A small proxy on loopback that reads the wire protocol along: it counts, delays, and cuts the line. */
export async function startPostgresProxy(
  serverUrl: string,
  { delayMs = 0, stallAfter = Number.POSITIVE_INFINITY, onStatement, onData }: PostgresProxyOptions = {},
): Promise<PostgresProxy> {
  const target = new URL(serverUrl)
  const sockets = new Set<Socket>()
  let statements: string[] = []
  let rows = 0
  let bytes = 0
  let messages = 0
  let isCut = false
  /** Messages of the server that still pass, on whatever connection. */
  let allowed = stallAfter
  const held = new Set<() => void>()
  const isStalled = (): boolean => allowed <= 0

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
      const text =
        type === 'Q'
          ? body.toString('utf8', 0, body.length - 1)
          : type === 'P'
            ? body.toString('utf8').split('\0')[1]!
            : null
      if (text === null) return
      statements.push(text)
      onStatement?.(text)
    })
    const fromServer = messageReader({ hasUntypedStart: false }, (type) => {
      messages += 1
      if (type === 'D') rows += 1
    })
    relay({
      from: client,
      to: upstream,
      delayMs,
      onData: (chunk) => {
        onData?.('client', chunk)
        fromClient(chunk)
        return isStalled() ? 0 : chunk.length
      },
      held,
    })
    relay({
      from: upstream,
      to: client,
      delayMs,
      onData: (chunk) => {
        bytes += chunk.length
        onData?.('server', chunk)
        const ends = fromServer(chunk)
        if (allowed === Number.POSITIVE_INFINITY) return chunk.length
        if (isStalled()) return 0
        const before = allowed
        allowed -= ends.length
        return isStalled() ? ends[before - 1]! : chunk.length
      },
      held,
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
    count: () => ({ statements: [...statements], rows, bytes, messages }),
    reset() {
      statements = []
      rows = 0
      bytes = 0
      messages = 0
    },
    cut() {
      isCut = true
      cutAll()
    },
    restore() {
      isCut = false
    },
    stall(afterMessages = 0) {
      allowed = afterMessages
    },
    resume() {
      allowed = Number.POSITIVE_INFINITY
      for (const release of held) release()
      held.clear()
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
  /** Answers how many bytes of it pass now; the rest is held. */
  readonly onData: (chunk: Buffer) => number
  readonly held: Set<() => void>
}

function relay({ from, to, delayMs, onData, held }: Relay): void {
  const pass = (bytes: Buffer): void => {
    if (!to.destroyed && bytes.length > 0) to.write(bytes)
  }
  from.on('data', (chunk: Buffer) => {
    const passing = onData(chunk)
    const now = chunk.subarray(0, passing)
    if (delayMs === 0) pass(now)
    else setTimeout(pass, delayMs, now)
    if (passing < chunk.length) held.add(() => pass(chunk.subarray(passing)))
  })
  from.on('close', () => to.destroy())
}

/**
 * Cuts a stream into the protocol's messages: a type (but for the client's first message), a length, a body. Answers where in the chunk
 * messages end.
 */
function messageReader(
  { hasUntypedStart }: { readonly hasUntypedStart: boolean },
  onMessage: (type: string, body: Buffer) => void,
): (chunk: Buffer) => readonly number[] {
  let pending: Buffer = Buffer.alloc(0)
  let atStart = hasUntypedStart
  return (chunk) => {
    const ends: number[] = []
    const pendingBefore = pending.length
    let consumed = 0
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk])
    for (;;) {
      const head = atStart ? 0 : 1
      if (pending.length < head + 4) return ends
      const length = pending.readInt32BE(head)
      // Not the protocol but TLS: it passes unread.
      if (length < 4) return ends
      const end = head + length
      if (pending.length < end) return ends
      if (!atStart) onMessage(String.fromCharCode(pending[0]!), pending.subarray(5, end))
      atStart = false
      pending = pending.subarray(end)
      consumed += end
      ends.push(consumed - pendingBefore)
    }
  }
}

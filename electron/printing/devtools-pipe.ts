import type { Readable, Writable } from 'node:stream'

/** One page's share of the connection. */
export interface DevtoolsSession {
  send<T = unknown>(method: string, params?: object): Promise<T>
  /** Settles with the next event of that name. */
  next(event: string): Promise<void>
}

export interface DevtoolsPipe {
  session(id: string | null): DevtoolsSession
}

interface Waiting {
  readonly resolve: (result: unknown) => void
  readonly reject: (reason: Error) => void
}

interface Message {
  readonly id?: number
  readonly method?: string
  readonly sessionId?: string
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

/** Speaks the DevTools protocol over the two pipes of a browser that this process started: there is no port that anybody else could use. */
export function openDevtoolsPipe(from: Readable, to: Writable): DevtoolsPipe {
  const waiting = new Map<number, Waiting>()
  const awaited = new Map<string, Waiting>()
  let lastId = 0
  let closed: Error | null = null
  let parts: Buffer[] = []

  const receive = (text: string): void => {
    const message = messageOf(text)
    // What comes after it cannot be trusted to be what was asked for.
    if (message === null) return end(new Error('It sent something that is no message.'))
    const { id, method = '', sessionId, result, error } = message
    if (id === undefined) {
      const event = keyOf(sessionId ?? null, method)
      awaited.get(event)?.resolve(undefined)
      awaited.delete(event)
      return
    }
    const call = waiting.get(id)
    if (call === undefined) return
    waiting.delete(id)
    if (error) call.reject(new Error(error.message))
    else call.resolve(result)
  }
  const end = (reason: Error): void => {
    closed ??= reason
    for (const { reject } of [...waiting.values(), ...awaited.values()]) reject(reason)
    waiting.clear()
    awaited.clear()
  }
  from.on('data', (chunk: Buffer) => {
    let begin = 0
    for (let zero = chunk.indexOf(0); zero !== -1; zero = chunk.indexOf(0, begin)) {
      receive(Buffer.concat([...parts, chunk.subarray(begin, zero)]).toString('utf8'))
      parts = []
      begin = zero + 1
    }
    if (begin < chunk.length) parts.push(chunk.subarray(begin))
  })
  from.once('close', () => end(new Error('The browser has ended.')))
  to.on('error', (error) => end(error))
  from.on('error', (error) => end(error))

  return {
    session: (sessionId) => ({
      next: (event) =>
        new Promise<void>((resolve, reject) => {
          if (closed) return reject(closed)
          awaited.set(keyOf(sessionId, event), { resolve: () => resolve(), reject })
        }),
      send: <T>(method: string, params: object = {}) =>
        new Promise<T>((resolve, reject) => {
          if (closed) return reject(closed)
          lastId += 1
          waiting.set(lastId, { resolve: resolve as (result: unknown) => void, reject })
          to.write(`${JSON.stringify({ id: lastId, method, params, ...(sessionId === null ? {} : { sessionId }) })}\0`)
        }),
    }),
  }
}

/** null: it is none. */
function messageOf(text: string): Message | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : null
  } catch {
    return null
  }
}

function keyOf(sessionId: string | null, event: string): string {
  return `${sessionId ?? ''} ${event}`
}

type Params = Readonly<Record<string, unknown>>
type Listener = (params: never) => void

interface Answer {
  readonly id?: number
  readonly method?: string
  readonly sessionId?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

/** One end of the DevTools protocol: the browser, or one page of it. */
export interface CdpSession {
  send<T = unknown>(method: string, params?: Params): Promise<T>
  on<T>(method: string, listener: (params: T) => void): void
}

export interface CdpConnection extends CdpSession {
  session(sessionId: string): CdpSession
  close(): void
}

/** Connects to a browser's DevTools. Calls fail once the connection is gone. */
export async function connectCdp(url: string): Promise<CdpConnection> {
  const socket = new WebSocket(url)
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve(), { once: true })
    socket.addEventListener('error', () => reject(new Error(`No DevTools at ${url}.`)), { once: true })
  })
  const pending = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  const listeners = new Map<string, Listener[]>()
  const nameOf = (method: string, sessionId: string | undefined): string => `${sessionId ?? ''}/${method}`
  let lastId = 0

  socket.addEventListener('message', ({ data }) => {
    const { id, method, sessionId, params, result, error } = JSON.parse(String(data)) as Answer
    if (id === undefined) {
      for (const listener of listeners.get(nameOf(method ?? '', sessionId)) ?? []) listener((params ?? {}) as never)
      return
    }
    const call = pending.get(id)
    pending.delete(id)
    if (error) call?.reject(new Error(error.message))
    else call?.resolve(result)
  })
  socket.addEventListener('close', () => {
    for (const call of pending.values()) call.reject(new Error('The browser is gone.'))
    pending.clear()
  })

  const sessionOf = (sessionId: string | undefined): CdpSession => ({
    send<T>(method: string, params: Params = {}) {
      if (socket.readyState !== WebSocket.OPEN) return Promise.reject(new Error('The browser is gone.'))
      const { promise, resolve, reject } = Promise.withResolvers<unknown>()
      const id = ++lastId
      pending.set(id, { resolve, reject })
      socket.send(JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) }))
      return promise as Promise<T>
    },
    on<T>(method: string, listener: (params: T) => void) {
      const name = nameOf(method, sessionId)
      listeners.set(name, [...(listeners.get(name) ?? []), listener as Listener])
    },
  })
  return { ...sessionOf(undefined), session: sessionOf, close: () => socket.close() }
}

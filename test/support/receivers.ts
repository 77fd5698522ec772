import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface Received {
  readonly path: string
  readonly body: string
  readonly headers: IncomingHttpHeaders
}

export interface HttpReceiver {
  readonly port: number
  /** Everything that arrived, whatever was answered. */
  readonly received: Received[]
  /** What is answered from now on; 204 at first. */
  answer: (response: ServerResponse) => unknown
  close(): Promise<void>
}

/** A server on this computer that takes messages of alerts; `tls`: with this certificate. */
export async function httpReceiver(tls?: { readonly cert: Buffer; readonly key: Buffer }): Promise<HttpReceiver> {
  const received: Received[] = []
  const receiver = { answer: (response: ServerResponse): unknown => response.writeHead(204).end() }
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    received.push({ path: request.url ?? '', body: Buffer.concat(parts).toString('utf8'), headers: request.headers })
    receiver.answer(response)
  }
  const listener = (request: IncomingMessage, response: ServerResponse): void =>
    // Whoever hangs up in the middle is what is tested.
    void take(request, response).catch(() => undefined)
  const server = tls === undefined ? createServer(listener) : createTlsServer(tls, listener)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return Object.assign(receiver, {
    port: (server.address() as AddressInfo).port,
    received,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  })
}

export interface MailReceiver {
  readonly port: number
  /** Whole, as they were sent. */
  readonly mails: string[]
  close(): Promise<void>
}

/** A mail server on this computer with one user, which refuses recipients named "gone"; `tls`: it takes STARTTLS with this certificate. */
export async function mailReceiver(
  credentials: { readonly user: string; readonly password: string },
  tls?: { readonly cert: Buffer; readonly key: Buffer },
): Promise<MailReceiver> {
  const mails: string[] = []
  const server = new SMTPServer({
    ...(tls === undefined ? { hideSTARTTLS: true, allowInsecureAuth: true } : tls),
    onAuth: ({ username, password }, _session, answer) =>
      username === credentials.user && password === credentials.password
        ? answer(null, { user: username })
        : answer(new Error('No such user.')),
    onRcptTo: ({ address }, _session, answer) =>
      address.startsWith('gone@')
        ? answer(Object.assign(new Error('No such recipient.'), { responseCode: 550 }))
        : answer(),
    onData(stream, _session, answer) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        mails.push(Buffer.concat(parts).toString('utf8'))
        answer()
      })
    },
  })
  // Whoever hangs up in the middle is what is tested.
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { serveSchemeAt, toAppAddress } from './addresses.ts'
import { onlyKnown, strict } from './strict.ts'

export type Handler = (request: Request) => Response | Promise<Response>
export interface CustomScheme {
  readonly scheme: string
  readonly privileges?: object
}

const PRIVILEGES = [
  'standard',
  'secure',
  'bypassCSP',
  'allowServiceWorkers',
  'supportFetchAPI',
  'corsEnabled',
  'stream',
  'codeCache',
  'allowExtensions',
]
/** What Chromium adds over http, and not over a scheme of one's own. */
const HTTP_ONLY = ['host', 'connection', 'cookie', 'accept-encoding', 'upgrade-insecure-requests']

const privileged = new Set<string>()
const listening: Promise<void>[] = []
let isRegistered = false
let isReady: () => boolean = () => false

export function tellProtocolWhenReady(ask: () => boolean): void {
  isReady = ask
}

/** Settles when every scheme that is handled can be loaded. */
export async function schemesServed(): Promise<void> {
  await Promise.all(listening)
}

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(schemes: readonly CustomScheme[]) {
    if (isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    if (isRegistered) throw new Error('A second call of registerSchemesAsPrivileged replaces the first.')
    isRegistered = true
    for (const { scheme, privileges = {} } of schemes) {
      onlyKnown('registerSchemesAsPrivileged', privileges, PRIVILEGES)
      privileged.add(scheme)
    }
  },
  handle(scheme: string, handler: Handler) {
    if (!isReady()) throw new Error('The protocol module can only be used when the app is ready.')
    if (!privileged.has(scheme)) throw new Error(`The double serves standard schemes only; ${scheme} is none.`)
    listening.push(serve(scheme, handler))
  },
  isProtocolHandled: (scheme: string) => privileged.has(scheme),
})

async function serve(scheme: string, handler: Handler): Promise<void> {
  const server = createServer(
    (incoming, outgoing) => void answer({ incoming, outgoing, handler }).catch(() => outgoing.destroy()),
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  serveSchemeAt(scheme, (server.address() as AddressInfo).port)
}

interface Exchange {
  readonly incoming: IncomingMessage
  readonly outgoing: ServerResponse
  readonly handler: Handler
}

async function answer({ incoming, outgoing, handler }: Exchange): Promise<void> {
  const url = toAppAddress(`http://${incoming.headers.host}${incoming.url}`)
  const headers = new Headers(
    Object.entries(incoming.headers).flatMap(([name, value]) =>
      value === undefined || HTTP_ONLY.includes(name) ? [] : [[name, String(value)] as [string, string]],
    ),
  )
  for (const name of ['origin', 'referer']) {
    const value = headers.get(name)
    if (value !== null) headers.set(name, toAppAddress(value))
  }
  const method = incoming.method ?? 'GET'
  const hasBody = method !== 'GET' && method !== 'HEAD'
  // As Electron does it: no signal that would abort when nobody waits any more; only the answer's body is cancelled.
  const request = new Request(url, {
    method,
    headers,
    ...(hasBody ? { body: Readable.toWeb(incoming), duplex: 'half' } : {}),
  } as RequestInit)
  const initiatorOrigin = initiatorOf(incoming, `${new URL(url).protocol}//${new URL(url).host}`)
  const response = await handler(initiatorOrigin === undefined ? request : Object.assign(request, { initiatorOrigin }))
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  // The head of a stream must not wait for its first words.
  outgoing.flushHeaders()
  if (response.body === null) return void outgoing.end()
  const reader = response.body.getReader()
  outgoing.once('close', () => void reader.cancel().catch(() => undefined))
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return void outgoing.end()
    if (!outgoing.write(value)) await Promise.race([once(outgoing, 'drain'), once(outgoing, 'close')])
  }
}

/** Who asks, as Electron tells it; Chromium says so by headers that no page can set. undefined: nobody but the shell. */
function initiatorOf({ headers }: IncomingMessage, own: string): string | undefined {
  const site = headers['sec-fetch-site']
  if (site === undefined || site === 'none') return undefined
  return site === 'same-origin' ? own : toAppAddress(headers.origin ?? 'null')
}

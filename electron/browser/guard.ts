import { randomBytes, timingSafeEqual } from 'node:crypto'

/** What the guard decides from: the parts of a request that a page of another origin cannot choose, or cannot know. */
export interface GuardedRequest {
  readonly method: string
  readonly url: URL
  readonly headers: Headers
}

export type Verdict =
  | { readonly kind: 'pass' }
  /**
   * The token was right: keep the cookie, and go on without the token in the address. Of a link on another site's page the browser would
   * not send the cookie along with a redirect: then a page of this site has to go on.
   */
  | { readonly kind: 'enter'; readonly cookie: string; readonly location: string; readonly isFromOtherSite: boolean }
  | { readonly kind: 'refuse'; readonly status: 400 | 403 | 405 | 415; readonly reason: string }

export interface Guard {
  judge(request: GuardedRequest): Verdict
  /** A token that opens the app as often as wanted, for the address that is shown. */
  readonly token: string
  /** One that works once: a browser's command line can be read by others on this computer. */
  ticket(): string
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT'])
const SECRET_BYTES = 32
const ENTER_WITH_ADDRESS = 'Open Covercast with the address that it showed when it was started.'

/** Lets in only the page that this launch opened: any page, and any user of this computer, can reach a local port. */
export function createGuard(port: number): Guard {
  const token = newSecret()
  const session = newSecret()
  const tickets = new Set<string>()
  const hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`])
  // Cookies do not tell ports apart; two launches must not overwrite each other's.
  const cookieName = `covercast-${port}`

  function isEntry(given: string): boolean {
    if (isSame(given, token)) return true
    for (const ticket of tickets) if (isSame(given, ticket)) return tickets.delete(ticket)
    return false
  }

  return {
    token,
    ticket() {
      const ticket = newSecret()
      tickets.add(ticket)
      return ticket
    },
    judge({ method, url, headers }) {
      const host = headers.get('host')
      if (host === null || !hosts.has(host)) return refuse(403, 'This address is not one of Covercast.')
      if (!METHODS.has(method)) return refuse(405, 'This request is not one that Covercast takes.')
      if (!isOwnOrigin(method, headers, host)) return refuse(403, 'The request comes from another page.')
      if (!isOwnContentType(method, url, headers)) return refuse(415, 'The request is not JSON.')
      const given = method === 'GET' && url.pathname === '/' ? url.searchParams.get('token') : null
      const enter: Verdict = {
        kind: 'enter',
        cookie: `${cookieName}=${session}; Path=/; HttpOnly; SameSite=Strict`,
        location: '/',
        isFromOtherSite: headers.get('sec-fetch-site') === 'cross-site',
      }
      if (given !== null && isEntry(given)) return enter
      if (!isSame(cookieOf(headers, cookieName), session)) return refuse(403, ENTER_WITH_ADDRESS)
      // An old address, in a browser that is in already: take the token out of it.
      return given === null ? { kind: 'pass' } : enter
    },
  }
}

/** A navigation needs no origin (the cookie is not sent along from another site); everything else must be this page's own. */
function isOwnOrigin(method: string, headers: Headers, host: string): boolean {
  const origin = headers.get('origin')
  if (origin !== null) return origin === `http://${host}`
  if (method !== 'GET' && method !== 'HEAD') return false
  const site = headers.get('sec-fetch-site')
  return site === null || site === 'same-origin' || headers.get('sec-fetch-mode') === 'navigate'
}

/** What a form on another page can send without asking is never one of these. */
function isOwnContentType(method: string, url: URL, headers: Headers): boolean {
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (method === 'POST') return type === 'application/json'
  if (method === 'PUT') return type === 'application/octet-stream' && url.pathname === '/upload'
  return true
}

function cookieOf(headers: Headers, name: string): string {
  for (const pair of (headers.get('cookie') ?? '').split(';')) {
    const equals = pair.indexOf('=')
    if (equals > 0 && pair.slice(0, equals).trim() === name) return pair.slice(equals + 1).trim()
  }
  return ''
}

/** In a time that says nothing about how much of it was right. */
function isSame(given: string, secret: string): boolean {
  const a = Buffer.from(given)
  const b = Buffer.from(secret)
  return a.length === b.length && timingSafeEqual(a, b)
}

function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url')
}

function refuse(status: 400 | 403 | 405 | 415, reason: string): Verdict {
  return { kind: 'refuse', status, reason }
}

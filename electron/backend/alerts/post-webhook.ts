import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { HOUR_MS, SECOND_MS } from '../../../shared/foundation/minutes.ts'
import { type Attempt, attemptWithin } from './attempt-within.ts'
import { AddressProblem, checkHost, pinnedLookup, resolveBySystem, type Resolve } from './check-address.ts'
import { ATTEMPT_MS, type Delivery, type SendProblem } from './delivery.ts'

export interface WebhookRequest {
  readonly address: string
  /** Whether the user confirmed that this host is of this computer or its network. */
  readonly mayBePrivate: boolean
  readonly body: string
  readonly headers?: Readonly<Record<string, string>>
  readonly startSending: () => Promise<boolean>
}

export interface LineOptions {
  readonly resolve?: Resolve
  readonly limitMs?: number
  /** Certificates that are trusted besides the system's, for tests. */
  readonly ca?: string
}

/** The address of a webhook, read. Throws an `AddressProblem` for what is none, names a user, or is not encrypted where it leaves the computer. */
export async function checkWebhook(address: string, resolve: Resolve = resolveBySystem) {
  const url = URL.canParse(address) ? new URL(address) : null
  if (url === null || url.username !== '' || url.password !== '' || !['https:', 'http:'].includes(url.protocol))
    throw new AddressProblem('bad-address')
  const host = await checkHost(url.hostname, resolve)
  if (url.protocol === 'http:' && !host.isLoopback) throw new AddressProblem('insecure')
  return { url, host }
}

/**
 * Sends one text to a webhook: to the addresses that were checked, following no redirect, and reading nothing of the answer but its status.
 * All of it within ten seconds.
 */
export async function postWebhook(
  { address, mayBePrivate, body, headers, startSending }: WebhookRequest,
  { resolve = resolveBySystem, limitMs = ATTEMPT_MS, ca }: LineOptions = {},
): Promise<Delivery> {
  const attempt = async ({ signal, mayBegin }: Attempt): Promise<Delivery> => {
    const { url, host } = await checkWebhook(address, resolve)
    signal.throwIfAborted()
    if (host.isPrivate && !mayBePrivate) throw new AddressProblem('private')
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest
    const request = send(url, {
      method: 'POST',
      agent: false,
      signal,
      // Said outright: no variable of the environment turns it off.
      rejectUnauthorized: true,
      lookup: pinnedLookup(host),
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-length': String(Buffer.byteLength(body)),
        'user-agent': 'Covercast',
        ...headers,
      },
      ...(ca === undefined ? {} : { ca }),
    })
    const answered = answerOf(request)
    await opened(request, url.protocol === 'https:' ? 'secureConnect' : 'connect')
    if (!(await mayBegin(startSending))) return { kind: 'lost' }
    request.end(body)
    return judgeAnswer(await answered)
  }
  return attemptWithin(limitMs, attempt, (thrown, isSending) =>
    isSending
      ? { kind: 'unconfirmed', problem: 'no-answer' }
      : { kind: finalProblems.has(problemOf(thrown)) ? 'failed' : 'retry', problem: problemOf(thrown) },
  )
}

/** What no later attempt changes. */
const finalProblems: ReadonlySet<SendProblem> = new Set(['bad-address', 'insecure', 'private', 'forbidden-address'])

function answerOf(request: ClientRequest): Promise<IncomingMessage> {
  const answer = new Promise<IncomingMessage>((resolve, reject) => {
    request.once('response', resolve)
    request.on('error', reject)
    request.once('close', () => reject(new AddressProblem('no-answer')))
  })
  // Whoever waits for it hears; a line that was never opened is reported by its opening.
  answer.catch(() => undefined)
  return answer
}

function opened(request: ClientRequest, event: 'connect' | 'secureConnect'): Promise<void> {
  return new Promise((resolve, reject) => {
    request.once('socket', (socket) => socket.once(event, () => resolve()))
    request.once('error', reject)
  })
}

/** Of gateways; 520 and 524 are those of Cloudflare. */
const LOST_BETWEEN: readonly number[] = [502, 504, 520, 524]

function judgeAnswer({ statusCode = 0, headers }: IncomingMessage): Delivery {
  const problem = `status:${statusCode}` as const
  if (statusCode >= 200 && statusCode < 300) return { kind: 'sent' }
  if (statusCode >= 300 && statusCode < 400) return { kind: 'failed', problem: 'redirect' }
  // Something between us and the server lost it, or gave up waiting for it, after it had the whole text.
  if (LOST_BETWEEN.includes(statusCode)) return { kind: 'unconfirmed', problem }
  if (statusCode >= 500 || [408, 425, 429].includes(statusCode)) {
    const seconds = Number(headers['retry-after'] ?? Number.NaN)
    const afterMs = seconds > 0 ? Math.min(seconds * SECOND_MS, HOUR_MS) : null
    return { kind: 'retry', problem, ...(afterMs === null ? {} : { afterMs }) }
  }
  return { kind: 'failed', problem }
}

/** What was wrong with a line, from what it failed with; never its words, which may hold the address. */
export function problemOf(thrown: unknown): SendProblem {
  if (thrown instanceof AddressProblem) return thrown.problem
  const code = (thrown as { readonly code?: unknown } | null)?.code
  const text = typeof code === 'string' ? code : ''
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO|EPROTO|ALTNAME/u.test(text)) return 'tls'
  if (/TIMEDOUT|TIMEOUT/u.test(text)) return 'timeout'
  if (/ENOTFOUND|EAI_|EDNS/u.test(text)) return 'name-not-found'
  return 'unreachable'
}

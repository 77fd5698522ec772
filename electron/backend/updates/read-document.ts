import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { SECOND_MS } from '../../../shared/foundation/minutes.ts'
import { updateDocumentSchema, type UpdateDocument } from '../../../shared/contract/update-document.ts'
import { AddressProblem, pinnedLookup } from '../alerts/check-address.ts'
import { checkWebhook, type LineOptions, problemOf } from '../alerts/post-webhook.ts'

/** Why nothing was learned. */
export type UpdateProblem = 'bad-address' | 'insecure' | 'unreachable' | 'tls' | 'timeout' | 'redirect' | 'unreadable'

export type ReadUpdate =
  | { readonly kind: 'read'; readonly document: UpdateDocument }
  | { readonly kind: 'failed'; readonly problem: UpdateProblem }

const LIMIT_MS = 10 * SECOND_MS
const LARGEST = 256 * 1024

/**
 * Reads the document at an address: one request that says nothing but what it asks for, to the addresses that were checked, following no
 * redirect. All of it within ten seconds.
 */
export async function readUpdateDocument(
  address: string,
  { resolve, ca, limitMs = LIMIT_MS }: LineOptions = {},
): Promise<ReadUpdate> {
  const signal = AbortSignal.timeout(limitMs)
  try {
    const late = new Promise<never>((_, fail) => {
      signal.addEventListener('abort', () => fail(signal.reason as Error), { once: true })
    })
    const { url, host } = await Promise.race([checkWebhook(address, resolve), late])
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest
    const answer = await new Promise<IncomingMessage>((settle, fail) => {
      send(url, {
        agent: false,
        signal,
        // Said outright: no variable of the environment turns it off.
        rejectUnauthorized: true,
        lookup: pinnedLookup(host),
        headers: { accept: 'application/json', 'user-agent': 'Covercast' },
        ...(ca === undefined ? {} : { ca }),
      })
        .once('response', settle)
        .on('error', fail)
        .end()
    })
    const { statusCode = 0 } = answer
    if (statusCode !== 200) {
      answer.destroy()
      return { kind: 'failed', problem: statusCode >= 300 && statusCode < 400 ? 'redirect' : 'unreadable' }
    }
    const document = updateDocumentSchema.safeParse(JSON.parse(await textOf(answer)))
    return document.success ? { kind: 'read', document: document.data } : { kind: 'failed', problem: 'unreadable' }
  } catch (thrown) {
    return { kind: 'failed', problem: signal.aborted ? 'timeout' : problemIn(thrown) }
  }
}

async function textOf(answer: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of answer as AsyncIterable<Buffer>) {
    bytes += part.byteLength
    if (bytes > LARGEST) throw new SyntaxError('It is too large.')
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

function problemIn(thrown: unknown): UpdateProblem {
  if (thrown instanceof SyntaxError) return 'unreadable'
  const problem = problemOf(thrown)
  if (thrown instanceof AddressProblem && (problem === 'insecure' || problem === 'bad-address')) return problem
  return problem === 'tls' || problem === 'timeout' ? problem : 'unreachable'
}

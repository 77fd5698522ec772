import { createHmac } from 'node:crypto'
import { SECOND_MS } from '../../../../shared/foundation/minutes.ts'
import type { Outgoing } from '../delivery.ts'
import { plainText } from '../../../../shared/alerts/alert-text.ts'

/** What any other receiver gets: the text, and what it needs to know a message again. */
export function jsonBody({ id, kind, text }: Pick<Outgoing, 'id' | 'kind' | 'text'>): string {
  return JSON.stringify({ id, kind, title: text.title, lines: text.lines, text: plainText(text) })
}

/** By this the receiver knows that the body is from here, unchanged, and not an old one sent again. */
export function signature(body: string, { key, now }: { readonly key: string; readonly now: number }): string {
  const seconds = Math.floor(now / SECOND_MS)
  return `t=${seconds},v1=${createHmac('sha256', key).update(`${seconds}.${body}`).digest('hex')}`
}

import type { MessageText } from '../../../shared/alerts/alert-text.ts'

/** Why a message could not be sent, as it is kept: a name of the catalogue, with a number where one belongs to it. */
export type SendProblem =
  | 'name-not-found'
  | 'unreachable'
  | 'tls'
  | 'timeout'
  | 'redirect'
  | 'private'
  | 'forbidden-address'
  | 'insecure'
  | 'bad-address'
  | 'other-host'
  | 'login'
  | 'recipients'
  | 'some-recipients'
  | 'no-answer'
  | 'no-secret'
  | 'keyring'
  | 'not-reviewed'
  | `status:${number}`

/** How one attempt ended. */
export type Delivery =
  | { readonly kind: 'sent' }
  /** It certainly did not arrive. `afterMs`: the server named a pause. */
  | { readonly kind: 'retry'; readonly problem: SendProblem; readonly afterMs?: number }
  | { readonly kind: 'failed'; readonly problem: SendProblem }
  /** It may have arrived. */
  | { readonly kind: 'unconfirmed'; readonly problem: SendProblem }
  /** Another process has it by now. */
  | { readonly kind: 'lost' }

/** A message on its way. */
export interface Outgoing {
  /** The same for each attempt, so that who receives it can know it again. */
  readonly id: string
  readonly kind: 'raised' | 'resolved' | 'digest' | 'test'
  readonly text: MessageText
  /**
   * Called when the line is open and nothing was said yet: whatever ends without an answer from then on may have arrived. false: it must not
   * be sent.
   */
  readonly startSending: () => Promise<boolean>
}

/** All of an attempt: resolving the name, connecting, TLS, and the answer. */
export const ATTEMPT_MS = 10_000

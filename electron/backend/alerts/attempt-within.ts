import { AddressProblem } from './check-address.ts'
import type { Delivery } from './delivery.ts'

/** One attempt while it runs. */
export interface Attempt {
  /** Aborted once the attempt is over: what it would send later is sent again by the next. */
  readonly signal: AbortSignal
  /** Asks whether it may be sent, with the line open and nothing said yet; false: another process has it. Throws once the attempt is over. */
  readonly mayBegin: (startSending: () => Promise<boolean>) => Promise<boolean>
}

/**
 * Makes one attempt to send that ends for good after `limitMs` milliseconds, whatever it waits for. `failed` says what a failure means,
 * and whether something may have been sent by then.
 */
export async function attemptWithin(
  limitMs: number,
  attempt: (running: Attempt) => Promise<Delivery>,
  failed: (thrown: unknown, isSending: boolean) => Delivery,
): Promise<Delivery> {
  let isSending = false
  const over = new AbortController()
  const { signal } = over
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new AddressProblem(isSending ? 'no-answer' : 'timeout')), limitMs)
  })
  const mayBegin = async (startSending: () => Promise<boolean>): Promise<boolean> => {
    signal.throwIfAborted()
    if (!(await startSending())) return false
    signal.throwIfAborted()
    isSending = true
    return true
  }
  try {
    return await Promise.race([attempt({ signal, mayBegin }), late])
  } catch (thrown) {
    return failed(thrown, isSending)
  } finally {
    clearTimeout(timer)
    over.abort()
  }
}

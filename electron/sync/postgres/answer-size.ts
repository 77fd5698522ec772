import { AppError } from '../../../shared/foundation/errors.ts'

/** Many times what any statement of ours is answered with, and less than fills the memory. */
export const LARGEST_ANSWER_BYTES = 256 * 1024 * 1024

const LOOK_MS = 100

/** The failure of a server that went on sending. */
export function answerTooLarge(limitBytes: number): AppError {
  return new AppError({
    code: 'source-other',
    message: `The database sent more than ${Math.round(limitBytes / (1024 * 1024))} MB for one question.`,
    kept: 'What was already read is kept.',
    next: 'Check that the connection leads to the database you mean.',
  })
}

export interface AnswerSizeOptions {
  /** Bytes received on the line so far. */
  readonly bytesRead: () => number
  readonly limitBytes: number
  /** Called once, when more than that came since the last answer. */
  readonly onTooLarge: () => void
}

export interface AnswerSizeWatch {
  /** An answer is complete: what comes from now on belongs to the next. */
  answered(): void
  stop(): void
}

/** Watches how much a server sends, whether or not it was asked: rows, notices or one message without an end. */
export function watchAnswerSize({ bytesRead, limitBytes, onTooLarge }: AnswerSizeOptions): AnswerSizeWatch {
  let before = bytesRead()
  const timer = setInterval(() => {
    if (bytesRead() - before <= limitBytes) return
    clearInterval(timer)
    onTooLarge()
  }, LOOK_MS)
  timer.unref()
  return {
    answered() {
      before = bytesRead()
    },
    stop: () => clearInterval(timer),
  }
}

import type { ErrorReport } from '../../../../../shared/foundation/errors.ts'
import type { PlanOperation } from '../../../../../shared/plan/step.ts'

/** Whether edits are on the disk. What is not saved stays here and is tried again. */
export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  /** Will be tried again by itself. */
  | { readonly kind: 'waiting'; readonly report: ErrorReport }
  /** Somebody else changed the plan, or it cannot be written: the user decides. */
  | { readonly kind: 'refused'; readonly report: ErrorReport }

export interface PlanSaver {
  readonly add: (operation: PlanOperation) => void
  /** Tries again at once. */
  readonly retry: () => void
  /** Saves no more of what is not on the disk: the user has it elsewhere, or does not want it. */
  readonly giveUp: () => void
}

export interface PlanSaverOptions {
  /** The revision that the plan on the screen began with. */
  readonly revision: number
  /** Puts operations on the disk; answers the revision that they made. */
  readonly apply: (revision: number, operations: readonly PlanOperation[]) => Promise<{ readonly revision: number }>
  readonly reportOf: (error: unknown) => ErrorReport
  /** Whether the same attempt may succeed later. */
  readonly mayPass: (error: unknown) => boolean
  readonly wait: (milliseconds: number, run: () => void) => () => void
  /** Called with every change of the state, and with the revision that is on the disk as far as is known. */
  readonly onChange: (state: SaveState, revision: number) => void
}

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 15_000

/** Saves edits in their order, as soon as they are made: one request at a time, all that came up meanwhile in the next. */
export function createPlanSaver({
  revision: first,
  apply,
  reportOf,
  mayPass,
  wait,
  onChange,
}: PlanSaverOptions): PlanSaver {
  let state: SaveState = { kind: 'saved' }
  let revision = first
  let announcedRevision = first
  /** Not sent yet. */
  let queue: readonly PlanOperation[] = []
  /** On its way; null: nothing is. Its own object, so that what was given up meanwhile is known by it. */
  let request: { readonly operations: readonly PlanOperation[]; isGivenUp: boolean } | null = null
  let waitMs = FIRST_WAIT_MS
  let stopWaiting = (): void => undefined

  const become = (next: SaveState): void => {
    state = next
    announcedRevision = revision
    onChange(state, revision)
  }
  const send = async (): Promise<void> => {
    stopWaiting()
    if (queue.length === 0) return
    if (state.kind === 'saved') become({ kind: 'saving' })
    if (request !== null) return
    const mine = { operations: queue, isGivenUp: false }
    request = mine
    queue = []
    try {
      revision = (await apply(revision, mine.operations)).revision
      request = null
      waitMs = FIRST_WAIT_MS
      sendRest()
    } catch (error) {
      request = null
      // Nobody waits for it any more; what was made since is another matter.
      if (mine.isGivenUp) return sendRest()
      queue = [...mine.operations, ...queue]
      if (!mayPass(error)) return become({ kind: 'refused', report: reportOf(error) })
      become({ kind: 'waiting', report: reportOf(error) })
      stopWaiting = wait(waitMs, () => void send())
      waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)
    }
  }
  const sendRest = (): void => {
    if (queue.length > 0) void send()
    else if (state.kind !== 'saved' || revision !== announcedRevision) become({ kind: 'saved' })
  }
  return {
    add(operation) {
      queue = [...queue, operation]
      // What waits, or was refused, is not tried again at every edit.
      if (state.kind === 'saved' || state.kind === 'saving') void send()
    },
    retry: () => void send(),
    giveUp() {
      stopWaiting()
      queue = []
      if (request !== null) request.isGivenUp = true
      become({ kind: 'saved' })
    },
  }
}

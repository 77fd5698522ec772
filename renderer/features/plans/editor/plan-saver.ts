import type { PlanOperation } from '../../../../shared/plan/step.ts'
import type { ErrorReport } from '../../../../shared/contract/errors.ts'

/** How an editor's work stands. What is not saved stays here and is tried again. */
export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  /** Will be tried again by itself. */
  | { readonly kind: 'waiting'; readonly report: ErrorReport }
  /** Somebody else changed the plan, or it cannot be written: the user decides. */
  | { readonly kind: 'refused'; readonly report: ErrorReport }

export interface PlanSaver {
  readonly state: () => SaveState
  readonly subscribe: (notify: () => void) => () => void
  readonly add: (operation: PlanOperation) => void
  /** Tries again at once. */
  readonly retry: () => void
  /** Saves no more of what is not on the disk: the user has it elsewhere, or does not want it. */
  readonly giveUp: () => void
  /** The revision that is on the disk, as far as is known. */
  readonly revision: () => number
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
}

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 15_000

/** Saves edits in their order, as soon as they are made: one request at a time, all that came up meanwhile in the next. */
export function createPlanSaver({ revision: first, apply, reportOf, mayPass, wait }: PlanSaverOptions): PlanSaver {
  const listeners = new Set<() => void>()
  let state: SaveState = { kind: 'saved' }
  let revision = first
  let unsaved: readonly PlanOperation[] = []
  let isBusy = false
  let waitMs = FIRST_WAIT_MS
  let stopWaiting = (): void => undefined

  const become = (next: SaveState): void => {
    state = next
    for (const notify of listeners) notify()
  }
  const send = async (): Promise<void> => {
    stopWaiting()
    if (isBusy || unsaved.length === 0) return
    isBusy = true
    const sent = unsaved
    if (state.kind === 'saved') become({ kind: 'saving' })
    try {
      revision = (await apply(revision, sent)).revision
      unsaved = unsaved.slice(sent.length)
      waitMs = FIRST_WAIT_MS
      isBusy = false
      if (unsaved.length === 0) become({ kind: 'saved' })
      else void send()
    } catch (error) {
      isBusy = false
      if (!mayPass(error)) {
        become({ kind: 'refused', report: reportOf(error) })
        return
      }
      become({ kind: 'waiting', report: reportOf(error) })
      stopWaiting = wait(waitMs, () => void send())
      waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)
    }
  }
  return {
    state: () => state,
    subscribe(notify) {
      listeners.add(notify)
      return () => listeners.delete(notify)
    },
    add(operation) {
      unsaved = [...unsaved, operation]
      // What waits, or was refused, is not tried again at every edit.
      if (state.kind === 'saved' || state.kind === 'saving') void send()
    },
    retry: () => void send(),
    giveUp() {
      stopWaiting()
      unsaved = []
      become({ kind: 'saved' })
    },
    revision: () => revision,
  }
}

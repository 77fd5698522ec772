import { toErrorReport, type ErrorReport } from '../../shared/foundation/errors.ts'
import type { Backend } from '../backend/core/create-backend.ts'

export type BackendState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly backend: Backend }
  | { readonly kind: 'failed'; readonly report: ErrorReport }
  | { readonly kind: 'closed' }

export interface BackendLifecycleOptions {
  /** Opens the data folder and the app on it. */
  readonly open: () => Promise<Backend>
  /** Told after every change, so that windows can show it. */
  readonly onChange: (state: BackendState) => void
  readonly onFailure: (thrown: unknown) => void
}

export interface BackendLifecycle {
  readonly state: BackendState
  /** Opens it, or joins an opening under way. A failure is a state, not an exception; begin again to retry. */
  begin(): Promise<void>
  close(): Promise<void>
}

/** The backend's life beside its windows: they are there first, and stay when it cannot be opened. */
export function createBackendLifecycle({ open, onChange, onFailure }: BackendLifecycleOptions): BackendLifecycle {
  let state: BackendState = { kind: 'opening' }
  let opening: Promise<void> | null = null
  const change = (next: BackendState): void => {
    state = next
    onChange(next)
  }
  async function attempt(): Promise<void> {
    if (state.kind === 'failed') change({ kind: 'opening' })
    try {
      const backend = await open()
      // Quitting did not wait: what was opened too late is closed at once.
      if (state.kind === 'closed') await backend.close()
      else change({ kind: 'open', backend })
    } catch (thrown) {
      onFailure(thrown)
      if (state.kind === 'opening') change({ kind: 'failed', report: toErrorReport(thrown) })
    } finally {
      opening = null
    }
  }
  return {
    get state() {
      return state
    },
    begin() {
      if (state.kind === 'open' || state.kind === 'closed') return Promise.resolve()
      return (opening ??= attempt())
    },
    async close() {
      const before = state
      state = { kind: 'closed' }
      await opening
      if (before.kind === 'open') await before.backend.close()
    },
  }
}

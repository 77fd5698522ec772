import { Component, type ReactNode } from 'react'
import { textsWhateverFails } from '../../format/format-context.tsx'
import { ErrorNotice } from '../../kit/error-notice.tsx'

const PRODUCT = 'Covercast'

interface RootBoundaryProps {
  readonly children: ReactNode
}

interface RootBoundaryState {
  readonly failure: string | null
}

/** Stands where the page cannot be shown at all: what happened and how to go on, in place of nothing. */
export class RootBoundary extends Component<RootBoundaryProps, RootBoundaryState> {
  override readonly state: RootBoundaryState = { failure: null }

  static getDerivedStateFromError(error: unknown): RootBoundaryState {
    return { failure: error instanceof Error ? error.message : String(error) }
  }

  override render(): ReactNode {
    const { failure } = this.state
    const t = textsWhateverFails('errors')
    if (failure === null) return this.props.children
    return (
      <main className="connect" id="main">
        <h1 translate="no">{PRODUCT}</h1>
        <ErrorNotice
          report={{
            code: 'internal',
            message: t.cannotShow({ reason: failure }),
            kept: t.cannotShowKept,
            next: t.cannotShowNext,
          }}
        >
          {/* Plain buttons: what failed may be what the app's own need. */}
          <button type="button" className="button button-primary" onClick={() => location.reload()}>
            {t.reload}
          </button>
          <button type="button" className="button button-secondary" onClick={beginAnew}>
            {t.firstScreen}
          </button>
        </ErrorNotice>
      </main>
    )
  }
}

function beginAnew(): void {
  history.replaceState(null, '', '#/welcome')
  location.reload()
}

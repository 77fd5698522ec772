import { Component, type ReactNode } from 'react'
import { ErrorNotice } from '../components/error-notice.tsx'

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
    if (failure === null) return this.props.children
    return (
      <main className="connect" id="main">
        <h1>Covercast</h1>
        <ErrorNotice
          report={{
            code: 'internal',
            message: `This page cannot be shown: ${failure}`,
            kept: 'Your settings and the figures on this machine are untouched.',
            next: 'Reload the page. If it happens again, begin at the first screen, which leaves out what this address asked for.',
          }}
        >
          {/* Plain buttons: what failed may be what the app's own need. */}
          <button type="button" className="button button-primary" onClick={() => location.reload()}>
            Reload
          </button>
          <button type="button" className="button button-secondary" onClick={beginAnew}>
            Begin at the first screen
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

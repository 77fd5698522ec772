import { Component, createRef, type ReactNode } from 'react'

interface ScrollAnchorProps {
  readonly children: ReactNode
}

/**
 * Keeps what is under the pointer or has the focus in its place on the screen while parts above it grow or go, by scrolling the page: a click
 * that begins on a button ends on it. The browser's own scroll anchoring picks any visible part, and none at the top of a page; switch it off
 * around this one (`overflow-anchor: none`).
 */
export class ScrollAnchor extends Component<ScrollAnchorProps> {
  private readonly box = createRef<HTMLDivElement>()

  override getSnapshotBeforeUpdate(): number | null {
    const box = this.box.current
    return box !== null && box.matches(':hover, :focus-within') ? box.getBoundingClientRect().top : null
  }

  override componentDidUpdate(_props: ScrollAnchorProps, _state: unknown, top: number | null): void {
    if (top === null || this.box.current === null) return
    const moved = this.box.current.getBoundingClientRect().top - top
    if (moved !== 0) window.scrollBy({ top: moved, behavior: 'instant' })
  }

  override render(): ReactNode {
    return <div ref={this.box}>{this.props.children}</div>
  }
}

import type { ReactNode } from 'react'
import { SyncStatus } from './sync-status.tsx'
import { WorkspaceSwitcher } from './workspace-switcher.tsx'

interface HeaderProps {
  readonly toolsRef: (element: HTMLElement | null) => void
}

/** Whose figures, which of them, and how old they are. */
export function Header({ toolsRef }: HeaderProps): ReactNode {
  return (
    <header className="header">
      <WorkspaceSwitcher />
      <div className="header-tools" ref={toolsRef} />
      <SyncStatus />
    </header>
  )
}

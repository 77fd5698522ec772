import { useState, type ReactNode } from 'react'
import { useTexts } from '../../format/format-context.tsx'
import { HeaderToolsProvider } from '../../kit/header-tools.tsx'
import { UnconfirmedBanner } from '../workspace/confirm-source.tsx'
import { AlertBanner } from './alert-banner.tsx'
import { useWorkspace } from '../workspace/workspace-context.tsx'
import { CrashNotice } from './crash-notice.tsx'
import { Notices } from './notices.tsx'
import { Rail } from './rail.tsx'
import { SyncStatus } from './sync-status.tsx'
import { useLinkCommand } from './use-link-command.ts'
import { useWindowTitle } from './use-window-title.ts'
import { WorkspaceSwitcher } from './workspace-switcher.tsx'
import './frame.css'

interface FrameProps {
  readonly children: ReactNode
}

/** What surrounds every screen: the rail at the left, the header with what is looked at, and the screen itself. */
export function Frame({ children }: FrameProps): ReactNode {
  const t = useTexts('app')
  const [tools, setTools] = useState<HTMLElement | null>(null)
  const { workspaceId } = useWorkspace()
  useWindowTitle()
  useLinkCommand()
  return (
    <div className="frame">
      <a className="skip-link" href="#main" onClick={focusMain}>
        {t.skipToContent}
      </a>
      <Rail />
      <div className="frame-body">
        {/* Which workspace it is, the tools of the screen, and how old the figures are. */}
        <header className="header">
          <WorkspaceSwitcher />
          <div className="header-tools" ref={setTools} />
          <SyncStatus />
        </header>
        <main className="frame-main" id="main" tabIndex={-1} key={workspaceId}>
          <CrashNotice />
          <UnconfirmedBanner />
          <AlertBanner />
          <Notices />
          <HeaderToolsProvider slot={tools}>{children}</HeaderToolsProvider>
        </main>
      </div>
    </div>
  )
}

/** The address belongs to the route, so the link must not change it. */
function focusMain(event: { preventDefault: () => void }): void {
  event.preventDefault()
  document.getElementById('main')?.focus()
}

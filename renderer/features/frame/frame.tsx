import { useState, type ReactNode } from 'react'
import { HeaderToolsProvider } from '../../components/header-tools.tsx'
import { UnconfirmedBanner } from '../../workspace/confirm-source.tsx'
import { LowCoverageBanner } from '../../workspace/low-coverage.tsx'
import { useWorkspace } from '../../workspace/workspace-context.tsx'
import { Header } from './header.tsx'
import { Notices } from './notices.tsx'
import { Rail } from './rail.tsx'
import './frame.css'

interface FrameProps {
  readonly children: ReactNode
}

/** What surrounds every screen: the rail at the left, the header with what is looked at, and the screen itself. */
export function Frame({ children }: FrameProps): ReactNode {
  const [tools, setTools] = useState<HTMLElement | null>(null)
  const { workspaceId } = useWorkspace()
  return (
    <div className="frame">
      <a className="skip-link" href="#main" onClick={focusMain}>
        Skip to the screen
      </a>
      <Rail />
      <div className="frame-body">
        <Header toolsRef={setTools} />
        <main className="frame-main" id="main" tabIndex={-1} key={workspaceId}>
          <UnconfirmedBanner />
          <LowCoverageBanner />
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

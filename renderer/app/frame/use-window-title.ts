import { useFormat } from '../../format/format-context.tsx'
import { useDocumentTitle } from '../../kit/document-title.ts'
import { useRouting } from '../routing/use-route.tsx'
import { useWorkspace } from '../workspace/workspace-context.tsx'

/** Names the window by the screen and the workspace. */
export function useWindowTitle(): void {
  const { app, commands, workspaces } = useFormat().texts
  const { route } = useRouting()
  const { overview } = useWorkspace()
  const workspace = overview?.workspace.name ?? workspaces.workspace
  useDocumentTitle(
    'screen',
    route.page === 'workspace'
      ? app.windowTitle({ screen: commands[`go-${route.screen}`].title, workspace })
      : workspace,
  )
}

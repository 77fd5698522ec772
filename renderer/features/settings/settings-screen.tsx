import type { ReactNode } from 'react'
import { Button } from '../../components/button.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { reportOf } from '../../errors/error-report.ts'
import { useWorkspace } from '../../workspace/workspace-context.tsx'
import { WorkspaceList } from '../../workspace/workspace-list.tsx'
import { AppearanceSettings } from './appearance-settings.tsx'
import { FigureSettings } from './figure-settings.tsx'
import { SourceSettings } from './source-settings.tsx'
import './settings.css'

/** What can be set, of this workspace and of the app. */
export function SettingsScreen(): ReactNode {
  const { overview, error, retry } = useWorkspace()
  return (
    <div className="screen">
      <h1>Settings</h1>
      {overview === undefined ? (
        error === null ? (
          <Skeleton words="Reading the settings" heights={[160, 240]} />
        ) : (
          <ErrorNotice report={reportOf(error)}>
            <Button onPress={retry}>Try again</Button>
          </ErrorNotice>
        )
      ) : (
        <>
          <SourceSettings overview={overview} />
          <FigureSettings overview={overview} />
        </>
      )}
      <AppearanceSettings />
      <section className="panel" aria-labelledby="settings-workspaces">
        <h2 id="settings-workspaces">Workspaces on this machine</h2>
        <WorkspaceList />
      </section>
    </div>
  )
}

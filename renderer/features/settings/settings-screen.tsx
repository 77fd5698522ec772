import type { ReactNode } from 'react'
import { Skeleton } from '../../components/skeleton.tsx'
import { useWorkspace } from '../../workspace/workspace-context.tsx'
import { WorkspaceFailure } from '../../workspace/workspace-failure.tsx'
import { WorkspaceList } from '../../workspace/workspace-list.tsx'
import { AppearanceSettings } from './appearance-settings.tsx'
import { FigureSettings } from './figure-settings.tsx'
import { LiveSettings } from './live-settings.tsx'
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
          <WorkspaceFailure error={error} retry={retry} />
        )
      ) : (
        <>
          <SourceSettings overview={overview} />
          <FigureSettings overview={overview} />
          <LiveSettings overview={overview} />
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

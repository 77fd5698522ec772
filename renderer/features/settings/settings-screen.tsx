import type { ReactNode } from 'react'
import { Card } from '../../kit/card.tsx'
import { useTexts } from '../../format/format-context.tsx'
import { Skeleton } from '../../kit/skeleton.tsx'
import { useWorkspace } from '../../app/workspace/workspace-context.tsx'
import { WorkspaceFailure } from '../../app/workspace/workspace-failure.tsx'
import { WorkspaceList } from '../../app/workspace/workspace-list.tsx'
import { AlertSettings } from './alerts/alert-settings.tsx'
import { AppearanceSettings } from './appearance-settings.tsx'
import { FigureSettings } from './figure-settings.tsx'
import { LiveSettings } from './live-settings.tsx'
import { PageSettings } from './page-settings.tsx'
import { SourceSettings } from './source-settings.tsx'
import { UpdateSettings } from './update-settings.tsx'
import './settings.css'

/** What can be set, of this workspace and of the app. */
export function SettingsScreen(): ReactNode {
  const t = useTexts('settings')
  const { overview, error, retry } = useWorkspace()
  return (
    <div className="screen">
      <h1>{t.title}</h1>
      {overview === undefined ? (
        error === null ? (
          <Skeleton label={t.loading} heights={[160, 240]} />
        ) : (
          <WorkspaceFailure error={error} retry={retry} />
        )
      ) : (
        <>
          <SourceSettings overview={overview} />
          <FigureSettings overview={overview} />
          <PageSettings overview={overview} />
          <LiveSettings overview={overview} />
          <AlertSettings overview={overview} />
        </>
      )}
      <AppearanceSettings />
      <UpdateSettings />
      <Card kind="form" labelledBy="settings-workspaces">
        <h2 id="settings-workspaces">{t.workspaces}</h2>
        <WorkspaceList />
      </Card>
    </div>
  )
}

import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Card } from '../../kit/card.tsx'
import { ErrorNotice } from '../../kit/error-notice.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { reportOf } from '../../app/errors/error-report.ts'
import { useFormat } from '../../format/format-context.tsx'
import { useTRPC } from '../../app/rpc/client.ts'
import { useWorkspace } from '../../app/workspace/workspace-context.tsx'
import type { Overview } from '../../app/workspace/workspace-types.ts'
import { useInvalidate } from '../../app/rpc/what-changes-what.ts'

const OFFERED_MINUTES = [1, 2, 5, 10, 15, 30, 60]
const OFF = 'off'

/** What Covercast does by itself while it is open: sync. */
export function LiveSettings({ overview }: { readonly overview: Overview }): ReactNode {
  const trpc = useTRPC()
  const invalidate = useInvalidate()
  const format = useFormat()
  const t = format.texts.settings
  const { workspaceId } = useWorkspace()
  const { settings } = overview
  const save = useMutation(
    trpc.settings.save.mutationOptions({
      onSuccess: async () => {
        await invalidate('live-settings')
      },
    }),
  )
  return (
    <Card kind="form" labelledBy="settings-live">
      <h2 id="settings-live">{t.live}</h2>
      <div className="settings-row">
        <SelectField
          label={t.autoSync}
          options={[
            { id: OFF, label: t.off },
            ...minutesOffered(settings.autoSyncMinutes).map((minutes) => ({
              id: String(minutes),
              label: t.everyMinutes({ count: minutes }),
            })),
          ]}
          value={settings.autoSyncMinutes === null ? OFF : String(settings.autoSyncMinutes)}
          onChange={(id) => save.mutate({ workspaceId, patch: { autoSyncMinutes: id === OFF ? null : Number(id) } })}
          hint={t.autoSyncHint}
        />
      </div>
      {save.error === null ? null : <ErrorNotice report={reportOf(save.error)} />}
    </Card>
  )
}

function minutesOffered(chosen: number | null): readonly number[] {
  return chosen === null || OFFERED_MINUTES.includes(chosen)
    ? OFFERED_MINUTES
    : [...OFFERED_MINUTES, chosen].toSorted((one, other) => one - other)
}
